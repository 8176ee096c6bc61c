/** When a conversation is asked its question of the day: as it keeps it, or as it was ordered since, and which version of it that is. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type KeptReminders, withWish } from "@znatoki/chat/reminder"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { Reminders } from "@znatoki/ports/reminders"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect } from "effect"
import { createHash } from "node:crypto"

/** Orders of a partition are done within a second, so there is hardly ever one. */
const ordersMax = 1_000

/** What was ordered is looked at as if it were done: of two who order, the second sees the first. */
export const dailyQuestionKept = Effect.fnUntraced(function* (conversation: ConversationId) {
  // Before what is kept: an order that is done in between is in both, and the same twice.
  const orders = yield* (yield* AdminOrders).waiting([partitionOf(conversation)], ordersMax)
  const kept = yield* (yield* Reminders).of(conversation)
  return orders
    .filter((given) => given.conversation === conversation)
    .reduce(
      (known, { order }) =>
        order._tag === "SetDailyQuestion" ? withWish(known, { _tag: "Question", at: order.at }) : known,
      kept
    )
})

/** Nobody counts its changes, which are made in the chat too: equal is the same version. Nine digits at most, as an ETag has them. */
export const dailyQuestionVersion = ({ question, zone }: KeptReminders): number =>
  createHash("sha256")
    .update(JSON.stringify([question?.days ?? null, question?.minute ?? null, zone]))
    .digest()
    .readUInt32BE() % 1_000_000_000
