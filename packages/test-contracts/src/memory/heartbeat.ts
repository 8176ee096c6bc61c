/** Heartbeat in memory. */
import type { EpochMs } from "@znatoki/engine"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Effect, Layer } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<Heartbeat, never, MemoryDatabase> = Layer.effect(
  Heartbeat,
  Effect.gen(function* () {
    const { heartbeats, outages } = yield* MemoryDatabase
    // Several processes may have the same role and clocks that differ: the latest sign of life counts.
    const beat = (role: string, atMs: EpochMs): void =>
      void heartbeats.set(role, Math.max(atMs, heartbeats.get(role) ?? 0))
    return {
      beat: (role, atMs) => Effect.sync(() => beat(role, atMs)),
      last: (role) => Effect.sync(() => heartbeats.get(role) ?? null),
      wake: (role, atMs) =>
        Effect.sync(() => {
          const sinceMs = heartbeats.get(role) ?? atMs
          const before = outages.get(role) ?? []
          const all = sinceMs < atMs ? [...before, { sinceMs, atMs }] : before
          outages.set(role, all)
          beat(role, atMs)
          return all
        }),
      forget: (role, untilMs) =>
        Effect.sync(() => {
          const left = (outages.get(role) ?? []).filter(({ atMs }) => atMs > untilMs)
          outages.set(role, left)
        })
    }
  })
)
