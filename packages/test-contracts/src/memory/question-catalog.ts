/** QuestionCatalog in memory: edits the same questions that the bank in memory draws from. */
import { type Question, QuestionId } from "@znatoki/engine"
import { type CatalogQuestion, QuestionCatalog, type QuestionDraft } from "@znatoki/ports/question-catalog"
import { Clock, Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedQuestion } from "./memory-database.ts"

const seen = ({ question, ...rest }: RecordedQuestion): CatalogQuestion => {
  const { handout: _, ...fields } = question
  return { ...fields, ...rest }
}

const recorded = (
  id: QuestionId,
  handout: Question["handout"],
  draft: QuestionDraft,
  times: Times
): RecordedQuestion => {
  const { difficulty, published, ...fields } = draft
  return { question: { id, handout, ...fields }, difficulty, published, ...times }
}

type Times = Pick<RecordedQuestion, "createdAtMs" | "updatedAtMs">

const contains = (where: string, what: string) => where.toLowerCase().includes(what.toLowerCase())

export const layer: Layer.Layer<QuestionCatalog, never, MemoryDatabase> = Layer.effect(
  QuestionCatalog,
  Effect.gen(function* () {
    const { questions } = yield* MemoryDatabase
    let created = 0

    const create = Effect.fnUntraced(function* (draft: QuestionDraft) {
      const nowMs = yield* Clock.currentTimeMillis
      const id = QuestionId.make(`new-${String(++created).padStart(6, "0")}`)
      const question = recorded(id, null, draft, { createdAtMs: nowMs, updatedAtMs: nowMs })
      questions.set(id, question)
      return seen(question)
    })

    const patch = Effect.fnUntraced(function* (id: QuestionId, changes: Partial<QuestionDraft>) {
      const nowMs = yield* Clock.currentTimeMillis
      const known = questions.get(id)
      if (known === undefined) return null
      if (Object.keys(changes).length === 0) return seen(known)
      const { id: _, createdAtMs, updatedAtMs, ...fields } = seen(known)
      const times = { createdAtMs, updatedAtMs: Math.max(nowMs, updatedAtMs) }
      const question = recorded(id, known.question.handout, { ...fields, ...changes }, times)
      questions.set(id, question)
      return seen(question)
    })

    return QuestionCatalog.of({
      list: ({ search, published }, after, limit) =>
        Effect.sync(() =>
          [...questions.values()]
            .map(seen)
            .filter(({ id }) => after === null || id > after)
            .filter((question) => published === null || question.published === published)
            .filter(({ text, answer }) => search === null || contains(text, search) || contains(answer, search))
            .toSorted((one, other) => (one.id < other.id ? -1 : 1))
            .slice(0, limit)
        ),
      get: (id) =>
        Effect.sync(() => {
          const known = questions.get(id)
          return known === undefined ? null : seen(known)
        }),
      create,
      patch,
      remove: (id) => Effect.sync(() => questions.delete(id))
    })
  })
)
