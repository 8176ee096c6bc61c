/** pg-boss on a few connections of its own, closed with the scope. */
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect, Redacted } from "effect"
import type { ConstructorOptions } from "pg-boss"

/** All that pg-boss has in the database. */
export const schema = "pgboss"

/** How long a run that is under way may take to end when the process stops. */
const stopMs = 3_000

/** As libpq and the other client of this program read `sslmode`: pg alone takes `require` for more than that. */
const addressOf = (url: Redacted.Redacted): string => {
  const address = new URL(Redacted.value(url))
  if (address.searchParams.has("sslmode")) address.searchParams.set("uselibpqcompat", "true")
  return address.href
}

interface Keeping extends Pick<
  ConstructorOptions,
  "schedule" | "supervise" | "superviseIntervalSeconds" | "monitorIntervalSeconds" | "cronWorkerIntervalSeconds"
> {
  readonly url: Redacted.Redacted
  readonly connections: number
  /** What pg-boss itself stumbles over: a database that is away, mostly. */
  readonly onTrouble: (error: unknown) => void
}

/** Begun, and what it needs made where that is missing; several processes may do so at once. */
export const openBoss = ({ connections, onTrouble, url, ...options }: Keeping) =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        // Its code is loaded by who needs it, and not with the program.
        const { PgBoss } = await import("pg-boss")
        const boss = new PgBoss({
          connectionString: addressOf(url),
          application_name: "znatoki-jobs",
          schema,
          max: connections,
          connectionTimeoutMillis: 10_000,
          reindex: false,
          monitorVacuum: false,
          ...options
        })
        boss.on("error", onTrouble)
        try {
          return await boss.start()
        } catch (error) {
          // Its connections would be left behind.
          await boss.stop({ graceful: false, close: true }).catch(onTrouble)
          throw error
        }
      },
      catch: (cause) => new StoreUnavailable({ operation: "open the jobs", cause })
    }),
    (boss) =>
      Effect.promise(() => boss.stop({ graceful: true, timeout: stopMs, close: true }).catch(onTrouble)).pipe(
        Effect.timeoutOption(stopMs + 2_000)
      )
  )

/** What `znatoki migrate` does, so that a role without the rights for it finds it made. */
export const installJobs = (url: Redacted.Redacted) =>
  Effect.scoped(openBoss({ url, connections: 1, schedule: false, supervise: false, onTrouble: () => undefined })).pipe(
    Effect.asVoid
  )
