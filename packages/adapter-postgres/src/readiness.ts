/** Whether the database answers, for health checks. */
import type { Readiness } from "@znatoki/runtime/ports/readiness"
import { Effect } from "effect"
import { Database } from "./database.ts"

/** What this adapter adds to the `ReadinessChecks`. */
export const readiness: Effect.Effect<Readiness, never, Database> = Effect.map(Database, (database) => ({
  name: "postgres",
  check: database
    .run("readiness", (sql) => sql`select 1`)
    .pipe(
      Effect.as(null),
      Effect.catchTags({
        StoreUnavailable: () => Effect.succeed("the database cannot be reached"),
        StoreBroken: () => Effect.succeed("the database refuses to answer")
      }),
      Effect.timeoutOrElse({ duration: "2 seconds", orElse: () => Effect.succeed("the database does not answer") })
    )
}))
