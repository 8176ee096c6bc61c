/** `/api/v1/games`: games running and finished, and what happened in each. */
import { GameArchive } from "@znatoki/ports/game-archive"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { EventCursor, GameCursor, pageJson, pageOf } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import {
  ConversationText,
  EventJson,
  eventJson,
  GameIdText,
  GameJson,
  gameJson,
  GameStatusText,
  GameWithStateJson
} from "../schemas/game-json.ts"
import { readGame } from "./read-game.ts"
import { wholeConversation, wholeGame } from "../whole-name.ts"

const GamesQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(GameCursor),
  status: Schema.optionalKey(GameStatusText),
  conversation: Schema.optionalKey(ConversationText)
})

const EventsQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(EventCursor)
})

const GamePage = named("GamePage", pageJson(GameJson))
const Game = named("Game", GameWithStateJson)
const EventPage = named("EventPage", pageJson(EventJson))
const writeGameCursor = Schema.encodeSync(GameCursor)
const writeEventCursor = Schema.encodeSync(EventCursor)
const params = { id: GameIdText }
const example = { params: { id: "vk:1:2000000001-3" } }

const noGame = () => new Problem({ kind: "not-found", detail: "There is no game with this id." })

const list = route({
  method: "GET",
  path: "/api/v1/games",
  operationId: "listGames",
  summary: "Games, newest change first",
  tag: "games",
  role: "viewer",
  query: GamesQuery,
  answers: { 200: says("A page", GamePage) },
  handle: Effect.fnUntraced(function* ({ query }) {
    const { limit = defaultLimit, cursor, status = null, conversation = null } = query
    const archive = yield* GameArchive
    const before = cursor === undefined ? null : { updatedAtMs: cursor[1], id: cursor[2] }
    const whole = conversation === null ? null : yield* wholeConversation(conversation)
    const found = yield* archive.list({ status, conversation: whole }, before, limit + 1)
    return reply(
      200,
      pageOf(found, limit, gameJson, (last) => writeGameCursor(["games", last.updatedAtMs, last.id]))
    )
  })
})

const show = route({
  method: "GET",
  path: "/api/v1/games/{id}",
  operationId: "showGame",
  cached: { kind: "game", tags: ["games"] },
  summary: "One game with its whole state",
  tag: "games",
  role: "viewer",
  params,
  answers: { 200: says("The game", Game) },
  refuses: ["not-found", "conflict"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { id } }) {
    const found = yield* readGame(yield* wholeGame(id))
    return found === null ? yield* noGame() : reply(200, { ...gameJson(found.summary), state: found.state })
  })
})

const showEvents = route({
  method: "GET",
  path: "/api/v1/games/{id}/events",
  operationId: "listEvents",
  summary: "What happened in a game, in order",
  tag: "games",
  role: "viewer",
  params,
  query: EventsQuery,
  answers: { 200: says("A page", EventPage) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { id }, query: { limit = defaultLimit, cursor } }) {
    const archive = yield* GameArchive
    const found = yield* archive.events(yield* wholeGame(id), cursor?.[1] ?? 0, limit + 1)
    if (found === null) return yield* noGame()
    return reply(
      200,
      pageOf(found, limit, eventJson, (last) => writeEventCursor(["events", last.position]))
    )
  })
})

export const gameRoutes = [list, show, showEvents]
