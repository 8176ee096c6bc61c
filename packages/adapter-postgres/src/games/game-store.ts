/** GameStore on Postgres. */
import { decodeSnapshot, type TimerName } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { DailyQuestion } from "@znatoki/chat/daily-question"
import { Proposal } from "@znatoki/chat/proposal"
import { GameStore, type TimerPage, type StoredGame } from "@znatoki/ports/game-store"
import type { Slice } from "@znatoki/ports/slice"
import { StoreBroken } from "@znatoki/ports/store-error"
import { Effect, Layer, Schema } from "effect"
import type { PendingQuery, Row } from "postgres"
import { commitBy } from "./commit.ts"
import { SharedParts } from "./shared-parts.ts"
import { Database } from "../database/database.ts"
import { Mine } from "../database/mine.ts"
import { KnownQuestions } from "../questions/known-questions.ts"
import type { Sql } from "../database/pool.ts"

const StoredRow = Schema.Struct({
  conversation: ConversationId,
  version: Schema.Int,
  last_order: Schema.Int,
  hears_all: Schema.Boolean,
  last_seq: Schema.Int,
  updated_at_ms: Schema.Int,
  snapshot: Schema.String,
  proposal: Schema.NullOr(Schema.fromJsonString(Proposal)),
  daily: Schema.NullOr(Schema.fromJsonString(DailyQuestion))
})

const TimerRow = Schema.Struct({
  conversation: ConversationId,
  game: Schema.Int,
  /** Whatever a later version waited for, whose program was taken back since: its game is found to be unreadable when it is loaded. */
  timer: Schema.String,
  at_ms: Schema.Int,
  updated_at_ms: Schema.Int
})

const SourceRow = Schema.Struct({ source: SourceId })

export const layer: Layer.Layer<GameStore, never, Database> = Layer.effect(
  GameStore,
  Effect.gen(function* () {
    const database = yield* Database
    const mine = yield* Mine
    const shared = new SharedParts(yield* KnownQuestions)
    return {
      load: Effect.fnUntraced(function* (conversations) {
        if (conversations.length === 0) return new Map()
        const rows = yield* database.rows(
          "load games",
          StoredRow,
          (sql) =>
            sql`select c.conversation, c.version, c.last_order, c.hears_all, c.last_seq, c.updated_at_ms, g.snapshot::text,
                (select d.proposal::text from dialogs d where d.conversation = c.conversation) as proposal,
                (select q.daily::text from daily_questions q where q.conversation = c.conversation) as daily
              from unnest(${[...conversations]}::text[]) as wanted(conversation)
              cross join lateral (select * from conversations c where c.conversation = wanted.conversation limit 1) c
              cross join lateral (
                select snapshot from games g where g.conversation = c.conversation and g.game = c.game limit 1) g`
        )
        const games = yield* Effect.forEach(rows, (row) => storedGameOf(row, shared))
        return new Map(games.map((game) => [game.conversation, game]))
      }),

      commit: commitBy(database),

      applied: Effect.fnUntraced(function* (sources) {
        if (sources.length === 0) return new Set<SourceId>()
        const rows = yield* database.rows(
          "applied sources",
          SourceRow,
          (sql) => sql`select source from unnest(${[...sources]}::text[]) as asked(source)
              cross join lateral (select from applied_sources known where known.source = md5(asked.source)::uuid limit 1) known`
        )
        return new Set(rows.map(({ source }) => source))
      }),

      timersDue: (slice, beforeMs, page) =>
        timers(database, "due timers", slice, page, (sql) => sql`deadline_at_ms < ${beforeMs} ${mine(sql)}`),

      timersUnmoved: (slice, beforeMs, page) =>
        timers(database, "timers of unmoved games", slice, page, (sql) => sql`updated_at_ms < ${beforeMs} ${mine(sql)}`)
    }
  })
).pipe(Layer.provide(KnownQuestions.layer))

/** Along the index of deadlines, from where the last page ended. A row that is compared does not tell the server that there is a deadline. */
const timers = (
  database: Database["Service"],
  operation: string,
  slice: Slice,
  { after, limit }: TimerPage,
  which: (sql: Sql) => PendingQuery<ReadonlyArray<Row>>
) =>
  database
    .rows(
      operation,
      TimerRow,
      (sql) =>
        sql`select conversation, game, deadline_timer as timer, deadline_at_ms as at_ms, updated_at_ms
          from conversations
          where deadline_at_ms is not null
            and (deadline_at_ms, conversation) > (${after?.atMs ?? -1}::bigint, ${after?.conversation ?? ""}::text)
            and ${which(sql)} and partition = any(${[...slice]}::smallint[])
          order by deadline_at_ms, conversation
          limit ${limit}`
    )
    .pipe(
      Effect.map((rows) =>
        rows.map(({ at_ms, timer, updated_at_ms, ...row }) => ({
          ...row,
          timer: timer as TimerName,
          atMs: at_ms,
          updatedAtMs: updated_at_ms
        }))
      )
    )

const storedGameOf = (row: typeof StoredRow.Type, shared: SharedParts): Effect.Effect<StoredGame, StoreBroken> => {
  const { conversation, daily, hears_all, last_order, last_seq, proposal, snapshot, updated_at_ms, version } = row
  const found = decodeSnapshot(snapshot)
  switch (found._tag) {
    case "Ok":
      return Effect.succeed({
        conversation,
        version,
        state: shared.in(found.state),
        lastOrder: last_order,
        hearsAll: hears_all,
        lastSeq: last_seq,
        updatedAtMs: updated_at_ms,
        ...(proposal === null ? {} : { proposal }),
        ...(daily === null ? {} : { daily })
      })
    case "Broken":
      return Effect.fail(new StoreBroken({ operation: "load games", problem: `${conversation}: ${found.problem}` }))
    case "Unsupported":
      return Effect.fail(
        new StoreBroken({
          operation: "load games",
          problem: `${conversation}: stored by another version of the program (snapshot version ${found.version})`
        })
      )
  }
}
