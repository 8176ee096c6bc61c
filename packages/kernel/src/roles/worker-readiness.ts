/** Whether the conversations that a worker owns are heard: what it adds to the readiness checks, and which buckets it owns. */
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Clock, Effect, type Scope } from "effect"
import { Pulse, silenceMaxMs } from "../outage/pulse.ts"

type Heart = Pulse["Service"]

export interface WorkerReadiness {
  /** While the scope is open it is ours, and is looked at. */
  readonly owns: (bucket: number) => Effect.Effect<void, never, Pulse | Scope.Scope>
}

/** `buckets`: how many there are, of all workers together. `of`: goes on with the name, where there are several communities. */
export const addWorkerReadiness = Effect.fnUntraced(function* (buckets: number, of = "") {
  const checks = yield* ReadinessChecks
  const owned = new Map<number, Heart>()
  const check = Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis
    const deaf = [...owned].filter(([, { deafSinceMs }]) => deafSinceMs !== null && nowMs - deafSinceMs > silenceMaxMs)
    const figures = { owned: owned.size, buckets, unheard: deaf.length }
    if (deaf.length === 0) return { problem: null, figures }
    const which = deaf.map(([bucket]) => bucket).toSorted((a, b) => a - b)
    const sinceMs = Math.min(...deaf.map(([, { deafSinceMs }]) => deafSinceMs ?? nowMs))
    return { problem: `cannot be heard: ${which.join(", ")}`, sinceMs, figures }
  })
  yield* checks.add({ name: `buckets${of}`, check })
  const readiness: WorkerReadiness = {
    owns: (bucket) =>
      Effect.flatMap(Pulse, (pulse) =>
        Effect.acquireRelease(
          Effect.sync(() => void owned.set(bucket, pulse)),
          () => Effect.sync(() => void owned.delete(bucket))
        )
      )
  }
  return readiness
})
