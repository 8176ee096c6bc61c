/** DeadLetters in memory. */
import { type DeadLetter, DeadLetters } from "@znatoki/ports/dead-letters"
import { Outgoing } from "@znatoki/chat/message"
import { Clock, Effect, Layer, Schema } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<DeadLetters, never, MemoryDatabase> = Layer.effect(
  DeadLetters,
  Effect.gen(function* () {
    const { conversations } = yield* MemoryDatabase
    return {
      list: (before, limit) =>
        Effect.sync(() =>
          [...conversations.values()]
            .flatMap(({ dead }) => [...dead.values()])
            .toSorted(inOrder)
            .filter((letter) => before === null || inOrder(letter, before) > 0)
            .slice(0, limit)
        ),
      revive: ({ conversation, seq }) =>
        Effect.map(Clock.currentTimeMillis, (queuedAtMs) => {
          const of = conversations.get(conversation)
          const letter = of?.dead.get(seq)
          if (of === undefined || letter === undefined) return false
          of.dead.delete(seq)
          of.pending.set(seq, { conversation, seq, message: readMessage(letter.message), queuedAtMs })
          return true
        }),
      forget: ({ conversation, seq }) => Effect.sync(() => conversations.get(conversation)?.dead.delete(seq) ?? false)
    }
  })
)

const readMessage = Schema.decodeUnknownSync(Outgoing)

type Place = Pick<DeadLetter, "conversation" | "seq" | "deadAtMs">

const inOrder = (one: Place, other: Place): number => {
  if (one.deadAtMs !== other.deadAtMs) return other.deadAtMs - one.deadAtMs
  if (one.conversation === other.conversation) return one.seq - other.seq
  return one.conversation < other.conversation ? -1 : 1
}
