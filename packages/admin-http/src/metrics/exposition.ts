/** All that is measured, as Prometheus reads it. */
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { by, gaugeOf } from "@znatoki/ports/metrics"
import { Effect, Layer, Context, Metric } from "effect"
import { PrometheusMetrics } from "effect/observability"
import { ProcessGauges, watchCollections } from "./process-gauges.ts"

/** The content type of Prometheus' text. */
export const expositionType = "text/plain; version=0.0.4; charset=utf-8"

const isReady = by((check) => gaugeOf("znatoki_ready", "1: the check finds nothing wrong", { check }))
/** `lastHeardSecondsAgo` → `znatoki_last_heard_seconds_ago`. */
const figureNamed = by((name) =>
  by((check) =>
    gaugeOf(
      `znatoki_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      "A figure of the readiness check",
      { check }
    )
  )
)

const refreshReadiness = Effect.gen(function* () {
  const { found } = yield* ReadinessChecks
  for (const { figures = {}, name, problem } of yield* found) {
    yield* Metric.update(isReady(name), problem === null ? 1 : 0)
    for (const [figure, value] of Object.entries(figures)) yield* Metric.update(figureNamed(figure)(name), value)
  }
})

export class Exposition extends Context.Service<
  Exposition,
  {
    /** The text of now. */
    readonly text: Effect.Effect<string, never, ReadinessChecks>
  }
>()("@znatoki/admin-http/Exposition") {
  /** `alsoRefresh`: brings what else is told up to now. */
  static readonly layerOf = (alsoRefresh: Effect.Effect<void>) =>
    Layer.effect(
      Exposition,
      Effect.gen(function* () {
        const gauges = yield* Effect.acquireRelease(
          Effect.sync(() => new ProcessGauges()),
          (each) => Effect.sync(() => each.stop())
        )
        return {
          text: gauges.refresh.pipe(
            Effect.andThen(alsoRefresh),
            Effect.andThen(refreshReadiness),
            Effect.andThen(PrometheusMetrics.format())
          )
        }
      })
    ).pipe(Layer.merge(watchCollections))
}
