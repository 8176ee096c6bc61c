/** The address where VK brings events by itself, for every community that wants it. */
import { CallbackDoor, layer } from "@znatoki/adapter-vk/intake/callback-door"
import { Effect } from "effect"
import type { CommunitySettings } from "./bot.ts"
import { listenOrAdvise } from "./listen-or-advise.ts"
import { runtimeOf } from "./runtime-of.ts"

export interface CallbackPlace {
  readonly host: string
  readonly port: number
}

/** Knows the communities that VK brings events of; whoever else comes is turned away. */
export const callbackDoor = (communities: ReadonlyArray<CommunitySettings>) =>
  layer(
    communities.flatMap(({ callback, groupId }) =>
      callback === null || groupId === null ? [] : [{ groupId, ...callback }]
    )
  )

export const openCallbacks = Effect.fnUntraced(function* ({ host, port }: CallbackPlace) {
  const door = yield* CallbackDoor
  const runtime = yield* runtimeOf<never>()
  const { url } = yield* listenOrAdvise(
    { fetch: (request) => runtime.runPromise(door.answer(request)) },
    { host, port, variable: "VK_CALLBACK_PORT", what: "The address of VK's Callback API" }
  )
  yield* Effect.logInfo(`callback: VK is answered at ${url}`)
})
