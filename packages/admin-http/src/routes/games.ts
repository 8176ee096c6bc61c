/** `/api/v1/games`: games running and finished, and what happened in each. */
import { GameArchive } from "@znatoki/ports/game-archive"
import { Effect, Schema } from "effect"
import type { Handler } from "../answer.ts"
import { EventCursor, GameCursor, pageOf } from "../cursor.ts"
import { defaultLimit, idOf, Limit, queryOf } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import type { Methods } from "../resource.ts"
import { ConversationText, eventJson, GameIdText, gameJson, GameStatusText } from "../schemas/game-json.ts"
import { wholeConversation, wholeGame } from "../whole-name.ts"

export const GamesQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(GameCursor),
  status: Schema.optionalKey(GameStatusText),
  conversation: Schema.optionalKey(ConversationText)
})

export const EventsQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(EventCursor)
})

const readGamesQuery = queryOf(GamesQuery)
const readEventsQuery = queryOf(EventsQuery)
const readId = idOf(GameIdText)
const writeGameCursor = Schema.encodeSync(GameCursor)
const writeEventCursor = Schema.encodeSync(EventCursor)

const noGame = () => new Problem({ kind: "not-found", detail: "There is no game with this id." })

const list: Handler = Effect.fn("admin.listGames")(function* (context) {
  const { limit = defaultLimit, cursor, status = null, conversation = null } = yield* readGamesQuery(context)
  const archive = yield* GameArchive
  const before = cursor === undefined ? null : { updatedAtMs: cursor[1], id: cursor[2] }
  const whole = conversation === null ? null : yield* wholeConversation(conversation)
  const found = yield* archive.list({ status, conversation: whole }, before, limit + 1)
  return context.json(pageOf(found, limit, gameJson, (last) => writeGameCursor(["games", last.updatedAtMs, last.id])))
})

const show: Handler = Effect.fn("admin.showGame")(function* (context) {
  const id = yield* wholeGame(yield* readId(context))
  const archive = yield* GameArchive
  const found = yield* archive.get(id)
  if (found === null) return yield* noGame()
  return context.json({ ...gameJson(found.summary), state: found.state })
})

const showEvents: Handler = Effect.fn("admin.showEvents")(function* (context) {
  const id = yield* wholeGame(yield* readId(context))
  const { limit = defaultLimit, cursor } = yield* readEventsQuery(context)
  const archive = yield* GameArchive
  const found = yield* archive.events(id, cursor?.[1] ?? 0, limit + 1)
  if (found === null) return yield* noGame()
  return context.json(pageOf(found, limit, eventJson, (last) => writeEventCursor(["events", last.position])))
})

export const games: Methods = { GET: list }
export const game: Methods = { GET: show }
export const gameEvents: Methods = { GET: showEvents }
