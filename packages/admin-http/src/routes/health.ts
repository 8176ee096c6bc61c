/** `/health`: is the process alive, and can it do its work. Open to all: nothing of it is a secret, nor worth asking often. */
import { Cache, cacheKinds, type KindStats, lifetimes } from "@znatoki/ports/cache"
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

const KindJson = Schema.Struct({
  kind: Schema.String,
  memorySeconds: Schema.Number,
  sharedSeconds: Schema.Number,
  hits: Schema.Natural,
  sharedHits: Schema.Natural,
  misses: Schema.Natural,
  joined: Schema.Natural,
  /** Of all that were asked for, those that were not loaded; null: none was asked for. */
  hitRatio: Schema.NullOr(Schema.Number)
})

const CacheJson = Schema.Struct({
  /** Null: there is no Redis. */
  shared: Schema.NullOr(Schema.Literals(["connected", "lost"])),
  entries: Schema.Natural,
  characters: Schema.Natural,
  invalidations: Schema.Natural,
  errors: Schema.Natural,
  hitRatio: Schema.NullOr(Schema.Number),
  kinds: Schema.Array(KindJson)
})

const ratioOf = (all: ReadonlyArray<KindStats>): number | null => {
  const sum = (name: keyof KindStats) => all.reduce((total, each) => total + each[name], 0)
  const [missed, asked] = [sum("misses"), sum("hits") + sum("sharedHits") + sum("misses") + sum("joined")]
  return asked === 0 ? null : (asked - missed) / asked
}

const cache = route({
  ...facts,
  path: "/health/cache",
  operationId: "getCache",
  summary: "What is kept ready, and how often it was there when it was asked for, since the process began",
  answers: { 200: says("The figures", named("Cache", CacheJson)) },
  handle: Effect.fnUntraced(function* () {
    const { kinds, ...rest } = yield* (yield* Cache).stats
    return reply(200, {
      ...rest,
      hitRatio: ratioOf(Object.values(kinds)),
      kinds: cacheKinds.map((kind) => ({
        kind,
        memorySeconds: lifetimes[kind].memoryMs / 1_000,
        sharedSeconds: lifetimes[kind].sharedMs / 1_000,
        ...kinds[kind],
        hitRatio: ratioOf([kinds[kind]])
      }))
    })
  })
})

export const healthRoutes = [live, ready, cache]
