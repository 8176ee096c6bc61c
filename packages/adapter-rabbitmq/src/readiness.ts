/** Whether the broker is there: what a process that talks by it adds to the readiness checks. */
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Clock, Effect } from "effect"
import { Broker } from "./broker.ts"

export const addBrokerReadiness = Effect.gen(function* () {
  const broker = yield* Broker
  const checks = yield* ReadinessChecks
  const check = Effect.gen(function* () {
    const awayMs = broker.awaySinceMs()
    if (awayMs === null) return { problem: null }
    const forMs = Math.round((yield* steadyMs) - awayMs)
    return { problem: "cannot be reached", sinceMs: (yield* Clock.currentTimeMillis) - forMs }
  })
  yield* checks.add({ name: "broker", check })
})
