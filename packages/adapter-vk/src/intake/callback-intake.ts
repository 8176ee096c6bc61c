/** Events that VK has brought by itself, on their way to the game: those of now, and those an earlier life has left. */
import type { Envelope } from "@znatoki/ports/inbox"
import { Effect } from "effect"
import { VkApi } from "../api/vk-api.ts"
import { VkCommunity } from "../api/vk-community.ts"
import { CallbackDoor } from "./callback-door.ts"
import { eventsInHand } from "./events-in-hand.ts"
import { makeReadUpdates } from "./read-updates.ts"
import { spokenTo } from "./spoken-to-us.ts"

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Brings them to `offer` until the scope ends. */
export const bringCallbacks = Effect.fnUntraced(function* (
  offer: (envelopes: ReadonlyArray<Envelope>) => Effect.Effect<unknown>
) {
  const community = yield* VkCommunity
  const readUpdates = yield* makeReadUpdates(yield* VkApi)
  const hand = yield* eventsInHand(VkCommunity.idOf(community))
  const us = { groupId: community.id, spokenTo: spokenTo(community) }

  /** All that have come meanwhile are decoded, and their people's names asked for, at once. */
  const playSome = Effect.gen(function* () {
    const events = yield* hand.some
    const atMs = Math.min(...events.map((event) => event.atMs))
    const heard = yield* readUpdates(
      us,
      events.map(({ body }) => parse(body)),
      atMs
    )
    let undone = heard.length
    if (undone === 0) return hand.areDone(events)
    const done = Effect.sync(() => {
      if (--undone === 0) hand.areDone(events)
    })
    return yield* Effect.asVoid(offer(heard.map((incoming) => ({ incoming, done }))))
  })

  yield* (yield* CallbackDoor).listen(community.id, hand)
  yield* Effect.forkScoped(Effect.forever(playSome))
})
