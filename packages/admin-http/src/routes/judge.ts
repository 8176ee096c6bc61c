/** `/api/v1/judge`: how answers would be judged, with the reason, before any game is played. */
import type { Judgement } from "@znatoki/engine"
import { QuestionDraft } from "@znatoki/ports/question-catalog"
import { Effect, Schema } from "effect"
import { named, reply, type Route, route, says } from "../api/route.ts"
import { manyLines, oneLine, readable } from "../edge-text.ts"

export interface Reference {
  readonly answer: string
  readonly accepted: ReadonlyArray<string>
  readonly rejected: ReadonlyArray<string>
  /** The question, without which what it says already cannot be known. */
  readonly text: string | null
}

/** The judge of the games. */
export type Judge = (reference: Reference, given: string) => Judgement
/** Why, in words. */
export type Explain = (judgement: Judgement) => string

const draft = QuestionDraft.fields
/** A question has a hundred of its author and a hundred besides. */
const variantsMax = 200
const Variants = Schema.Array(draft.accepted.value.check(oneLine, readable)).check(Schema.isMaxLength(variantsMax))

const JudgeOrder = Schema.Struct({
  answer: draft.answer.check(oneLine, readable),
  accepted: Schema.optionalKey(Variants),
  rejected: Schema.optionalKey(Variants),
  text: Schema.optionalKey(draft.text.check(manyLines)),
  given: Schema.Array(Schema.String.check(Schema.isMaxLength(1_000))).check(
    Schema.isMinLength(1),
    Schema.isMaxLength(50)
  )
})

const VerdictsJson = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      given: Schema.String,
      verdict: Schema.String,
      reason: Schema.String,
      matched: Schema.NullOr(Schema.String),
      explanation: Schema.String
    })
  )
})

export const judgeRoutes = (judge: Judge, explain: Explain): ReadonlyArray<Route<never>> => [
  route({
    method: "POST",
    path: "/api/v1/judge",
    operationId: "judgeAnswers",
    summary: "Judge answers as a game would, each with its reason",
    tag: "questions",
    role: "viewer",
    body: named("JudgeOrder", JudgeOrder),
    answers: { 200: says("A verdict for each, in order", named("Verdicts", VerdictsJson)) },
    example: { body: { answer: "Пушкин", accepted: ["А. С. Пушкин"], given: ["Пушкен", "Лермонтов"] } },
    handle: ({ body: { accepted = [], answer, given, rejected = [], text = null } }) =>
      Effect.sync(() => {
        const items = given.map((each) => {
          const judgement = judge({ answer, accepted, rejected, text }, each)
          return { given: each, ...judgement, explanation: explain(judgement) }
        })
        return reply(200, { items })
      })
  })
]
