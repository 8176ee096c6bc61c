/** Whether the database can be written, for health checks: it is tried, for reading goes on when the disk is full. */
import type { Finding } from "@znatoki/ports/readiness"
import type { StoreUnavailable } from "@znatoki/ports/store-error"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import type { Lasting } from "@znatoki/ports/lasting-trouble"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Clock, Effect } from "effect"
import { Database } from "./database.ts"
import { codeOf } from "@znatoki/embedded-postgres-server/error-code"
import { inTransaction } from "./in-transaction.ts"
import { isOfPlace } from "./store-error-of.ts"

/** Nobody's heart: only that it can be written counts. */
const role = "readiness"

/** A shorter one is a hiccup. */
const troubleMinMs = 1_000

const problemOf = ({ cause }: StoreUnavailable): string => {
  const code = codeOf(cause)
  if (code.startsWith("53") || code === "25006") return "cannot be written"
  if (isOfPlace(code)) return "is not as it should be"
  return code === "57014" ? "does not answer" : "cannot be reached"
}

/** One row, in a transaction of its own; given up before whoever asks has lost patience. */
const tryToWrite = Effect.fnUntraced(function* (database: Database["Service"], nowMs: number) {
  yield* database.run("try to write", (sql) =>
    inTransaction(sql, async (tx) => {
      await tx`set local statement_timeout = 1500`
      return tx`
        insert into heartbeats (role, at_ms) values (${role}, ${nowMs})
        on conflict (role) do update set at_ms = excluded.at_ms`
    })
  )
})

export const addReadiness = Effect.gen(function* () {
  const checks = yield* ReadinessChecks
  const database = yield* Database
  const trouble = yield* StoreTrouble
  const check: Effect.Effect<Finding> = Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis
    yield* tryToWrite(database, nowMs)
    // One row finds its place on a disk that is too full for a game.
    const lasting = yield* trouble.lasting
    return lasting === null || lasting.forMs < troubleMinMs ? works : problem("does not do all it is asked", lasting)
  }).pipe(
    Effect.catchTags({
      StoreUnavailable: (error) => Effect.map(trouble.lasting, (lasting) => problem(problemOf(error), lasting)),
      StoreBroken: () => Effect.succeed({ problem: "refuses to be written" })
    })
  )
  yield* checks.add({ name: "postgres", check })
})

const problem = (what: string, lasting: Lasting | null): Finding =>
  lasting === null ? { problem: what } : { problem: what, sinceMs: lasting.sinceMs }

const works: Finding = { problem: null }
