/**
 * How the processes that share one embedded server know of each other: each holds a connection with a shared advisory
 * lock. A process that is killed loses both; the last one to leave stops the server.
 */
import { Effect, Redacted } from "effect"
import postgres from "postgres"
import { manners } from "./manners.ts"
import { codeOf, mayPass } from "./error-code.ts"

export interface Lease {
  /** Gives the lease back; true if nobody else has one, and then nobody gets one until the server is gone. */
  readonly release: Effect.Effect<boolean>
  /** Closes the connection. */
  readonly close: Effect.Effect<void>
}

const lock = 7_305_112_025

/** Null: the server is on its way up or down; look again. */
export const takeLease = (url: Redacted.Redacted<string>): Effect.Effect<Lease | null, unknown> =>
  Effect.tryPromise({
    try: async () => {
      const sql = postgres(Redacted.value(url), {
        max: 1,
        // The lock lives as long as its connection.
        max_lifetime: null,
        idle_timeout: 0,
        connect_timeout: 10,
        ...manners,
        connection: { application_name: "znatoki lease" }
      })
      try {
        await sql`select pg_advisory_lock_shared(${lock})`
        return leaseOf(sql)
      } catch (cause) {
        await sql.end({ timeout: 0 })
        if (mayPass(codeOf(cause))) return null
        throw cause
      }
    },
    catch: (cause) => cause
  })

const leaseOf = (sql: postgres.Sql): Lease => ({
  release: Effect.promise(async () => {
    try {
      await sql`select pg_advisory_unlock_shared(${lock})`
      const [row] = await sql<ReadonlyArray<{ readonly last: boolean }>>`select pg_try_advisory_lock(${lock}) as last`
      return row?.last === true
    } catch {
      return false
    }
  }),
  close: Effect.promise(() => sql.end({ timeout: 1 }).catch(() => {}))
})
