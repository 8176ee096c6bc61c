/** What to ask of the messenger for these conversations; nothing where nothing is left to ask for now. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Delivery } from "@znatoki/ports/messenger"
import { Outbox, type PendingMessage } from "@znatoki/ports/outbox"
import { Effect } from "effect"
import { SendQueue } from "./send-queue.ts"
import { Settler } from "./settler.ts"
import { untilReachable } from "../outage/until-reachable.ts"

export interface Asked {
  readonly head: PendingMessage
  readonly delivery: Delivery
}

export const nextDeliveries = Effect.fnUntraced(function* (conversations: ReadonlyArray<ConversationId>) {
  const { lines } = yield* SendQueue
  const { settle } = yield* Settler
  const asked: Array<Asked> = []
  for (const conversation of conversations) {
    const head = lines.head(conversation)
    if (head === undefined) continue
    // Of amendments of one message in a row only the last is worth a call.
    if (lines.isOvertaken(conversation)) {
      settle(head, { _tag: "Delivered", externalId: null })
      continue
    }
    const { message, seq } = head
    const amends = message._tag === "Amend" ? yield* nameOf(conversation, message.slot) : null
    if (message._tag === "Amend" && amends === null) {
      settle(head, { _tag: "Refused", reason: "the message to amend never arrived" })
      continue
    }
    const soon = lines.shownSoon(conversation)
    const then = soon === undefined ? {} : { soon }
    // against: number anew
    asked.push({ head, delivery: { conversation, seq, message, amends, ...then } })
  }
  return asked
})

const nameOf = Effect.fnUntraced(function* (conversation: ConversationId, slot: string) {
  const { slots } = yield* Settler
  const remembered = slots.get(conversation, slot)
  if (remembered !== undefined) return remembered
  const outbox = yield* Outbox
  return yield* outbox.externalId(conversation, slot).pipe(
    untilReachable,
    Effect.catch((error) => Effect.as(Effect.logError("the name of a message cannot be read", error), null))
  )
})
