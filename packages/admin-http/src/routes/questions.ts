/** `/api/v1/questions`: the bank as editors read and change it. */
import { themeNamed } from "@znatoki/chat/theme-names"
import {
  type CatalogQuestion,
  type Changed,
  everyQuestion,
  nobody,
  QuestionCatalog,
  QuestionState
} from "@znatoki/ports/question-catalog"
import { Effect, Schema } from "effect"
import { named, reply, route, says, saysNothing } from "../api/route.ts"
import { etagOf, moved } from "../api/version-asked.ts"
import { pageJson, pageOf, QuestionCursor } from "../cursor.ts"
import { oneLine } from "../edge-text.ts"
import { defaultLimit, Limit, refusedFor } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import {
  NewQuestion,
  QuestionChanges,
  QuestionIdText,
  QuestionJson,
  questionJson,
  toChanges,
  toDraft
} from "../schemas/question-json.ts"

const Flag = Schema.Literals(["true", "false"])
const Words = Schema.String.check(Schema.isMaxLength(200), oneLine)

const Query = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(QuestionCursor),
  search: Schema.optionalKey(Words),
  published: Schema.optionalKey(Flag),
  rests: Schema.optionalKey(Flag),
  state: Schema.optionalKey(QuestionState),
  pack: Schema.optionalKey(Words),
  theme: Schema.optionalKey(Words),
  difficulty: Schema.optionalKey(Schema.Literals(["1", "2", "3", "4", "5"])),
  author: Schema.optionalKey(Words)
})

const Question = named("Question", QuestionJson)
const QuestionPage = named("QuestionPage", pageJson(QuestionJson))
const writeCursor = Schema.encodeSync(QuestionCursor)
const params = { id: QuestionIdText }
const example = { params: { id: "1" } }
const etag = { ETag: "Its version" }

const noQuestion = () => new Problem({ kind: "not-found", detail: "There is no question with this id." })

const noPack = () => refusedFor("invalid-body", [{ path: "pack", message: "There is no pack with this key" }])

const flagOf = (flag: "true" | "false" | undefined): boolean | null => (flag === undefined ? null : flag === "true")

/** An empty field of a form asks for nothing. */
const wordsOf = (words: string | undefined): string | null => (words === undefined || words === "" ? null : words)

/** Those of ours are looked for by what they are called in the chat too. */
const themesOf = (theme: string | null): ReadonlyArray<string> =>
  theme === null ? [] : [...new Set([theme, themeNamed(theme)])]

/** What became of a change, where it is not refused. */
const changedOrRefused = (changed: Changed): Effect.Effect<CatalogQuestion, Problem> => {
  switch (changed._tag) {
    case "Changed":
      return Effect.succeed(changed.question)
    case "Missing":
      return Effect.fail(noQuestion())
    case "Moved":
      return Effect.fail(moved(changed.question.version))
    case "Fixed":
      return Effect.fail(
        new Problem({
          kind: "conflict",
          detail: "The licence of its pack forbids changes; what is accepted besides goes into moreAccepted.",
          errors: changed.fields.map((path) => ({ path, message: "Stays as the author wrote it" }))
        })
      )
  }
}

const list = route({
  method: "GET",
  path: "/api/v1/questions",
  operationId: "listQuestions",
  summary: "Questions by id",
  tag: "questions",
  role: "viewer",
  query: Query,
  answers: { 200: says("A page", QuestionPage) },
  cached: { kind: "questions", tags: ["questions"] },
  handle: Effect.fnUntraced(function* ({ query }) {
    const { author, cursor, difficulty, limit = defaultLimit, pack, published, rests, search, state, theme } = query
    const catalog = yield* QuestionCatalog
    const filter = {
      ...everyQuestion,
      search: wordsOf(search),
      asked: flagOf(published),
      rests: flagOf(rests),
      state: state ?? null,
      pack: wordsOf(pack),
      themes: themesOf(wordsOf(theme)),
      difficulty: difficulty === undefined ? null : Number(difficulty),
      author: wordsOf(author)
    }
    const found = yield* catalog.list(filter, cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(found, limit, questionJson, (last) => writeCursor(["questions", last.id]))
    )
  })
})

const create = route({
  method: "POST",
  path: "/api/v1/questions",
  operationId: "createQuestion",
  changes: ["questions"],
  summary: "Write a question",
  tag: "questions",
  role: "editor",
  body: named("NewQuestion", NewQuestion),
  answers: { 201: says("Written", Question, { Location: "Where it is", ...etag }) },
  example: { body: { text: "Кто написал «Муму»?", answer: "Тургенев", accepted: ["Иван Тургенев"] } },
  handle: Effect.fnUntraced(function* ({ body: { pack = null, ...body }, who }) {
    const catalog = yield* QuestionCatalog
    const created = yield* catalog.create(toDraft(body), { ...nobody, pack, by: who?.name ?? null })
    if (created === null) return yield* noPack()
    return reply(201, questionJson(created), {
      Location: `/api/v1/questions/${encodeURIComponent(created.id)}`,
      ETag: etagOf(created.version)
    })
  })
})

const show = route({
  method: "GET",
  path: "/api/v1/questions/{id}",
  operationId: "showQuestion",
  summary: "One question",
  tag: "questions",
  role: "viewer",
  params,
  answers: { 200: says("The question", Question, etag) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { id } }) {
    const catalog = yield* QuestionCatalog
    const found = yield* catalog.get(id)
    if (found === null) return yield* noQuestion()
    return reply(200, questionJson(found), { ETag: etagOf(found.version) })
  })
})

const change = route({
  method: "PATCH",
  path: "/api/v1/questions/{id}",
  operationId: "changeQuestion",
  changes: ["questions"],
  summary: "Change some fields; absent ones stay",
  tag: "questions",
  role: "editor",
  params,
  body: named("QuestionChanges", QuestionChanges),
  answers: { 200: says("As it is now", Question, etag) },
  refuses: ["not-found", "conflict"],
  versioned: true,
  example: { ...example, body: { difficulty: 2 } },
  handle: Effect.fnUntraced(function* ({ body, params: { id }, version, who }) {
    const catalog = yield* QuestionCatalog
    const { note = null, ...changes } = body
    const changed = yield* catalog.change(id, { changes: toChanges(changes), version, by: who?.name ?? null, note })
    const now = yield* changedOrRefused(changed)
    return reply(200, questionJson(now), { ETag: etagOf(now.version) })
  })
})

const remove = route({
  method: "DELETE",
  path: "/api/v1/questions/{id}",
  operationId: "removeQuestion",
  changes: ["questions"],
  summary: "Remove a question",
  tag: "questions",
  role: "editor",
  params,
  answers: { 204: saysNothing("Removed") },
  refuses: ["not-found"],
  versioned: true,
  example,
  handle: Effect.fnUntraced(function* ({ params: { id }, version }) {
    const catalog = yield* QuestionCatalog
    const removed = yield* catalog.remove(id, version)
    switch (removed._tag) {
      case "Removed":
        return reply(204, null)
      case "Missing":
        return yield* noQuestion()
      case "Moved":
        return yield* moved(removed.question.version)
    }
  })
})

export const questionRoutes = [list, create, show, change, remove]
