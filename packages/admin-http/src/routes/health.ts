/** `/health`: is the process alive, and can it do its work. Open to all: nothing of it is a secret, nor worth asking often. */
import { type Checked, ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { type CheckJson, Problem, ReadinessJson } from "../problem.ts"

const facts = { method: "GET", tag: "health", role: "anyone" } as const

const live = route({
  ...facts,
  path: "/health/live",
  operationId: "isAlive",
  summary: "Is the process alive",
  answers: { 200: says("It is", named("Alive", Schema.Struct({ status: Schema.Literal("alive") }))) },
  handle: () => Effect.succeed(reply(200, { status: "alive" as const }))
})

const shown = ({ figures, name, problem, sinceMs }: Checked): CheckJson => ({
  name,
  ready: problem === null,
  ...(problem === null ? {} : { problem }),
  ...(sinceMs === null ? {} : { since: new Date(sinceMs).toISOString() }),
  ...(figures === undefined ? {} : { figures })
})

const ready = route({
  ...facts,
  path: "/health/ready",
  operationId: "isReady",
  summary: "Can it do its work; `checks` of a refusal tells what is not ready, and since when",
  answers: { 200: says("It can", named("Readiness", ReadinessJson)) },
  refuses: ["unavailable"],
  handle: Effect.fnUntraced(function* () {
    const checks = (yield* (yield* ReadinessChecks).found).map(shown)
    const notReady = checks.filter(({ ready }) => !ready)
    if (notReady.length === 0) return reply(200, { status: "ready" as const, checks })
    return yield* new Problem({
      kind: "unavailable",
      detail: `Not ready: ${notReady.map(({ name, problem }) => `${name} ${problem}`).join(", ")}.`,
      checks,
      headers: { "Retry-After": "2" }
    })
  })
})

export const healthRoutes = [live, ready]
