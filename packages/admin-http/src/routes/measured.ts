/** What is measured: for Prometheus, and in a few figures for a person. For the port that only the operator reaches. */
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { Exposition, expositionType } from "../metrics/exposition.ts"
import { Recent } from "../metrics/recent.ts"

const facts = { method: "GET", tag: "health", role: "anyone" } as const

const metrics = route({
  ...facts,
  path: "/metrics",
  operationId: "getMetrics",
  summary: "All that is measured, as Prometheus reads it",
  answers: { 200: { description: "Prometheus' text", json: null, media: [expositionType] } },
  handle: Effect.fnUntraced(function* ({ context }) {
    const { text } = yield* Exposition
    return context.body(yield* text, 200, { "Content-Type": expositionType })
  })
})

const Labels = Schema.Record(Schema.String, Schema.String)
const Performance = named(
  "Performance",
  Schema.Struct({
    seconds: Schema.Number,
    rates: Schema.Array(Schema.Struct({ name: Schema.String, labels: Labels, perSecond: Schema.Number })),
    times: Schema.Array(
      Schema.Struct({
        name: Schema.String,
        labels: Labels,
        count: Schema.Number,
        mean: Schema.Number,
        p50: Schema.Number,
        p95: Schema.Number,
        p99: Schema.Number
      })
    )
  })
)

const performance = route({
  ...facts,
  path: "/health/performance",
  operationId: "getPerformance",
  summary:
    "The last minutes: how often everything happened in a second, and how many seconds it took, the slowest first",
  answers: { 200: says("The figures", Performance) },
  handle: Effect.fnUntraced(function* () {
    const { figures } = yield* Recent
    return reply(200, yield* figures)
  })
})

export const measuredRoutes = [metrics, performance]
