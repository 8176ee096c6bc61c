/**
 * Makes what is measured. A metric is made once, with its labels: to make it anew costs five times what counting does. No label
 * may hold whose conversation or who it was: there are as many values as these programs have words for.
 */
import { Effect, Metric } from "effect"

/** Upper bounds in seconds, from a commit to a call that hangs. */
const secondsBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30]

export const secondsOf = (name: string, description: string, attributes: Readonly<Record<string, string>> = {}) =>
  Metric.histogram(name, { description, attributes, boundaries: secondsBounds })

/** How many things went together. */
export const sizesOf = (name: string, description: string) =>
  Metric.histogram(name, { description, boundaries: [1, 2, 5, 10, 25, 50, 100, 250, 500] })

export const counterOf = (name: string, description: string, attributes: Readonly<Record<string, string>> = {}) =>
  Metric.counter(name, { description, attributes, incremental: true })

export const gaugeOf = (name: string, description: string, attributes: Readonly<Record<string, string>> = {}) =>
  Metric.gauge(name, { description, attributes })

/** More values than any label has: should one have more after all, they share a series. */
const valuesMax = 200

/** One metric a value of the label. */
export const by = <M>(make: (value: string) => M): ((value: string) => M) => {
  const made = new Map<string, M>()
  return (value) => {
    const known = made.get(value) ?? made.get(made.size < valuesMax ? value : "other")
    if (known !== undefined) return known
    const key = made.size < valuesMax ? value : "other"
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

/** How long it took, whatever became of it. `clock` tells milliseconds, from no moment in particular. */
export const timed =
  (histogram: Metric.Histogram<number>, clock: Effect.Effect<number>) =>
  <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(clock, (beganMs) =>
      Effect.ensuring(
        work,
        Effect.flatMap(clock, (nowMs) => Metric.update(histogram, (nowMs - beganMs) / 1_000))
      )
    )
