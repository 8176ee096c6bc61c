/** How this project talks to postgres.js: whole numbers as numbers, silence on notices, statements prepared. */
import { Effect, Redacted, type Scope } from "effect"
import postgres from "postgres"
import { manners } from "@znatoki/embedded-postgres-server/manners"
import { numbers, texts } from "./array-types.ts"

const bigint = {
  to: 20,
  from: [20],
  serialize: (value: number) => String(value),
  parse: (value: string) => Number(value)
}

export type Sql = ReturnType<typeof poolOf>

/** Connections to one database, and new ones in place of those that may be spoilt. */
export interface Pool {
  /** To be looked at anew by every query: it changes. */
  readonly sql: Sql
  /**
   * Queries from now on go by new connections; those under way on the old ones may end. postgres.js 3.4 goes on using
   * a connection it lost while it was about to write, and can neither write by it nor give up its queries.
   */
  readonly renew: (spoilt: Sql) => void
}

/** Connects when first asked. The url was checked before: see `connect.ts`. */
export const openPool = (url: Redacted.Redacted<string>, max: number): Effect.Effect<Pool, never, Scope.Scope> =>
  Effect.gen(function* () {
    const pool = {
      sql: poolOf(url, max),
      renew: (spoilt: Sql) => {
        // Of many queries that were lost together the first renews it.
        if (spoilt !== pool.sql) return
        pool.sql = poolOf(url, max)
        void spoilt.end({ timeout: 5 })
      }
    }
    yield* Effect.addFinalizer(() => Effect.promise(() => pool.sql.end({ timeout: 2 })))
    return pool
  })

/** How the server is to plan what we ask. */
export const planning = {
  // A commit of one event would spend more time on being planned anew than on being done.
  plan_cache_mode: "force_generic_plan",
  // Such a plan is kept while tables grow, or fill with what was deleted: none may rest on a table being small.
  enable_seqscan: "off",
  // One row is looked up at a time: a bitmap of it would be made and thrown away.
  enable_bitmapscan: "off",
  // Compiling takes longer than any of these statements.
  jit: "off"
}

/** Outside of a scope: to be ended by hand. */
export const poolOf = (url: Redacted.Redacted<string>, max: number) => poolWith(url, max, 15_000)

/** To make and drop databases: the server writes out what it holds before it does, which on a busy disk takes longer than any look-up may. */
export const serverPoolOf = (url: Redacted.Redacted<string>) => poolWith(url, 1, 0)

const poolWith = (url: Redacted.Redacted<string>, max: number, statementTimeout: number) =>
  postgres(Redacted.value(url), {
    max,
    connect_timeout: 5,
    backoff: (retries) => Math.min(0.1 * 2 ** retries, 2),
    ...manners,
    types: { bigint, numbers, texts },
    connection: {
      application_name: "znatoki",
      statement_timeout: statementTimeout,
      TimeZone: "UTC",
      ...planning
    }
  })
