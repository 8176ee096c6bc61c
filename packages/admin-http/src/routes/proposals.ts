/** `/api/v1/proposals`: questions that players proposed, and the editors' word on them; and what people think of questions. */
import type { QuestionId } from "@znatoki/engine"
import type { Outgoing } from "@znatoki/chat/message"
import { type ProposalOutcome, Proposals } from "@znatoki/ports/proposals"
import { type Change, QuestionCatalog } from "@znatoki/ports/question-catalog"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { Effect, Schema } from "effect"
import { named, reply, route, says, saysNothing } from "../api/route.ts"
import { etagOf, moved } from "../api/version-asked.ts"
import { DislikedCursor, pageJson, pageOf, ProposalCursor } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { type FetchPicture, withOwnPicture } from "../packs/own-picture.ts"
import { Problem } from "../problem.ts"
import {
  ComplaintDecision,
  DecidedJson,
  DecisionJson,
  DislikedJson,
  ProposalJson,
  proposalJson,
  VotesJson
} from "../schemas/proposal-json.ts"
import { QuestionIdText } from "../schemas/question-json.ts"

/** What an author is told of it, in the words of whoever runs the bot. `question`: its text. */
export type TellAuthor = (question: string, outcome: ProposalOutcome, reason: string | null) => Outgoing

const Query = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(ProposalCursor)
})

const DislikedQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(DislikedCursor)
})
const writeDislikedCursor = Schema.encodeSync(DislikedCursor)

const ProposalPage = named("ProposalPage", pageJson(ProposalJson))
const writeCursor = Schema.encodeSync(ProposalCursor)
const params = { id: QuestionIdText }
const example = { params: { id: "1" } }
const etag = { ETag: "The version of the question" }

const list = route({
  method: "GET",
  path: "/api/v1/proposals",
  operationId: "listProposals",
  summary: "Questions that players proposed, by id",
  tag: "proposals",
  role: "viewer",
  query: Query,
  answers: { 200: says("A page", ProposalPage) },
  handle: Effect.fnUntraced(function* ({ query: { limit = defaultLimit, cursor } }) {
    const found = yield* (yield* Proposals).list(cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(found, limit, proposalJson, (last) => writeCursor(["proposals", last.question]))
    )
  })
})

type Word = Pick<Change, "by" | "note" | "version">

/** Null: nobody proposed it. */
const changedTo = Effect.fnUntraced(function* (
  fetchPicture: FetchPicture,
  id: QuestionId,
  state: "published" | "retired",
  word: Word
) {
  const catalog = yield* QuestionCatalog
  const proposed = (yield* (yield* Proposals).get(id)) === null ? null : yield* catalog.get(id)
  if (proposed === null) return null
  const picture = state === "retired" ? {} : yield* withOwnPicture(fetchPicture, proposed.handout)
  return yield* catalog.change(id, { ...word, changes: { state, ...picture } })
})

/** Whatever breaks off in between is put right by asking again: each part is done once. */
const decide = (tellAuthor: TellAuthor, fetchPicture: FetchPicture) =>
  route({
    method: "POST",
    path: "/api/v1/proposals/{id}/decision",
    operationId: "decideProposal",
    changes: ["questions"],
    summary: "Take a proposed question or refuse it; its author is told once; the ETag is that of the question",
    tag: "proposals",
    role: "editor",
    params,
    body: named("Decision", DecisionJson),
    answers: { 200: says("Decided", named("Decided", DecidedJson), etag) },
    refuses: ["not-found"],
    versioned: true,
    example: { ...example, body: { outcome: "refused", reason: "Такой вопрос уже есть." } },
    handle: Effect.fnUntraced(function* ({ body: { outcome, reason = null }, params: { id }, version, who }) {
      const proposals = yield* Proposals
      const state = outcome === "published" ? "published" : "retired"
      const word = { version, by: who?.name ?? null, note: reason }
      const changed = yield* changedTo(fetchPicture, id, state, word)
      if (changed?._tag === "Moved") return yield* moved(changed.question.version)
      if (changed?._tag !== "Changed") {
        return yield* new Problem({ kind: "not-found", detail: "There is no proposed question with this id." })
      }
      const told = yield* proposals.tell(id, outcome, tellAuthor(changed.question.text, outcome, reason))
      return reply(200, { question: id, outcome, told }, { ETag: etagOf(changed.question.version) })
    })
  })

const votes = route({
  method: "GET",
  path: "/api/v1/questions/{id}/votes",
  operationId: "showVotes",
  summary: "How many people like a question, and how many do not",
  tag: "questions",
  role: "viewer",
  params,
  answers: { 200: says("The votes", named("Votes", VotesJson)) },
  example,
  handle: Effect.fnUntraced(function* ({ params: { id } }) {
    return reply(200, yield* (yield* QuestionVotes).tally(id))
  })
})

const disliked = route({
  method: "GET",
  path: "/api/v1/disliked-questions",
  operationId: "listDislikedQuestions",
  summary: "Questions that somebody dislikes and no editor has looked at since, by id",
  tag: "questions",
  role: "viewer",
  query: DislikedQuery,
  answers: { 200: says("A page", named("DislikedPage", pageJson(DislikedJson))) },
  handle: Effect.fnUntraced(function* ({ query: { limit = defaultLimit, cursor } }) {
    const found = yield* (yield* QuestionVotes).disliked(cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(
        found,
        limit,
        (one) => one,
        (last) => writeDislikedCursor(["disliked", last.question])
      )
    )
  })
})

/** Whatever breaks off in between is put right by asking again: each part is done once. */
const settle = route({
  method: "POST",
  path: "/api/v1/disliked-questions/{id}/decision",
  operationId: "decideComplaint",
  changes: ["questions"],
  summary:
    "People are right, and the question is retired; or it is kept, and what was disliked until now counts no more; the ETag is that of the question",
  tag: "questions",
  role: "editor",
  params,
  body: named("ComplaintDecision", ComplaintDecision),
  answers: { 204: saysNothing("Decided") },
  refuses: ["not-found"],
  versioned: true,
  example: { ...example, body: { outcome: "retired", note: "Ответ устарел." } },
  handle: Effect.fnUntraced(function* ({ body: { note = null, outcome }, params: { id }, version, who }) {
    const catalog = yield* QuestionCatalog
    const changes = outcome === "retired" ? ({ state: "retired" } as const) : {}
    const done = yield* catalog.change(id, { changes, version, by: who?.name ?? null, note })
    if (done._tag === "Moved") return yield* moved(done.question.version)
    if (done._tag !== "Changed") {
      return yield* new Problem({ kind: "not-found", detail: "There is no question with this id." })
    }
    yield* (yield* QuestionVotes).looked(id)
    return reply(204, null)
  })
})

const looked = route({
  method: "POST",
  path: "/api/v1/questions/{id}/looked",
  operationId: "lookAtVotes",
  changes: ["questions"],
  summary: "An editor has looked at it: what was disliked until now makes it rest no more",
  tag: "questions",
  role: "editor",
  params,
  answers: { 204: saysNothing("Looked at") },
  example,
  handle: Effect.fnUntraced(function* ({ params: { id } }) {
    yield* (yield* QuestionVotes).looked(id)
    return reply(204, null)
  })
})

export const proposalRoutes = (tellAuthor: TellAuthor, fetchPicture: FetchPicture) => [
  list,
  decide(tellAuthor, fetchPicture),
  disliked,
  settle,
  votes,
  looked
]
