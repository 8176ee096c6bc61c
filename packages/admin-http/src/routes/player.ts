/** `/api/v1/conversations/{conversation}/players/{player}`: how one person plays in a conversation, and with whom best. */
import { seasonOf } from "@znatoki/chat/season"
import type { Standing } from "@znatoki/chat/statistics"
import { PlayerId } from "@znatoki/engine"
import { Statistics } from "@znatoki/ports/statistics"
import { Clock, Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { PlayerText } from "../cursor.ts"
import { deedsFields } from "../schemas/deeds-json.ts"
import { ConversationText } from "../schemas/game-json.ts"
import { wholeConversation } from "../whole-name.ts"

const StandingJson = Schema.Struct({
  /** Among the `of` people who have answered here. */
  place: Schema.Natural,
  of: Schema.Natural,
  ...deedsFields
})

export const PlayerJson = Schema.Struct({
  player: Schema.String,
  /** Null: they have not answered here, then or ever. */
  ofSeason: Schema.NullOr(StandingJson),
  ofAllTime: Schema.NullOr(StandingJson),
  /** With whom most was won. */
  mates: Schema.Array(Schema.Struct({ name: Schema.String, games: Schema.Natural, wins: Schema.Natural }))
})

const standingJson = (standing: Standing | null): typeof StandingJson.Type | null => {
  if (standing === null) return null
  const { answered, best, games, of, place, right, rightMs, wins } = standing
  return { place, of, games, wins, answered, right, rightMs, best }
}

const show = route({
  method: "GET",
  path: "/api/v1/conversations/{conversation}/players/{player}",
  operationId: "showPlayer",
  summary: "How somebody plays in a conversation, this season and ever, and with whom they win most",
  tag: "statistics",
  role: "viewer",
  params: { conversation: ConversationText, player: PlayerText },
  answers: { 200: says("Empty where they have not answered", named("Player", PlayerJson)) },
  example: { params: { conversation: "vk:1:2000000001", player: "17" } },
  handle: Effect.fnUntraced(function* ({ params }) {
    const conversation = yield* wholeConversation(params.conversation)
    const season = seasonOf(yield* Clock.currentTimeMillis)
    const inquiry = { _tag: "Player", player: PlayerId.make(params.player), season } as const
    const [told] = yield* (yield* Statistics).tell([{ conversation, inquiry }])
    const deeds = told?._tag === "Player" ? told : { ofSeason: null, ofAllTime: null, mates: [] }
    return reply(200, {
      player: params.player,
      ofSeason: standingJson(deeds.ofSeason),
      ofAllTime: standingJson(deeds.ofAllTime),
      mates: deeds.mates.map(({ games, name, wins }) => ({ name, games, wins }))
    })
  })
})

export const playerRoutes = [show]
