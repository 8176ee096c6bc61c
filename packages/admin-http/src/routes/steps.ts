/** `/api/v1/games/{id}/steps`: a game played again from its log, step by step: what happened, what came of it, what was said. */
import { GameEffect, GameEvent, GameState } from "@znatoki/engine"
import type { Conversations } from "@znatoki/ports/conversations"
import { GameArchive } from "@znatoki/ports/game-archive"
import { Effect, Schema } from "effect"
import { named, reply, type Route, route, says } from "../api/route.ts"
import { EventCursor, pageJson, pageOf } from "../cursor.ts"
import { playedSteps, type PlayedStep, type Told } from "../pages/played-steps.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import { GameIdText } from "../schemas/game-json.ts"
import { wholeGame } from "../whole-name.ts"

/** Far more than a game has. */
const eventsMax = 10_000

const Query = Schema.Struct({ limit: Schema.optionalKey(Limit), cursor: Schema.optionalKey(EventCursor) })
const writeCursor = Schema.encodeSync(EventCursor)

const StepJson = Schema.Struct({
  position: Schema.Natural,
  /** Null: follows from the one before. */
  source: Schema.NullOr(Schema.String),
  event: GameEvent,
  effects: Schema.Array(GameEffect),
  said: Schema.Array(Schema.String),
  state: GameState
})

const stepJson = ({ effects, event, position, said, source, state }: PlayedStep): typeof StepJson.Type => ({
  position,
  source,
  event,
  effects,
  said,
  state
})

export const stepRoutes = (told: Told): ReadonlyArray<Route<GameArchive | Conversations>> => [
  route({
    method: "GET",
    path: "/api/v1/games/{id}/steps",
    operationId: "listSteps",
    summary: "The game played again from its log: each event, its effects, what was said, and the state after it",
    tag: "games",
    role: "viewer",
    params: { id: GameIdText },
    query: Query,
    answers: { 200: says("A page", named("StepPage", pageJson(StepJson))) },
    refuses: ["not-found"],
    example: { params: { id: "vk:1:2000000001-1" } },
    handle: Effect.fnUntraced(function* ({ params, query: { cursor, limit = defaultLimit } }) {
      const id = yield* wholeGame(params.id)
      const log = yield* (yield* GameArchive).events(id, 0, eventsMax)
      if (log === null) return yield* new Problem({ kind: "not-found", detail: "There is no game with this id." })
      const steps = playedSteps(Number(id.slice(id.lastIndexOf("-") + 1)), log, told)
      const after = steps.filter(({ position }) => position > (cursor?.[1] ?? 0)).slice(0, limit + 1)
      return reply(
        200,
        pageOf(after, limit, stepJson, (last) => writeCursor(["events", last.position]))
      )
    })
  })
]
