/** `/health`: is the process alive, and can it do its work. Open to all: nothing of it is a secret, nor worth asking often. */
import { type Checked, ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect } from "effect"
import type { Handler } from "../answer.ts"
import { type CheckJson, Problem } from "../problem.ts"
import type { Methods } from "../resource.ts"

const isAlive: Handler<never> = (context) => Effect.succeed(context.json({ status: "alive" }))

const shown = ({ figures, name, problem, sinceMs }: Checked): CheckJson => ({
  name,
  ready: problem === null,
  ...(problem === null ? {} : { problem }),
  ...(sinceMs === null ? {} : { since: new Date(sinceMs).toISOString() }),
  ...(figures === undefined ? {} : { figures })
})

const isReady: Handler<ReadinessChecks> = Effect.fn("health.isReady")(function* (context) {
  const checks = (yield* (yield* ReadinessChecks).found).map(shown)
  const notReady = checks.filter(({ ready }) => !ready)
  if (notReady.length === 0) return context.json({ status: "ready", checks })
  return yield* new Problem({
    kind: "unavailable",
    detail: `Not ready: ${notReady.map(({ name, problem }) => `${name} ${problem}`).join(", ")}.`,
    checks,
    headers: { "Retry-After": "2" }
  })
})

export const live: Methods<never> = { GET: isAlive }
export const ready: Methods<ReadinessChecks> = { GET: isReady }
