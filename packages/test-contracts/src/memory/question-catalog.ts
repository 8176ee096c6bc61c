/** QuestionCatalog in memory: edits the same questions that the bank in memory draws from. */
import { type Question, QuestionId } from "@znatoki/engine"
import {
  type CatalogQuestion,
  type Change,
  type Changed,
  changesOfFixed,
  QuestionCatalog,
  type QuestionFilter,
  type Removed
} from "@znatoki/ports/question-catalog"
import { Clock, Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedQuestion } from "./memory-database.ts"

const playedAs = (seen: CatalogQuestion): Question => {
  const { answer, author, comment, handout, id, source, text } = seen
  const accepted = [...seen.accepted, ...seen.moreAccepted]
  const rejected = [...seen.rejected, ...seen.moreRejected]
  return { id, text, handout, answer, accepted, rejected, comment, source, author }
}

const folded = (text: string): string => text.toLowerCase().replaceAll("ё", "е")

const contains = (where: string, what: string | null) => what === null || folded(where).includes(folded(what))

type Public = (question: CatalogQuestion) => boolean

/** Null asks for nothing. */
const fits = <A>(wanted: A | null, found: A): boolean => wanted === null || wanted === found

const matches = (filter: QuestionFilter, question: CatalogQuestion, isPublic: Public): boolean =>
  fits(filter.asked, question.state === "published" && !question.rests && isPublic(question)) &&
  fits(filter.state, question.state) &&
  fits(filter.rests, question.rests) &&
  fits(filter.pack, question.pack) &&
  fits(filter.difficulty, question.difficulty) &&
  (filter.themes.length === 0 || filter.themes.some((theme) => question.themes.includes(theme))) &&
  hasWords(filter, question)

const hasWords = ({ author, search }: QuestionFilter, question: CatalogQuestion): boolean =>
  (contains(question.text, search) || contains(question.answer, search)) &&
  (contains(question.author ?? "", author) || contains(question.proposedBy?.name ?? "", author))

/** With its state's change in the history, if there is one. */
const changedBy = (known: RecordedQuestion, { by, changes, note }: Change, nowMs: number): RecordedQuestion => {
  const { seen } = known
  const version = seen.version + 1
  const next = { ...seen, ...changes, version, updatedAtMs: Math.max(nowMs, seen.updatedAtMs) }
  const history =
    next.state === seen.state ? known.history : [...known.history, { state: next.state, atMs: nowMs, by, note }]
  return { ...known, seen: next, question: playedAs(next), history }
}

export const layer: Layer.Layer<QuestionCatalog, never, MemoryDatabase> = Layer.effect(
  QuestionCatalog,
  Effect.gen(function* () {
    const { packs, questions, resting } = yield* MemoryDatabase
    let created = 0

    const isPublic: Public = ({ pack }) => pack === null || packs.get(pack)?.owner === null
    const now = ({ seen }: RecordedQuestion): CatalogQuestion => ({ ...seen, rests: resting.has(seen.id) })

    const change = Effect.fnUntraced(function* (id: QuestionId, order: Change): Effect.fn.Return<Changed> {
      const nowMs = yield* Clock.currentTimeMillis
      const known = questions.get(id)
      if (known === undefined) return { _tag: "Missing" }
      const seen = now(known)
      if (order.version !== null && order.version !== seen.version) return { _tag: "Moved", question: seen }
      const fields = seen.fixed ? changesOfFixed(order.changes) : []
      if (fields.length > 0) return { _tag: "Fixed", fields }
      if (Object.keys(order.changes).length === 0) return { _tag: "Changed", question: seen }
      const next = changedBy(known, order, nowMs)
      questions.set(id, next)
      if (order.changes.rests === true) resting.add(id)
      if (order.changes.rests === false) resting.delete(id)
      return { _tag: "Changed", question: now(next) }
    })

    return QuestionCatalog.of({
      list: (filter, after, limit) =>
        Effect.sync(() =>
          [...questions.values()]
            .map(now)
            .filter((question) => (after === null || question.id > after) && matches(filter, question, isPublic))
            .toSorted((one, other) => (one.id < other.id ? -1 : 1))
            .slice(0, limit)
        ),
      get: (id) =>
        Effect.sync(() => {
          const known = questions.get(id)
          return known === undefined ? null : now(known)
        }),
      create: Effect.fnUntraced(function* (draft, { by, pack, proposedBy }) {
        const atMs = yield* Clock.currentTimeMillis
        const known = pack === null ? null : packs.get(pack)
        if (known === undefined) return null
        const id = QuestionId.make(`new-${String(++created).padStart(6, "0")}`)
        const from = { pack, fixed: known?.fixed ?? false, proposedBy, answerImage: null }
        const seen = { id, ...draft, ...from, version: 1, createdAtMs: atMs, updatedAtMs: atMs }
        if (draft.rests) resting.add(id)
        questions.set(id, { seen, question: playedAs(seen), history: [{ state: seen.state, atMs, by, note: null }] })
        return seen
      }),
      change,
      history: (id) => Effect.sync(() => questions.get(id)?.history ?? []),
      remove: (id, version) =>
        Effect.sync((): Removed => {
          const known = questions.get(id)
          if (known === undefined) return { _tag: "Missing" }
          const question = now(known)
          if (version !== null && version !== question.version) return { _tag: "Moved", question }
          questions.delete(id)
          return { _tag: "Removed" }
        })
    })
  })
)
