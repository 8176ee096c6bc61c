/** `/api/v1/conversations/{conversation}`: what the next game there begins with, and whether the bot is silent there. */
import { type GameState, nextSettingsOf } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { quarterOf } from "@znatoki/chat/season"
import {
  ConversationSettings,
  nothingSettled,
  type Settled,
  type Settling,
  withSettledNext
} from "@znatoki/ports/conversation-settings"
import { GameArchive } from "@znatoki/ports/game-archive"
import { Packs } from "@znatoki/ports/packs"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { Statistics } from "@znatoki/ports/statistics"
import { Clock, DateTime, Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { etagOf, moved } from "../api/version-asked.ts"
import { dailyQuestionKept, dailyQuestionVersion } from "../daily-question-kept.ts"
import { refusedFor } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import {
  ConversationChanges,
  type ConversationStateJson,
  ConversationStateJson as StateJson,
  settingsJson,
  settingsOf,
  settledJson
} from "../schemas/conversation-json.ts"
import { dailyQuestionJson } from "../schemas/daily-question-json.ts"
import { ConversationText } from "../schemas/game-json.ts"
import { readGame } from "./read-game.ts"
import { wholeConversation } from "../whole-name.ts"

const facts = { tag: "conversations" } as const
const params = { conversation: ConversationText }
const example = { params: { conversation: "vk:1:2000000001" } }
const etag = { ETag: "What a change of it has to name as If-Match" }
const State = named("ConversationState", StateJson)

const unknown = () =>
  new Problem({
    kind: "not-found",
    detail: "Nobody has played in this conversation, nothing was settled for it, and it has no pack of its own."
  })

const isNothing = ({ next, packs, running }: ConversationStateJson): boolean =>
  next === null && running === null && packs.length === 0

const shelvesOf = Effect.fnUntraced(function* (conversation: ConversationId) {
  const [shelves = { packs: [], themes: [] }] = yield* (yield* QuestionShelves).of([conversation])
  return shelves
})

const settledFor = Effect.fnUntraced(function* (conversation: ConversationId) {
  return (yield* (yield* ConversationSettings).of([conversation])).get(conversation) ?? nothingSettled
})

/** A game that runs has its own settings, and the next one the same, unless something was settled since. */
const nextOf = (state: GameState | undefined, settled: Settled) => {
  if (state === undefined) return settledJson(settled)
  const isBetween = state._tag === "Idle" || state._tag === "Finished"
  const over: GameState = isBetween ? state : { _tag: "Idle", game: state.game, settings: state.settings }
  return settingsJson(nextSettingsOf(withSettledNext(over, settled)))
}

const stateJson = Effect.fnUntraced(function* (conversation: ConversationId, settled: Settled) {
  const archive = yield* GameArchive
  const [last] = yield* archive.list({ status: null, conversation }, null, 1)
  // What it was played by may be in a state that nobody can read; what was settled is told all the same.
  const game =
    last === undefined ? null : yield* Effect.catchTag(readGame(last.id), "Problem", () => Effect.succeed(null))
  const own = yield* (yield* Packs).of(conversation)
  const daily = yield* dailyQuestionKept(conversation)
  const json: ConversationStateJson = {
    conversation,
    title: last?.title ?? null,
    muted: settled.muted,
    settled: settledJson(settled),
    next: nextOf(game?.state, settled),
    running: last?.status === "running" ? last.id : null,
    dailyQuestion: dailyQuestionJson(daily),
    dailyQuestionVersion: dailyQuestionVersion(daily),
    packs: own.map(({ key, questions, title }) => ({ key, title, questions: questions.published }))
  }
  return json
})

const show = route({
  ...facts,
  method: "GET",
  path: "/api/v1/conversations/{conversation}",
  operationId: "showConversation",
  summary: "What was settled for it, what the next game begins with, and its own packs",
  role: "viewer",
  params,
  answers: { 200: says("The conversation", State, etag) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params }) {
    const conversation = yield* wholeConversation(params.conversation)
    const settled = yield* settledFor(conversation)
    const json = yield* stateJson(conversation, settled)
    if (isNothing(json) && settled.revision === 0) return yield* unknown()
    return reply(200, json, { ETag: etagOf(settled.revision) })
  })
})

const change = route({
  ...facts,
  method: "PATCH",
  path: "/api/v1/conversations/{conversation}",
  operationId: "settleConversation",
  summary: "Settle what the next game begins with, or silence the bot there; absent fields stay",
  role: "owner",
  params,
  body: named("ConversationChanges", ConversationChanges),
  answers: { 200: says("The running bot goes by it within about a second", State, etag) },
  versioned: true,
  example: { ...example, body: { settings: { preset: "quick", discussionSeconds: 45 }, muted: false } },
  handle: Effect.fnUntraced(function* ({ body, params, version }) {
    const conversation = yield* wholeConversation(params.conversation)
    const { muted, settings } = body
    const read =
      settings === undefined || settings === null ? null : settingsOf(settings, yield* shelvesOf(conversation))
    if (read !== null && read.flaws.length > 0) return yield* refusedFor("invalid-body", read.flaws)
    const settling: Settling = {
      ...(muted === undefined ? {} : { muted }),
      ...(settings === undefined ? {} : { settings: read?.settings ?? null })
    }
    const atMs = yield* Clock.currentTimeMillis
    const done = yield* (yield* ConversationSettings).settle(conversation, settling, version, atMs)
    if (done._tag === "Moved") return yield* moved(done.settled.revision)
    return reply(200, yield* stateJson(conversation, done.settled), { ETag: etagOf(done.settled.revision) })
  })
})

export const HistoryJson = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      finishedAt: Schema.String,
      score: Schema.Struct({ team: Schema.Natural, bot: Schema.Natural }),
      outcome: Schema.Literals(["won", "lost", "drawn", "broken off"]),
      /** The name of the best player; null: nobody was. */
      best: Schema.NullOr(Schema.String)
    })
  )
})

const history = route({
  ...facts,
  method: "GET",
  path: "/api/v1/conversations/{conversation}/history",
  operationId: "showHistory",
  summary: "The last games that were counted, newest first",
  role: "viewer",
  params,
  answers: { 200: says("Empty where nothing was played", named("History", HistoryJson)) },
  example,
  handle: Effect.fnUntraced(function* ({ params }) {
    const conversation = yield* wholeConversation(params.conversation)
    const [told] = yield* (yield* Statistics).tell([{ conversation, inquiry: { _tag: "History" } }])
    const games = told?._tag === "History" ? told.games : []
    return reply(200, {
      items: games.map(({ best, finishedAtMs, outcome, score: { bot, team } }) => ({
        finishedAt: DateTime.formatIso(DateTime.makeUnsafe(finishedAtMs)),
        score: { team, bot },
        outcome,
        best
      }))
    })
  })
})

export const SeasonsJson = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      year: Schema.Int,
      quarter: Schema.Literals(["winter", "spring", "summer", "autumn"]),
      games: Schema.Natural,
      wins: Schema.Natural,
      /** Who has most right answers. */
      best: Schema.NullOr(Schema.Struct({ name: Schema.String, right: Schema.Natural }))
    })
  )
})
const quarterNames = ["winter", "spring", "summer", "autumn"] as const

const seasons = route({
  ...facts,
  method: "GET",
  path: "/api/v1/conversations/{conversation}/seasons",
  operationId: "listSeasons",
  summary: "Seasons of the year in which games were played, newest first",
  role: "viewer",
  params,
  answers: { 200: says("Empty where nothing was played", named("Seasons", SeasonsJson)) },
  example,
  handle: Effect.fnUntraced(function* ({ params }) {
    const conversation = yield* wholeConversation(params.conversation)
    const [told] = yield* (yield* Statistics).tell([{ conversation, inquiry: { _tag: "Seasons" } }])
    const found = told?._tag === "Seasons" ? told.seasons : []
    return reply(200, {
      items: found.map(({ best, games, season, wins }) => {
        const { quarter, year } = quarterOf(season)
        return { year, quarter: quarterNames[quarter], games, wins, best }
      })
    })
  })
})

export const conversationRoutes = [show, change, history, seasons]
