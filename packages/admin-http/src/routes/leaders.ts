/** `/api/v1/leaders`, `/api/v1/conversations`: who plays best, by conversation and by season. */
import { seasonOf } from "@znatoki/chat/season"
import { Statistics } from "@znatoki/ports/statistics"
import { PlayerId } from "@znatoki/engine"
import { Clock, Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { LeaderCursor, pageJson, pageOf } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { deedsFields } from "../schemas/deeds-json.ts"
import { ConversationText } from "../schemas/game-json.ts"
import { wholeConversation } from "../whole-name.ts"

const facts = { tag: "statistics", role: "viewer" } as const

const LeadersQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(LeaderCursor),
  conversation: Schema.optionalKey(ConversationText),
  season: Schema.optionalKey(Schema.Literals(["now", "ever"]))
})

const LeaderJson = Schema.Struct({
  player: Schema.String,
  name: Schema.String,
  ...deedsFields
})

export const LeaderPageJson = pageJson(LeaderJson)

const ConversationJson = Schema.Struct({
  conversation: Schema.String,
  title: Schema.NullOr(Schema.String),
  games: Schema.Natural,
  wins: Schema.Natural,
  streak: Schema.Natural,
  bestStreak: Schema.Natural
})

const writeCursor = Schema.encodeSync(LeaderCursor)

const leaders = route({
  ...facts,
  method: "GET",
  path: "/api/v1/leaders",
  operationId: "listLeaders",
  cached: { kind: "leaders", tags: ["statistics"] },
  summary: "People by right answers, in one conversation or in all, this season or ever",
  query: LeadersQuery,
  answers: { 200: says("A page", named("LeaderPage", LeaderPageJson)) },
  handle: Effect.fnUntraced(function* ({
    query: { conversation = null, cursor, limit = defaultLimit, season = "ever" }
  }) {
    const filter = {
      conversation: conversation === null ? null : yield* wholeConversation(conversation),
      season: season === "now" ? seasonOf(yield* Clock.currentTimeMillis) : null
    }
    const after =
      cursor === undefined
        ? null
        : { player: PlayerId.make(cursor[1]), right: cursor[2], best: cursor[3], rightMs: cursor[4] }
    const found = yield* (yield* Statistics).leaders(filter, after, limit + 1)
    return reply(
      200,
      pageOf(
        found,
        limit,
        ({ answered, best, games, name, player, right, rightMs, wins }) => ({
          player,
          name,
          games,
          wins,
          answered,
          right,
          rightMs,
          best
        }),
        ({ best, player, right, rightMs }) => writeCursor(["leaders", player, right, best, rightMs])
      )
    )
  })
})

export const ConversationsJson = Schema.Struct({ items: Schema.Array(ConversationJson) })
const Conversations = named("ConversationDeeds", ConversationsJson)

const conversations = route({
  ...facts,
  method: "GET",
  path: "/api/v1/conversations",
  operationId: "listConversations",
  cached: { kind: "conversations", tags: ["statistics"] },
  summary: "Conversations with most wins first",
  query: Schema.Struct({ limit: Schema.optionalKey(Limit) }),
  answers: { 200: says("At most `limit` of them", Conversations) },
  handle: Effect.fnUntraced(function* ({ query: { limit = defaultLimit } }) {
    const found = yield* (yield* Statistics).conversations(limit)
    return reply(200, {
      items: found.map(({ bestStreak, conversation, games, streak, title, wins }) => ({
        conversation,
        title,
        games,
        wins,
        streak,
        bestStreak
      }))
    })
  })
})

export const leaderRoutes = [leaders, conversations]
