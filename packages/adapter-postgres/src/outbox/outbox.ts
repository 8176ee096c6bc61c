/** Outbox on Postgres. What the messenger took is deleted, so the table holds what waits and what was refused. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { Outgoing } from "@znatoki/chat/message"
import { Outbox, type OutboxPlace, type PendingMessage, type Settled } from "@znatoki/ports/outbox"
import { Clock, Effect, Layer, Result, Schema } from "effect"
import { Database } from "../database/database.ts"
import { type Condition, Mine } from "../database/mine.ts"
import type { Sql } from "../database/pool.ts"
import { settle } from "./settle.ts"
import { storable } from "../database/storable.ts"

const PendingRow = Schema.Struct({
  conversation: ConversationId,
  seq: Schema.Int,
  message: Schema.Unknown,
  queued_at_ms: Schema.Int
})
const NameRow = Schema.Struct({ external_id: Schema.NullOr(Schema.String) })

export const layer: Layer.Layer<Outbox, never, Database> = Layer.effect(
  Outbox,
  Effect.gen(function* () {
    const database = yield* Database
    const mine = yield* Mine
    return {
      pending: (slice, after, limit) =>
        pending(database, (sql) => sql`partition = any(${[...slice]}::smallint[]) ${mine(sql)}`, after, limit),

      pendingOf: (conversations) =>
        conversations.length === 0 ? Effect.succeed([]) : pendingOf(database, conversations),

      settle: (results) => settle(database, results),

      externalId: (conversation, slot) =>
        database
          .rows(
            "external id",
            NameRow,
            (sql) =>
              sql`select external_id from said_slots where conversation = ${conversation} and slot = ${storable(slot)}`
          )
          .pipe(Effect.map(([row]) => row?.external_id ?? null))
    }
  })
)

/** The beginning of every look at what waits. */
const unsettled = (sql: Sql) => sql`
  select conversation, seq, message, coalesce(queued_at_ms, (extract(epoch from now()) * 1000)::bigint) as queued_at_ms
  from outbox
  where dead_reason is null`

const readMessage = Schema.decodeUnknownResult(Outgoing)

const pending = Effect.fnUntraced(function* (
  database: Database["Service"],
  whose: Condition,
  after: OutboxPlace | null,
  limit: number
) {
  const rows = yield* database.rows(
    "pending messages",
    PendingRow,
    (sql) =>
      sql`${unsettled(sql)} and ${whose(sql)}
          and (conversation, seq) > (${after?.conversation ?? ""}, ${after?.seq ?? 0}::bigint)
        order by conversation, seq
        limit ${limit}`
  )
  const messages = yield* readable(database, rows)
  const last = rows.length < limit ? undefined : rows.at(-1)
  return { messages, next: last === undefined ? null : { conversation: last.conversation, seq: last.seq } }
})

const pendingOf = Effect.fnUntraced(function* (
  database: Database["Service"],
  conversations: ReadonlyArray<ConversationId>
) {
  const rows = yield* database.rows(
    "pending messages of conversations",
    PendingRow,
    (sql) =>
      sql`${unsettled(sql)} and conversation = any(${[...conversations]}::text[])
        order by conversation, seq`
  )
  return yield* readable(database, rows)
})

/** What cannot be read is given up, so that its conversation goes on. */
const readable = Effect.fnUntraced(function* (
  database: Database["Service"],
  rows: ReadonlyArray<typeof PendingRow.Type>
) {
  const atMs = yield* Clock.currentTimeMillis
  const messages: Array<PendingMessage> = []
  const dead: Array<Settled> = []
  for (const { conversation, message, queued_at_ms, seq } of rows) {
    const read = readMessage(message)
    if (Result.isSuccess(read)) messages.push({ conversation, seq, message: read.success, queuedAtMs: queued_at_ms })
    else dead.push({ _tag: "Dead", conversation, seq, atMs, reason: `cannot be read: ${String(read.failure)}` })
  }
  if (dead.length > 0) {
    yield* Effect.logError("stored messages cannot be read and are given up", dead)
    yield* settle(database, dead)
  }
  return messages
})
