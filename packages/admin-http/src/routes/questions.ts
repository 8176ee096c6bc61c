/** `/api/v1/questions`: the bank as editors read and change it. */
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { Effect, Schema } from "effect"
import type { Handler } from "../answer.ts"
import { pageOf, QuestionCursor } from "../cursor.ts"
import { oneLine } from "../edge-text.ts"
import { bodyOf, defaultLimit, idOf, Limit, queryOf } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import type { Methods } from "../resource.ts"
import {
  NewQuestion,
  QuestionChanges,
  QuestionIdText,
  questionJson,
  toChanges,
  toDraft
} from "../schemas/question-json.ts"

export const QuestionsQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(QuestionCursor),
  search: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(200), oneLine)),
  published: Schema.optionalKey(Schema.Literals(["true", "false"]))
})

const readQuery = queryOf(QuestionsQuery)
const readNew = bodyOf(NewQuestion)
const readChanges = bodyOf(QuestionChanges)
const readId = idOf(QuestionIdText)
const writeCursor = Schema.encodeSync(QuestionCursor)

const noQuestion = () => new Problem({ kind: "not-found", detail: "There is no question with this id." })

const list: Handler = Effect.fn("admin.listQuestions")(function* (context) {
  const { limit = defaultLimit, cursor, search = "", published } = yield* readQuery(context)
  const catalog = yield* QuestionCatalog
  const filter = {
    search: search === "" ? null : search,
    published: published === undefined ? null : published === "true"
  }
  const found = yield* catalog.list(filter, cursor?.[1] ?? null, limit + 1)
  return context.json(pageOf(found, limit, questionJson, (last) => writeCursor(["questions", last.id])))
})

const create: Handler = Effect.fn("admin.createQuestion")(function* (context) {
  const draft = toDraft(yield* readNew(context))
  const catalog = yield* QuestionCatalog
  const created = yield* catalog.create(draft)
  return context.json(questionJson(created), 201, {
    Location: `/api/v1/questions/${encodeURIComponent(created.id)}`
  })
})

const show: Handler = Effect.fn("admin.showQuestion")(function* (context) {
  const id = yield* readId(context)
  const catalog = yield* QuestionCatalog
  const found = yield* catalog.get(id)
  return found === null ? yield* noQuestion() : context.json(questionJson(found))
})

const change: Handler = Effect.fn("admin.changeQuestion")(function* (context) {
  const id = yield* readId(context)
  const changes = toChanges(yield* readChanges(context))
  const catalog = yield* QuestionCatalog
  const changed = yield* catalog.patch(id, changes)
  return changed === null ? yield* noQuestion() : context.json(questionJson(changed))
})

const remove: Handler = Effect.fn("admin.removeQuestion")(function* (context) {
  const id = yield* readId(context)
  const catalog = yield* QuestionCatalog
  return (yield* catalog.remove(id)) ? context.body(null, 204) : yield* noQuestion()
})

export const questions: Methods = { GET: list, POST: create }
export const question: Methods = { GET: show, PATCH: change, DELETE: remove }
