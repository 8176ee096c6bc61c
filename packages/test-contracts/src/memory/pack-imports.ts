/** PackImports in memory: questions go into the bank in memory; of likes those of the very same words are known. */
import { QuestionId } from "@znatoki/engine"
import {
  type BringOrder,
  type Brought,
  type PackImport,
  PackImports,
  type PackQuestion,
  type Twin
} from "@znatoki/ports/pack-imports"
import { nothingKnown } from "@znatoki/ports/packs"
import { StoreBroken } from "@znatoki/ports/store-error"
import { Clock, Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedQuestion, recordOf } from "./memory-database.ts"

/** As it is where nobody has touched it since. */
const recorded = (
  id: QuestionId,
  given: PackQuestion,
  { by, draft, pack }: BringOrder,
  atMs: number
): RecordedQuestion => {
  const { answer, asRead, author, comment, handoutImageUrl, handoutText, source, text } = given
  const { accepted, difficulty, place, rejected, themes } = given
  const state = draft || given.waitsFor !== null ? "draft" : "published"
  const handout =
    handoutText === null && handoutImageUrl === null ? null : { text: handoutText, imageUrl: handoutImageUrl }
  const record = recordOf({ id, text, handout, answer, accepted, rejected, comment, source, author }, state, atMs)
  return {
    ...record,
    seen: { ...record.seen, difficulty, themes, pack, answerImage: asRead.answerImage },
    history: [{ state, atMs, by, note: null }],
    file: { place, asRead }
  }
}

/** All that a file tells of a question. */
const told = ({ file, question, seen: { difficulty, state, themes } }: RecordedQuestion): string =>
  JSON.stringify([{ ...question, id: null }, difficulty, state, themes, file?.asRead])

const isTouched = ({ seen }: RecordedQuestion): boolean => seen.version > 1

type Kept = Pick<MemoryDatabase["Service"], "packs" | "questions">

/** What becomes of a question, beside one of the same place. */
const outcome = (known: RecordedQuestion | undefined, next: RecordedQuestion): "added" | "changed" | "unchanged" => {
  if (known === undefined) return "added"
  return isTouched(known) || told(known) === told(next) ? "unchanged" : "changed"
}

/** By their words, all but those of the pack that is brought in. */
const othersOf = ({ questions }: Kept, pack: string): ReadonlyMap<string, ReadonlyArray<RecordedQuestion>> =>
  Map.groupBy(
    [...questions.values()].filter(({ seen }) => seen.pack !== pack),
    ({ seen }) => seen.text
  )

/** How many are taken out. */
const retire = ({ questions }: Kept, { by, pack }: BringOrder, kept: ReadonlySet<string>, atMs: number): number => {
  const gone = [...questions.values()].filter(
    (record) =>
      record.seen.pack === pack &&
      record.seen.state !== "retired" &&
      !isTouched(record) &&
      !kept.has(record.file?.place ?? "")
  )
  for (const record of gone) {
    const history = [...record.history, { state: "retired" as const, atMs, by, note: null }]
    questions.set(record.seen.id, { ...record, seen: { ...record.seen, state: "retired" }, history })
  }
  return gone.length
}

const tell = ({ packs }: Kept, { pack: key, terms }: BringOrder): void => {
  const since = { owner: null, version: 1, changedAtMs: null, changedBy: null }
  const before = packs.get(key) ?? { key, ...nothingKnown, title: key, ...since }
  const said = Object.fromEntries(Object.entries(terms()).filter(([, value]) => value !== null))
  packs.set(key, { ...before, ...said, version: before.version + 1 })
}

/** Into what is given, which is thrown away where nothing is to stay. */
const bringInto = async (kept: Kept, order: BringOrder, atMs: number): Promise<Brought> => {
  const { batches, pack } = order
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const twins: Array<Twin> = []
  const places = new Map(
    [...kept.questions.values()].filter(({ seen }) => seen.pack === pack).map((each) => [each.file?.place, each])
  )
  const others = othersOf(kept, pack)
  const seen = new Set<string>()
  for await (const batch of batches) {
    for (const given of batch) {
      seen.add(given.place)
      const known = places.get(given.place)
      const next = recorded(known?.seen.id ?? QuestionId.make(`${pack}-${given.place}`), given, order, atMs)
      const came = outcome(known, next)
      counts[came]++
      if (came !== "unchanged") kept.questions.set(next.seen.id, next)
      const { line, text } = given
      twins.push(...(others.get(text) ?? []).map((twin) => ({ line, pack: twin.seen.pack, text })))
    }
  }
  const retired = retire(kept, order, seen, atMs)
  tell(kept, order)
  return { counts: { ...counts, retired, twins: twins.length }, twins }
}

export const layer: Layer.Layer<PackImports, never, MemoryDatabase> = Layer.effect(
  PackImports,
  Effect.gen(function* () {
    const { packs, questions } = yield* MemoryDatabase
    const imports = new Map<number, PackImport>()
    const files = new Map<number, Array<Uint8Array>>()
    let begun = 0
    return PackImports.of({
      begin: Effect.fnUntraced(function* (order) {
        const sentAtMs = yield* Clock.currentTimeMillis
        const id = ++begun
        const nothing = { bytes: 0, progress: 0, report: null, problem: null }
        imports.set(id, { id, order, state: "sent", ...nothing, sentAtMs, changedAtMs: sentAtMs })
        files.set(id, [])
        return id
      }),
      append: (id, bytes) =>
        Effect.sync(() => {
          const known = imports.get(id)
          if (known === undefined) return
          imports.set(id, { ...known, bytes: known.bytes + bytes.length })
          files.get(id)?.push(bytes.slice())
        }),
      piece: (id, n) => Effect.sync(() => files.get(id)?.[n] ?? null),
      get: (id) => Effect.sync(() => imports.get(id) ?? null),
      list: (before, limit) =>
        Effect.sync(() =>
          [...imports.values()]
            .filter(({ id }) => before === null || id < before)
            .toReversed()
            .slice(0, limit)
        ),
      change: Effect.fnUntraced(function* (id, from, change) {
        const changedAtMs = yield* Clock.currentTimeMillis
        const known = imports.get(id)
        if (known === undefined || !from.includes(known.state)) return false
        imports.set(id, { ...known, ...change, changedAtMs })
        return true
      }),
      remove: (id) => Effect.sync(() => files.delete(id) && imports.delete(id)),
      bring: Effect.fnUntraced(function* (order) {
        const atMs = yield* Clock.currentTimeMillis
        const copy = { packs: new Map(packs), questions: new Map(questions) }
        const brought = yield* Effect.tryPromise({
          try: () => bringInto(copy, order, atMs),
          catch: (cause) => new StoreBroken({ operation: "bring questions in", problem: String(cause) })
        })
        if (!order.keep) return brought
        for (const [key, pack] of copy.packs) packs.set(key, pack)
        for (const [id, record] of copy.questions) questions.set(id, record)
        return brought
      })
    })
  })
)
