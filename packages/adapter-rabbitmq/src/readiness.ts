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
    const troubleMs = awayMs ?? broker.blockedSinceMs()
    if (troubleMs === null) return { problem: null }
    const forMs = Math.round((yield* steadyMs) - troubleMs)
    const problem = awayMs === null ? "takes nothing" : "cannot be reached"
    return { problem, sinceMs: (yield* Clock.currentTimeMillis) - forMs }
  })
  yield* checks.add({ name: "broker", check })
})
