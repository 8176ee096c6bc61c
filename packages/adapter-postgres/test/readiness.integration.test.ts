/** The database is ready when a row can be written: to be there, and to be read, is not enough. */
import { assert, it } from "@effect/vitest"
import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { addReadiness } from "@znatoki/adapter-postgres/database/readiness"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect, Redacted } from "effect"

/** What is found at once, by a bot that just started. */
const findingAt = (url: string) =>
  Effect.gen(function* () {
    yield* addReadiness
    return (yield* (yield* ReadinessChecks).found)[0]
  }).pipe(
    Effect.provide(DatabasePostgres.layer({ url: Redacted.make(url) })),
    Effect.provide(ReadinessChecks.layer),
    Effect.scoped
  )
describePostgres("the readiness of the database", (postgres) => {
  const finding = Effect.suspend(() => findingAt(postgres.url()))
  const withSql = <A>(work: (sql: ReturnType<typeof poolOf>) => PromiseLike<A>) =>
    Effect.promise(async () => {
      const sql = poolOf(Redacted.make(postgres.url()), 1)
      try {
        return await work(sql)
      } finally {
        await sql.end({ timeout: 5 })
      }
    })

  it.live("it is found out by a row that is written", () =>
    Effect.gen(function* () {
      assert.deepInclude(yield* finding, { name: "postgres", problem: null, sinceMs: null })
      const rows = yield* withSql((sql) => sql`select at_ms from heartbeats where role = 'readiness'`)
      assert.lengthOf([...rows], 1)
    }).pipe(Effect.provide(StoreTrouble.layer))
  )

  it.live("one that can be read and not written is not ready", () =>
    Effect.gen(function* () {
      const url = new URL(postgres.url())
      url.searchParams.set("default_transaction_read_only", "on")
      assert.deepInclude(yield* findingAt(url.href), { problem: "cannot be written" })
    }).pipe(Effect.provide(StoreTrouble.layer))
  )

  it.live("one that lets a row wait is not ready, and who asks does not wait with it", () =>
    withSql((sql) =>
      sql.begin(async (tx) => {
        await tx`lock table heartbeats in exclusive mode`
        const found = await Effect.runPromise(Effect.provide(finding, StoreTrouble.layer))
        assert.deepInclude(found, { problem: "does not answer" })
      })
    )
  )

  it.live("nobody listens where it was", () =>
    Effect.gen(function* () {
      const url = new URL(postgres.url())
      url.port = "1"
      assert.deepInclude(yield* findingAt(url.href), { problem: "cannot be reached" })
    }).pipe(Effect.provide(StoreTrouble.layer))
  )

  it.live("its database is not there, as while it is restored", () =>
    Effect.gen(function* () {
      const url = new URL(postgres.url())
      url.pathname = "/gone"
      assert.deepInclude(yield* findingAt(url.href), { problem: "is not as it should be" })
    }).pipe(Effect.provide(StoreTrouble.layer))
  )

  it.live("a row is not enough while somebody waits for the store in vain", () =>
    Effect.gen(function* () {
      const trouble = yield* StoreTrouble
      const game = {}
      const refused = new StoreUnavailable({ operation: "commit", cause: "full" })
      const beganAtMs = Date.now()
      yield* Effect.ignore(trouble.watch(game)(Effect.fail(refused)))
      assert.deepInclude(yield* finding, { problem: null })
      yield* Effect.sleep("1100 millis")
      const found = yield* finding
      assert.deepInclude(found, { problem: "does not do all it is asked" })
      assert.isAtLeast(found?.sinceMs ?? 0, beganAtMs)
      yield* trouble.watch(game)(Effect.void)
      assert.deepInclude(yield* finding, { problem: null })
    }).pipe(Effect.provide(StoreTrouble.layer))
  )
})
