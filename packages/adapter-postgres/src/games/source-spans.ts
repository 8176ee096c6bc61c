/** Which spans of `applied_sources` there are: made ahead, and dropped when they are old, never emptied row by row. */
import type { StoreError } from "@znatoki/ports/store-error"
import { Effect, Schedule, Schema, type Scope } from "effect"
import { Database } from "../database/database.ts"
import { inTransaction, type Tx } from "../database/in-transaction.ts"

/** Any fixed number that nobody else takes for an advisory lock. */
const lock = 7_305_112_026

const defaultName = "applied_sources_default"

const ComingRow = Schema.Struct({ first: Schema.String, name: Schema.String })
const OldRow = Schema.Struct({ first: Schema.String, name: Schema.String })
const UsedRow = Schema.Struct({ used: Schema.Boolean })

/** Puts the spans in order now, and every hour as long as the scope lives. Several processes may do it at once. */
export const keepSourceSpans: Effect.Effect<void, never, Database | Scope.Scope> = Effect.gen(function* () {
  const tidy = tidySourceSpans.pipe(
    Effect.tapError((error) => tell(error, "the spans of applied sources could not be put in order"))
  )
  // Before anything is committed: what comes in a span that is not there keeps it from being made.
  yield* Effect.ignore(tidy)
  yield* tidy.pipe(
    Effect.retry(Schedule.spaced("1 minute")),
    Effect.repeat(Schedule.spaced("1 hour")),
    Effect.delay("1 minute"),
    Effect.forkScoped
  )
})

/** That the database is away or full is told by those who wait for it; commits in the way are no trouble. */
const tell = (error: StoreError, what: string) =>
  error._tag === "StoreBroken" ? Effect.logWarning(what, error) : Effect.logDebug(what, error)

export const tidySourceSpans: Effect.Effect<void, StoreError, Database> = Effect.gen(function* () {
  const database = yield* Database
  yield* makeSpans(database)
  yield* dropOldSpans(database)
})

const makeSpans = Effect.fnUntraced(function* (database: Database["Service"]) {
  const missing = yield* database.rows(
    "source spans to come",
    ComingRow,
    (sql) => sql`
      select first::text, name
      from (select source_span(now()) + ahead as first from unnest(array[0, 3]) as a(ahead)) span,
        lateral (select 'applied_sources_' || to_char(first, 'YYYYMMDD') as name) named
      where to_regclass(name) is null`
  )
  for (const { first, name } of missing) {
    yield* alter(
      database,
      (tx) => tx`
        create table if not exists ${tx(name)} partition of applied_sources
        for values from (${tx.unsafe(`'${first}'`)}) to (${tx.unsafe(`'${first}'::date + 3`)})`
    ).pipe(
      // The default one holds something of this span already, and keeps the rest of it.
      Effect.catchTag("StoreBroken", (error) => Effect.logWarning("a span of applied sources cannot be made", error))
    )
  }
})

const dropOldSpans = Effect.fnUntraced(function* (database: Database["Service"]) {
  const old = yield* database.rows(
    "old source spans",
    OldRow,
    (sql) => sql`
      select to_date(right(relname, 8), 'YYYYMMDD')::text as first, relname as name
      from pg_inherits join pg_class c on c.oid = inhrelid
      where inhparent = 'applied_sources'::regclass and relname ~ '^applied_sources_\\d{8}$'
        and to_date(right(relname, 8), 'YYYYMMDD') < source_span(now() - interval '1 minute')
      order by first desc`
  )
  let kept: string | null = null
  for (const { first, name } of old) {
    // One that holds nothing does not count: after a long stop, what was applied last may come again.
    if (kept === null && (yield* isUsed(database, name))) kept = first
    else yield* alter(database, (tx) => tx`drop table if exists ${tx(name)}`)
  }
  if (kept !== null) yield* emptyDefault(database, kept)
})

const isUsed = (database: Database["Service"], name: string) =>
  database
    .rows("is a source span used", UsedRow, (sql) => sql`select exists (select from ${sql(name)}) as used`)
    .pipe(Effect.map(([row]) => row?.used === true))

/** Only as a whole, when all of it is older than what is kept. */
const emptyDefault = Effect.fnUntraced(function* (database: Database["Service"], oldest: string) {
  if (!(yield* isUsed(database, defaultName))) return
  yield* alter(database, async (tx) => {
    await tx`lock table ${tx(defaultName)} in access exclusive mode`
    const needed = await tx`select from ${tx(defaultName)} where span >= ${oldest} limit 1`
    return needed.length === 0 ? tx`truncate ${tx(defaultName)}` : []
  })
})

/** One change at a time, and given up at once where commits are in the way: they never wait longer for it than this. */
const alter = (database: Database["Service"], change: (tx: Tx) => PromiseLike<Iterable<unknown>>) =>
  database.run("alter source spans", (sql) =>
    inTransaction(sql, async (tx) => {
      await tx`set local lock_timeout = '200ms'`
      await tx`select pg_advisory_xact_lock(${lock})`
      return [...(await change(tx))]
    })
  )
