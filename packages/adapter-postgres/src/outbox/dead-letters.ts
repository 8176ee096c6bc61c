/** DeadLetters on Postgres: rows of the outbox that carry a reason. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { Clock, Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const Row = Schema.Struct({
  conversation: ConversationId,
  seq: Schema.Int,
  message: Schema.Unknown,
  reason: Schema.String,
  dead_at_ms: Schema.Int
})

const PlaceRow = Schema.Struct({ seq: Schema.Int })

export const layer: Layer.Layer<DeadLetters, never, Database> = Layer.effect(
  DeadLetters,
  Effect.gen(function* () {
    const database = yield* Database
    return {
      list: (before, limit) =>
        database
          .rows(
            "dead letters",
            Row,
            (sql) => sql`
              select conversation, seq, message, dead_reason as reason, coalesce(dead_at_ms, 0) as dead_at_ms
              from outbox
              where dead_reason is not null
                ${
                  before === null
                    ? sql``
                    : sql`and coalesce(dead_at_ms, 0) <= ${before.deadAtMs} and (coalesce(dead_at_ms, 0) < ${before.deadAtMs}
                        or (conversation, seq) > (${before.conversation}, ${before.seq}::bigint))`
                }
              order by coalesce(dead_at_ms, 0) desc, conversation, seq
              limit ${limit}`
          )
          .pipe(Effect.map((rows) => rows.map(({ dead_at_ms, ...letter }) => ({ ...letter, deadAtMs: dead_at_ms })))),

      revive: Effect.fnUntraced(function* ({ conversation, seq }) {
        const nowMs = yield* Clock.currentTimeMillis
        const revived = yield* database.rows(
          "revive a dead letter",
          PlaceRow,
          (sql) => sql`
              update outbox set dead_reason = null, dead_at_ms = null, queued_at_ms = ${nowMs}
              where conversation = ${conversation} and seq = ${seq} and dead_reason is not null returning seq`
        )
        return revived.length > 0
      }),

      forget: ({ conversation, seq }) =>
        database
          .rows(
            "forget a dead letter",
            PlaceRow,
            (sql) => sql`
              delete from outbox where conversation = ${conversation} and seq = ${seq} and dead_reason is not null
              returning seq`
          )
          .pipe(Effect.map((rows) => rows.length > 0))
    }
  })
)
