/** Packs in memory, with the questions that the catalog in memory has of them. */
import type { QuestionId } from "@znatoki/engine"
import {
  type MoveOrder,
  type Pack,
  type PackChanged,
  type PackChange,
  Packs,
  type QuestionsMoved
} from "@znatoki/ports/packs"
import type { StateChange } from "@znatoki/ports/question-catalog"
import { Clock, Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedPack, type RecordedQuestion } from "./memory-database.ts"

const countsOf = (records: ReadonlyArray<RecordedQuestion>, resting: ReadonlySet<QuestionId>): Pack["questions"] => {
  const counts = { draft: 0, review: 0, published: 0, retired: 0, resting: 0 }
  for (const { seen } of records) counts[resting.has(seen.id) && seen.state === "published" ? "resting" : seen.state]++
  return counts
}

const moved = (record: RecordedQuestion, change: StateChange): RecordedQuestion => {
  const { history, seen } = record
  const updatedAtMs = Math.max(change.atMs, seen.updatedAtMs)
  return {
    ...record,
    seen: { ...seen, state: change.state, version: seen.version + 1, updatedAtMs },
    history: [...history, change]
  }
}

export const layer: Layer.Layer<Packs, never, MemoryDatabase> = Layer.effect(
  Packs,
  Effect.gen(function* () {
    const { packs, questions, resting } = yield* MemoryDatabase

    const held = (key: string) => [...questions.values()].filter(({ seen }) => seen.pack === key)
    const whole = (pack: RecordedPack): Pack => ({ ...pack, questions: countsOf(held(pack.key), resting) })

    const change = Effect.fnUntraced(function* (
      key: string,
      changes: PackChange,
      version: number | null,
      changedBy: string | null
    ): Effect.fn.Return<PackChanged> {
      const changedAtMs = yield* Clock.currentTimeMillis
      const known = packs.get(key)
      if (known === undefined) return { _tag: "Missing" }
      if (version !== null && version !== known.version) return { _tag: "Moved", pack: whole(known) }
      const next = { ...known, ...changes, version: known.version + 1, changedAtMs, changedBy }
      packs.set(key, next)
      for (const [id, record] of questions) {
        if (record.seen.pack === key) questions.set(id, { ...record, seen: { ...record.seen, fixed: next.fixed } })
      }
      return { _tag: "Changed", pack: whole(next) }
    })

    const move = Effect.fnUntraced(function* (
      key: string,
      { by, from, note, to: state, version }: MoveOrder
    ): Effect.fn.Return<QuestionsMoved> {
      const changed = yield* change(key, {}, version, by)
      if (changed._tag !== "Changed") return changed
      const atMs = yield* Clock.currentTimeMillis
      const those = from === state ? [] : held(key).filter(({ seen }) => seen.state === from)
      for (const record of those) questions.set(record.seen.id, moved(record, { state, atMs, by, note }))
      return { ...changed, pack: whole(changed.pack), moved: those.length }
    })

    const those = (are: (pack: RecordedPack) => boolean): ReadonlyArray<Pack> =>
      [...packs.values()]
        .filter(are)
        .toSorted((one, other) => (one.key < other.key ? -1 : 1))
        .map(whole)

    return {
      list: (after, limit) => Effect.sync(() => those(({ key }) => after === null || key > after).slice(0, limit)),
      get: (key) =>
        Effect.sync(() => {
          const known = packs.get(key)
          return known === undefined ? null : whole(known)
        }),
      of: (owner) => Effect.sync(() => those((pack) => pack.owner === owner)),
      create: (key, draft, owner) =>
        Effect.sync(() => {
          if (packs.has(key)) return null
          const pack = { key, ...draft, owner, version: 1, changedAtMs: null, changedBy: null }
          packs.set(key, pack)
          return whole(pack)
        }),
      change,
      questions: (key, after, limit) =>
        Effect.sync(() =>
          held(key)
            .filter(({ seen }) => after === null || seen.id > after)
            .toSorted((one, other) => (one.seen.id < other.seen.id ? -1 : 1))
            .slice(0, limit)
            .map(({ file, seen }) => ({
              question: { ...seen, rests: resting.has(seen.id) },
              asRead: file?.asRead ?? null
            }))
        ),
      move
    }
  })
)
