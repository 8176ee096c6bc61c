/** Heartbeat in memory. */
import type { EpochMs } from "@znatoki/engine"
import { type Before, Heartbeat } from "@znatoki/ports/heartbeat"
import { Effect, Layer } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<Heartbeat, never, MemoryDatabase> = Layer.effect(
  Heartbeat,
  Effect.gen(function* () {
    const { heartbeats, outages } = yield* MemoryDatabase
    // Several processes may have the same role and clocks that differ: the latest sign of life counts.
    const beat = (role: string, atMs: EpochMs): void =>
      void heartbeats.set(role, Math.max(atMs, heartbeats.get(role) ?? 0))
    const last = (role: string, { parts, whole }: Before = { whole: [], parts: [] }): EpochMs | null => {
      const names = [role, ...whole, ...(heartbeats.has(role) ? [] : parts)]
      const beats = names.flatMap((name) => heartbeats.get(name) ?? [])
      return beats.length === 0 ? null : Math.max(...beats)
    }
    return {
      beat: (role, atMs) => Effect.sync(() => beat(role, atMs)),
      last: (role, before) => Effect.sync(() => last(role, before)),
      wake: (role, atMs, others) =>
        Effect.sync(() => {
          const sinceMs = last(role, others) ?? atMs
          const known = outages.get(role) ?? []
          const all = sinceMs < atMs ? [...known, { sinceMs, atMs }] : known
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
