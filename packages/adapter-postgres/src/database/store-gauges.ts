/** What a monitor wants to know of the database as it is now: what waits in it, and how well its tables are kept. */
import { by, gaugeOf } from "@znatoki/ports/metrics"
import type { StoreError } from "@znatoki/ports/store-error"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Clock, Effect, Metric, Schema } from "effect"
import { Database } from "./database.ts"
import type { Sql } from "./pool.ts"

const running = gaugeOf("znatoki_games_running", "Games that run")
const phases = by((phase) => gaugeOf("znatoki_games", "Games that run, by what they wait for", { phase }))
const parked = gaugeOf("znatoki_parked_conversations", "Conversations that stand still until an admin releases them")
const dead = gaugeOf("znatoki_dead_letters", "Messages that never arrived")
const unsent = gaugeOf("znatoki_unsent_messages", "Messages that wait for the messenger, counted up to ten thousand")
const oldestUnsent = gaugeOf("znatoki_oldest_unsent_seconds", "How long the oldest of them has waited")
const oldestReceived = gaugeOf(
  "znatoki_oldest_pending_seconds",
  "How long the oldest event that a callback kept waits to be played"
)
const size = gaugeOf("znatoki_database_size_bytes", "The size of the database")
const connections = gaugeOf("znatoki_database_connections", "Connections to the database, of whomever")
const poolSize = gaugeOf("znatoki_database_pool_connections", "Connections that this process may have")
const underWay = gaugeOf(
  "znatoki_database_statements_under_way",
  "Statements of this process that are asked for and not answered; more than connections: some wait for one"
)
const hot = gaugeOf("znatoki_database_hot_ratio", "Of updates of conversations, the share that touched no index")
const deadRows = gaugeOf(
  "znatoki_database_dead_rows_ratio",
  "Of the rows of conversations, the share that is over and still there"
)

const Row = Schema.Struct({
  phases: Schema.Record(Schema.String, Schema.Number),
  parked: Schema.Number,
  dead: Schema.Number,
  unsent: Schema.Number,
  unsentSinceMs: Schema.NullOr(Schema.Number),
  receivedSinceMs: Schema.NullOr(Schema.Number),
  size: Schema.Number,
  connections: Schema.Number,
  hot: Schema.Number,
  deadRows: Schema.Number
})

/** So many are enough to be worried about. */
const unsentMax = 10_000

const now = (sql: Sql) => sql`
  select
    (select coalesce(json_object_agg(phase, n), '{}')
     from (select phase, count(*) as n from games where status = 'running' group by phase) p) as phases,
    (select count(*) from parked)::float8 as parked,
    (select count(*) from outbox where dead_reason is not null)::float8 as dead,
    waiting.count::float8 as unsent,
    waiting.since_ms::float8 as "unsentSinceMs",
    (select min(received_at_ms) from received_events)::float8 as "receivedSinceMs",
    pg_database_size(current_database())::float8 as size,
    (select count(*) from pg_stat_activity where datname = current_database())::float8 as connections,
    coalesce(n_tup_hot_upd::float8 / nullif(n_tup_upd, 0), 1) as hot,
    coalesce(n_dead_tup::float8 / nullif(n_live_tup + n_dead_tup, 0), 0) as "deadRows"
  from
    (select count(*), min(queued_at_ms) as since_ms
     from (select queued_at_ms from outbox where dead_reason is null limit ${unsentMax}) o) waiting,
    pg_stat_user_tables
  where relname = 'conversations' and schemaname = current_schema()`

/** A scrape may come every second, from several. */
const keptMs = 5_000

/** Brings the gauges up to now; what was read a moment ago is read no second time. */
export const makeStoreGauges = Effect.gen(function* () {
  const { pool, rows } = yield* Database
  let readAtMs = -Infinity
  /** What games waited for when it was read last: where none does any more it is none. */
  const seen = new Set<string>()

  const countGames = (found: Readonly<Record<string, number>>) =>
    Effect.gen(function* () {
      for (const phase of Object.keys(found)) seen.add(phase)
      for (const phase of seen) yield* Metric.update(phases(phase), found[phase] ?? 0)
      yield* Metric.update(
        running,
        Object.values(found).reduce((all, some) => all + some, 0)
      )
    })

  const refresh: Effect.Effect<void, StoreError> = Effect.gen(function* () {
    yield* Metric.update(poolSize, pool().connections)
    yield* Metric.update(underWay, pool().underWay)
    const steady = yield* steadyMs
    if (steady - readAtMs < keptMs) return
    readAtMs = steady
    const [row] = yield* rows("read gauges", Row, now)
    if (row === undefined) return
    const nowMs = yield* Clock.currentTimeMillis
    const age = (sinceMs: number | null): number => (sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs) / 1_000)
    yield* countGames(row.phases)
    yield* Metric.update(parked, row.parked)
    yield* Metric.update(dead, row.dead)
    yield* Metric.update(unsent, row.unsent)
    yield* Metric.update(oldestUnsent, age(row.unsentSinceMs))
    yield* Metric.update(oldestReceived, age(row.receivedSinceMs))
    yield* Metric.update(size, row.size)
    yield* Metric.update(connections, row.connections)
    yield* Metric.update(hot, row.hot)
    yield* Metric.update(deadRows, row.deadRows)
  })
  return { refresh }
})
