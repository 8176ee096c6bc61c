/** Outbox in memory. What the messenger took is forgotten, but for the name of the last message of each slot. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Outbox, type OutboxPlace, type PendingMessage, type Settled } from "@znatoki/ports/outbox"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Layer } from "effect"
import { type Conversation, conversationsInOrder, MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<Outbox, never, MemoryDatabase> = Layer.effect(
  Outbox,
  Effect.gen(function* () {
    const { conversations } = yield* MemoryDatabase
    return {
      pending: (slice, after, limit) =>
        Effect.sync(() => {
          const messages = conversationsInOrder(conversations)
            .filter(([conversation]) => slice.includes(partitionOf(conversation)))
            .flatMap(pendingIn)
            .filter((message) => after === null || comesAfter(message, after))
            .slice(0, limit)
          const last = messages.length < limit ? undefined : messages.at(-1)
          return { messages, next: last === undefined ? null : { conversation: last.conversation, seq: last.seq } }
        }),

      pendingOf: (wanted) =>
        Effect.sync(() =>
          conversationsInOrder(conversations)
            .filter(([conversation]) => wanted.includes(conversation))
            .flatMap(pendingIn)
        ),

      settle: (results) =>
        Effect.sync(() => {
          for (const result of results) {
            const entry = conversations.get(result.conversation)
            const queued = entry?.pending.get(result.seq)
            if (entry !== undefined && queued !== undefined) settleOne(entry, queued, result)
          }
        }),

      externalId: (conversation, slot) =>
        Effect.sync(() => conversations.get(conversation)?.slots.get(slot)?.externalId ?? null)
    }
  })
)

const pendingIn = ([, { pending }]: readonly [ConversationId, Conversation]): ReadonlyArray<PendingMessage> =>
  [...pending.values()].toSorted((a, b) => a.seq - b.seq)

const comesAfter = (one: OutboxPlace, other: OutboxPlace): boolean =>
  one.conversation === other.conversation ? one.seq > other.seq : one.conversation > other.conversation

const settleOne = (entry: Conversation, { conversation, message, seq }: PendingMessage, result: Settled): void => {
  entry.pending.delete(seq)
  if (result._tag === "Dead") {
    entry.dead.set(seq, { conversation, seq, message, reason: result.reason, deadAtMs: result.atMs })
  }
  const externalId = result._tag === "Sent" ? result.externalId : null
  if (message.slot === null || (message._tag === "Amend" && externalId === null)) return
  if (seq < (entry.slots.get(message.slot)?.seq ?? 0)) return
  entry.slots.set(message.slot, { seq, externalId })
}
