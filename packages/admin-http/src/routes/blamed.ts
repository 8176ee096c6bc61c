/** `/api/v1/blamed-questions`: questions that something speaks against, by what was played and what people said. */
import { QuestionCatalog, QuestionState } from "@znatoki/ports/question-catalog"
import { blameOf, type QuestionStanding, Statistics } from "@znatoki/ports/statistics"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { BlamedCursor, pageJson, pageOf } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"

const count = Schema.Natural

export const BlamedJson = Schema.Struct({
  question: Schema.String,
  text: Schema.String,
  /** How often it was played. */
  asked: count,
  right: count,
  /** How often the judge was in doubt and the table decided. */
  disputed: count,
  appeals: count,
  /** Appeals that were accepted. */
  overturned: count,
  good: count,
  bad: count,
  /** The bad ones that no editor has looked at; too many of them, and the question rests. */
  unseenBad: count,
  /** The sum by which they are ordered. */
  blame: Schema.Int,
  state: QuestionState,
  /** It is not asked until somebody looks. */
  rests: Schema.Boolean,
  /** What a change of it has to name as If-Match. */
  version: Schema.Int
})

const Query = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(BlamedCursor),
  /** `true`: those that were taken out of play; else all others. */
  retired: Schema.optionalKey(Schema.Literals(["true", "false"]))
})
const writeCursor = Schema.encodeSync(BlamedCursor)

const itemOf = Effect.fnUntraced(function* (standing: QuestionStanding) {
  const known = yield* (yield* QuestionCatalog).get(standing.question)
  if (known === null) return []
  const { rests, state, text, version } = known
  return [{ ...standing, blame: blameOf(standing), text, state, rests, version }]
})

const list = route({
  method: "GET",
  path: "/api/v1/blamed-questions",
  operationId: "listBlamedQuestions",
  summary:
    "Questions that something speaks against: dislikes, disputes, appeals, and those that were accepted; most to blame first, and what somebody called bad since an editor looked",
  tag: "questions",
  role: "viewer",
  query: Query,
  answers: { 200: says("A page", named("BlamedPage", pageJson(BlamedJson))) },
  handle: Effect.fnUntraced(function* ({ query: { cursor, limit = defaultLimit, retired } }) {
    const after = cursor === undefined ? null : { blame: cursor[1], question: cursor[2] }
    const found = yield* (yield* Statistics).blamed(retired === "true", after, limit + 1)
    const { items, next } = pageOf(
      found,
      limit,
      (one) => one,
      (last) => writeCursor(["blamed", blameOf(last), last.question])
    )
    return reply(200, { items: (yield* Effect.forEach(items, itemOf)).flat(), next })
  })
})

export const blamedRoutes = [list]
