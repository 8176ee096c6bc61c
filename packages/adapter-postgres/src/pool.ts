/** How this project talks to postgres.js: whole numbers as numbers, silence on notices, statements prepared. */
import { Effect, Redacted, type Scope } from "effect"
import postgres from "postgres"

const bigint = {
  to: 20,
  from: [20],
  serialize: (value: number) => String(value),
  parse: (value: string) => Number(value)
}

export type Sql = postgres.Sql<{ bigint: number }>

/** Connects when first asked. The url was checked before: see `connect.ts`. */
export const openPool = (url: Redacted.Redacted<string>, max: number): Effect.Effect<Sql, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => poolOf(url, max)),
    (sql) => Effect.promise(() => sql.end({ timeout: 2 }))
  )

/** Outside of a scope: to be ended by hand. */
export const poolOf = (url: Redacted.Redacted<string>, max: number): Sql =>
  postgres(Redacted.value(url), {
    max,
    connect_timeout: 5,
    backoff: (retries) => Math.min(0.1 * 2 ** retries, 2),
    onnotice: () => {},
    types: { bigint },
    connection: {
      application_name: "znatoki",
      statement_timeout: 15_000,
      TimeZone: "UTC",
      // A commit of one event would spend more time on being planned anew than on being done.
      plan_cache_mode: "force_generic_plan"
    }
  })
