/** One community from end to end: the token, its rights, the ways events come, the conversations, the clock. */
import { type Examined, ok } from "@znatoki/ports/examined"
import { Effect } from "effect"
import { checkAccess } from "../api/check-access.ts"
import { VkApi } from "../api/vk-api.ts"
import { VkConfig } from "../api/vk-config.ts"
import { sayError } from "../api/vk-error.ts"
import { examineChats } from "./examine-chats.ts"
import { examineCallback, examineLongPoll } from "./examine-intake.ts"
import { examineClock, examineRights } from "./examine-token.ts"

export interface Ways {
  readonly longPoll: boolean
  readonly callback: boolean
}

/** Changes nothing at VK. */
export const examineCommunity = Effect.fnUntraced(function* ({ callback, longPoll }: Ways) {
  const vk = yield* VkApi
  const settings = { ...(yield* VkConfig), longPoll: false }
  const found = yield* Effect.result(checkAccess(vk, settings))
  if (found._tag === "Failure") {
    const error = found.failure
    const advice =
      error._tag === "VkUnavailable"
        ? "See that this machine reaches VK_API_URL, and try again."
        : (error.advice ?? null)
    const refused: Examined = { what: "token", state: "bad", found: sayError(error), advice }
    return [refused]
  }
  const { id, screenName } = found.success
  const looks: ReadonlyArray<Effect.Effect<Examined | ReadonlyArray<Examined>>> = [
    examineRights(vk),
    ...(longPoll ? [examineLongPoll(vk, id)] : []),
    ...(callback ? [examineCallback(vk, id)] : []),
    examineChats(vk),
    examineClock(vk)
  ]
  const token = ok("token", `of community ${id}${screenName === null ? "" : ` (vk.com/${screenName})`}`)
  return [token, ...(yield* Effect.all(looks)).flat()]
})
