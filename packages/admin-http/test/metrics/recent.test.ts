import { counterOf, secondsOf } from "@znatoki/ports/metrics"
import { Effect, Layer, Metric } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { quantileOf, Recent } from "../../src/metrics/recent.ts"

const onlyOwn = Effect.provideService(Metric.MetricRegistry, new Map())

describe("the last minutes in figures", () => {
  it("tell what happened since the first note, and nothing of what did not", async () => {
    const said = counterOf("said_total", "Said", { result: "delivered" })
    const never = counterOf("never_total", "Never")
    const time = secondsOf("say_seconds", "Saying")
    const before = Effect.andThen(Metric.update(said, 5), Metric.update(never, 7))
    const program = Effect.gen(function* () {
      const { figures } = yield* Recent
      yield* Metric.update(said, 3)
      for (const seconds of [0.002, 0.002, 0.002, 0.4]) yield* Metric.update(time, seconds)
      return yield* figures
    })
    const figures = await Effect.runPromise(
      Effect.andThen(before, Effect.provide(program, Layer.fresh(Recent.layer))).pipe(onlyOwn)
    )
    expect(figures.rates.map(({ labels, name }) => [name, labels])).toEqual([["said_total", { result: "delivered" }]])
    expect(figures.rates[0]?.perSecond).toBeCloseTo(3 / figures.seconds, 6)
    expect(figures.times).toHaveLength(1)
    expect(figures.times[0]).toMatchObject({ name: "say_seconds", count: 4 })
    expect(figures.times[0]?.mean).toBeCloseTo(0.1015, 6)
    expect(figures.times[0]?.p50).toBeGreaterThan(0.001)
    expect(figures.times[0]?.p50).toBeLessThanOrEqual(0.0025)
    expect(figures.times[0]?.p99).toBeLessThanOrEqual(0.5)
    expect(figures.times[0]?.p99).toBeGreaterThan(0.25)
  })

  it("a quantile lies in the bucket that holds its rank", () => {
    const bounds = [1, 2, 5, 10, Infinity]
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }),
        fc.constantFrom(0.5, 0.95, 0.99),
        (tenths, share) => {
          const values = tenths.map((each) => each / 10).toSorted((one, other) => one - other)
          const buckets = bounds.map((bound) => [bound, values.filter((value) => value <= bound).length] as const)
          const exact = values[Math.ceil(values.length * share) - 1] ?? 0
          const upper = bounds.find((bound) => exact <= bound) ?? Infinity
          const lower = bounds.findLast((bound) => bound < exact) ?? 0
          const found = quantileOf(buckets, values.length, share)
          expect(found).toBeGreaterThanOrEqual(lower)
          expect(found).toBeLessThanOrEqual(upper)
        }
      )
    )
  })
})
