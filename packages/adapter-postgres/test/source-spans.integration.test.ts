/** Sources are kept by spans of days: made ahead, dropped as a whole, and found wherever they are. */
import { assert, it } from "@effect/vitest"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { tidySourceSpans } from "@znatoki/adapter-postgres/games/source-spans"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { GameStore } from "@znatoki/ports/game-store"
import { commitOf, conversation, source } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect, Schema } from "effect"
import { emptyStores } from "./empty-stores.ts"

const NameRow = Schema.Struct({ name: Schema.String })

/** The spans there are, counted from the present one; the default one is `null`. */
const spans = Effect.gen(function* () {
  const { rows } = yield* Database
  const found = yield* rows(
    "spans",
    Schema.Struct({ span: Schema.NullOr(Schema.Int) }),
    (sql) => sql`
      select (to_date(substring(relname from '\\d{8}$'), 'YYYYMMDD') - source_span(now())) / 3 as span
      from pg_inherits join pg_class c on c.oid = inhrelid where inhparent = 'applied_sources'::regclass order by span`
  )
  return found.map(({ span }) => span)
})

const nameOf = (span: number) =>
  Effect.gen(function* () {
    const { rows } = yield* Database
    const [row] = yield* rows(
      "name",
      NameRow,
      (sql) => sql`select 'applied_sources_' || to_char(source_span(now()) + 3 * ${span}::integer, 'YYYYMMDD') as name`
    )
    return row?.name ?? ""
  })

const make = Effect.fnUntraced(function* (span: number) {
  const { run } = yield* Database
  const name = yield* nameOf(span)
  yield* run("make", (sql) =>
    sql.unsafe(`create table ${name} partition of applied_sources for values
      from ('${name.slice(-8)}') to ('${name.slice(-8)}'::date + 3)`)
  )
})

const drop = Effect.fnUntraced(function* (span: number) {
  const { run } = yield* Database
  const name = yield* nameOf(span)
  yield* run("drop", (sql) => sql`drop table if exists ${sql(name)}`)
})

const note = Effect.fnUntraced(function* (name: string, span: number) {
  const { run } = yield* Database
  yield* run(
    "note",
    (sql) =>
      sql`insert into applied_sources values (md5(${source(name)})::uuid, source_span(now()) + 3 * ${span}::integer)`
  )
})

const known = (...names: ReadonlyArray<string>) =>
  Effect.map(
    Effect.flatMap(GameStore, (store) => store.applied(names.map(source))),
    (found) => names.filter((name) => found.has(source(name)))
  )

/** Only this span and the next, whatever the proof before left. */
const onlyNow = Effect.gen(function* () {
  for (const span of yield* spans) if (span !== null) yield* drop(span)
  yield* tidySourceSpans
  assert.deepStrictEqual(yield* spans, [0, 1, null])
})

describePostgres("the spans of applied sources", (postgres) => {
  const proves = (sentence: string, proof: Effect.Effect<void, unknown, GameStore | Database>) =>
    it.live(sentence, () => Effect.andThen(onlyNow, proof).pipe(Effect.provide(emptyStores(postgres))))

  proves(
    "the present span and the next are made, also when several processes do it at once",
    Effect.gen(function* () {
      for (const span of [0, 1]) yield* drop(span)
      yield* Effect.all([tidySourceSpans, tidySourceSpans, tidySourceSpans, tidySourceSpans], {
        concurrency: "unbounded"
      })
      assert.deepStrictEqual(yield* spans, [0, 1, null])
    })
  )

  proves(
    "a source is a duplicate in whichever span it was applied",
    Effect.gen(function* () {
      const store = yield* GameStore
      for (const span of [-3, -1]) yield* make(span)
      for (const span of [-3, -1, 0, 1, 9]) yield* note(`x${span}`, span)
      for (const span of [-3, -1, 0, 1, 9]) {
        const results = yield* store.commit([commitOf(conversation("a"), 1, { sources: ["new", `x${span}`] })])
        assert.deepStrictEqual(results, [{ _tag: "Duplicate", sources: [source(`x${span}`)] }])
      }
      assert.deepStrictEqual(yield* known("x-3", "x9", "new"), ["x-3", "x9"])
    })
  )

  proves(
    "the last span before the present one that holds something is kept, and all the others are dropped",
    Effect.gen(function* () {
      for (const span of [-1, -2, -3, -9]) yield* make(span)
      for (const span of [-2, -3, -9]) yield* note(`x${span}`, span)
      yield* tidySourceSpans
      assert.deepStrictEqual(yield* spans, [-2, 0, 1, null])
      assert.deepStrictEqual(yield* known("x-2", "x-3", "x-9"), ["x-2"])
    })
  )

  proves(
    "after a long stop what was applied last is still known",
    Effect.gen(function* () {
      yield* make(-100)
      yield* note("before the stop", -100)
      yield* tidySourceSpans
      assert.deepStrictEqual(yield* known("before the stop"), ["before the stop"])
    })
  )

  proves(
    "in a span that nobody made, sources are noted and known all the same, and the spans after it are made",
    Effect.gen(function* () {
      const store = yield* GameStore
      for (const span of [0, 1]) yield* drop(span)
      const commit = commitOf(conversation("a"), 1, { sources: ["x"] })
      assert.deepStrictEqual(yield* store.commit([commit]), [{ _tag: "Committed" }])
      yield* tidySourceSpans
      assert.deepStrictEqual(yield* spans, [1, null])
      assert.deepStrictEqual(yield* known("x"), ["x"])
    })
  )

  proves(
    "what is noted without a span goes when all of it is older than what is kept",
    Effect.gen(function* () {
      yield* note("old", -7)
      yield* note("older", -8)
      yield* tidySourceSpans
      assert.deepStrictEqual(yield* known("old", "older"), ["old", "older"])
      yield* make(-8).pipe(Effect.flip)
      yield* make(-9)
      yield* note("x", -9)
      yield* tidySourceSpans
      assert.deepStrictEqual(yield* known("old", "older"), ["old", "older"])
      yield* make(-2)
      yield* note("y", -2)
      yield* tidySourceSpans
      assert.deepStrictEqual(yield* known("old", "older", "x", "y"), ["y"])
    })
  )

  proves(
    "it gives up where commits are in the way, and does it later",
    Effect.gen(function* () {
      const { sql } = yield* Database
      yield* make(-30)
      const held = yield* Effect.acquireRelease(
        Effect.promise(() => sql().reserve()),
        (connection) => Effect.sync(() => connection.release())
      )
      yield* Effect.promise(() => held`begin`)
      yield* Effect.promise(() => held`select from applied_sources limit 1`)
      const error = yield* Effect.flip(tidySourceSpans)
      assert.strictEqual(error._tag, "StoreUnavailable")
      yield* Effect.promise(() => held`commit`)
      yield* tidySourceSpans
      assert.deepStrictEqual(yield* spans, [0, 1, null])
    }).pipe(Effect.scoped)
  )
})
