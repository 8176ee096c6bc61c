/** `/health`: is the process alive, and can it do its work. Open to all, so it names what is not ready and never why. */
import { type Readiness, ReadinessChecks } from "@znatoki/runtime/ports/readiness"
import { Effect } from "effect"
import type { Handler } from "../answer.ts"
import { Problem } from "../problem.ts"
import type { Methods } from "../resource.ts"

/** A check that hangs is a check that fails. */
const checkTimeout = "2 seconds"

const isAlive: Handler = (context) => Effect.succeed(context.json({ status: "alive" }))

const complaintOf = ({ name, check }: Readiness) =>
  check.pipe(
    Effect.timeoutOrElse({ duration: checkTimeout, orElse: () => Effect.succeed("no answer in time") }),
    Effect.catchCause((cause) =>
      Effect.as(Effect.logError("readiness check failed", cause), "the check itself failed")
    ),
    Effect.map((reason) => ({ name, reason }))
  )

/** What is not ready, and why. */
export const complaints = Effect.gen(function* () {
  const all = yield* Effect.forEach(yield* ReadinessChecks, complaintOf, { concurrency: "unbounded" })
  return all.filter(({ reason }) => reason !== null)
})

const isReady: Handler = Effect.fn("admin.isReady")(function* (context) {
  const found = yield* complaints
  const checks = yield* ReadinessChecks
  if (found.length === 0) return context.json({ status: "ready", ready: checks.map(({ name }) => name) })
  yield* Effect.logWarning("not ready", found)
  const notReady = found.map(({ name }) => name)
  return yield* new Problem({
    kind: "unavailable",
    detail: `Not ready: ${notReady.join(", ")}.`,
    notReady,
    headers: { "Retry-After": "2" }
  })
})

export const live: Methods = { GET: isAlive }
export const ready: Methods = { GET: isReady }
