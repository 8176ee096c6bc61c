/** Packs in memory, with the questions that the catalog in memory has of them. */
import { type Pack, type PackChanged, type PackDraft, Packs } from "@znatoki/ports/packs"
import { Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedPack } from "./memory-database.ts"

export const layer: Layer.Layer<Packs, never, MemoryDatabase> = Layer.effect(
  Packs,
  Effect.gen(function* () {
    const { packs, questions, resting } = yield* MemoryDatabase

    const whole = (pack: RecordedPack): Pack => {
      const counts = { draft: 0, review: 0, published: 0, retired: 0, resting: 0 }
      for (const { seen } of questions.values()) {
        if (seen.pack === pack.key)
          counts[resting.has(seen.id) && seen.state === "published" ? "resting" : seen.state]++
      }
      return { ...pack, questions: counts }
    }

    const change = (key: string, changes: Partial<PackDraft>, version: number | null): PackChanged => {
      const known = packs.get(key)
      if (known === undefined) return { _tag: "Missing" }
      if (version !== null && version !== known.version) return { _tag: "Moved", pack: whole(known) }
      const next = { ...known, ...changes, version: known.version + 1 }
      packs.set(key, next)
      for (const [id, record] of questions) {
        if (record.seen.pack === key) questions.set(id, { ...record, seen: { ...record.seen, fixed: next.fixed } })
      }
      return { _tag: "Changed", pack: whole(next) }
    }

    return {
      list: (after, limit) =>
        Effect.sync(() =>
          [...packs.values()]
            .filter(({ key }) => after === null || key > after)
            .toSorted((one, other) => (one.key < other.key ? -1 : 1))
            .slice(0, limit)
            .map(whole)
        ),
      get: (key) =>
        Effect.sync(() => {
          const known = packs.get(key)
          return known === undefined ? null : whole(known)
        }),
      create: (key, draft, owner) =>
        Effect.sync(() => {
          if (packs.has(key)) return null
          const pack = { key, ...draft, owner, version: 1 }
          packs.set(key, pack)
          return whole(pack)
        }),
      change: (key, changes, version) => Effect.sync(() => change(key, changes, version))
    }
  })
)
