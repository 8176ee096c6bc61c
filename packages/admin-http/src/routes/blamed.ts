/** `/api/v1/blamed-questions`: questions that something speaks against, by what was played and what people said. */
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { blameOf, Statistics } from "@znatoki/ports/statistics"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { defaultLimit, Limit } from "../parse-request.ts"

const count = Schema.Natural

export const BlamedJson = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
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
      /** The sum by which they are ordered. */
      blame: Schema.Int
    })
  )
})

const list = route({
  method: "GET",
  path: "/api/v1/blamed-questions",
  operationId: "listBlamedQuestions",
  summary:
    "Questions that something speaks against: dislikes, disputes, appeals, and those that were accepted; most to blame first",
  tag: "questions",
  role: "viewer",
  query: Schema.Struct({ limit: Schema.optionalKey(Limit) }),
  answers: { 200: says("At most `limit` of them", named("BlamedQuestions", BlamedJson)) },
  handle: Effect.fnUntraced(function* ({ query: { limit = defaultLimit } }) {
    const catalog = yield* QuestionCatalog
    const found = yield* (yield* Statistics).blamed(limit)
    const items = yield* Effect.forEach(found, ({ appeals, asked, bad, disputed, good, overturned, question, right }) =>
      Effect.map(catalog.get(question), (known) => ({
        question,
        text: known?.text ?? question,
        asked,
        right,
        disputed,
        appeals,
        overturned,
        good,
        bad,
        blame: blameOf({ asked, right, disputed, appeals, overturned, good, bad })
      }))
    )
    return reply(200, { items })
  })
})

export const blamedRoutes = [list]
