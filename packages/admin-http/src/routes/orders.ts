/** `/api/v1/games/{id}/stop` and `/rulings`, `/api/v1/appeals`: what admins want to happen to games, and where they are waited for. */
import { unpaused, type GameState } from "@znatoki/engine"
import { type AdminOrder, AdminOrders } from "@znatoki/ports/admin-orders"
import { GameArchive, type GameId, type GameSummary } from "@znatoki/ports/game-archive"
import { Clock, Effect, Schema } from "effect"
import { moved } from "../api/version-asked.ts"
import { named, reply, route, says } from "../api/route.ts"
import { GameCursor, pageJson } from "../cursor.ts"
import { Problem } from "../problem.ts"
import { AppealJson, appealsIn, appealVersions, OrderedJson, Ruling } from "../schemas/appeal-json.ts"
import { GameIdText } from "../schemas/game-json.ts"
import { readGame } from "./read-game.ts"
import { wholeGame } from "../whole-name.ts"

const facts = { tag: "games" } as const
const params = { id: GameIdText }
const example = { params: { id: "vk:1:2000000001-1" } }
const Ordered = named("Ordered", OrderedJson)

const noGame = () => new Problem({ kind: "not-found", detail: "There is no game with this id." })
const isOver = () => new Problem({ kind: "conflict", detail: "This game is over." })
const noAppeal = () =>
  new Problem({ kind: "conflict", detail: "There is no open appeal of this round, or a later game has begun since." })

const found = Effect.fnUntraced(function* (given: GameId) {
  const id = yield* wholeGame(given)
  const game = yield* readGame(id)
  return game === null ? yield* noGame() : { id, ...game }
})

const isRuled = () =>
  new Problem({ kind: "conflict", detail: "Somebody has just ruled on this appeal; the bot will do so in a moment." })

const give = Effect.fnUntraced(function* ({ conversation }: GameSummary, order: AdminOrder) {
  return yield* (yield* AdminOrders).give({ conversation, order, atMs: yield* Clock.currentTimeMillis })
})

/** Far more than a game has. */
const eventsMax = 10_000

const logOf = Effect.fnUntraced(function* (id: GameId) {
  return (yield* (yield* GameArchive).events(id, 0, eventsMax)) ?? []
})

const stop = route({
  ...facts,
  method: "POST",
  path: "/api/v1/games/{id}/stop",
  operationId: "stopGame",
  changes: ["games"],
  summary: "End a running game at once; its people see the results",
  role: "owner",
  params,
  answers: { 202: says("The running bot does so within about a second", Ordered) },
  refuses: ["not-found", "conflict"],
  example,
  handle: Effect.fnUntraced(function* ({ params }) {
    const { id, summary } = yield* found(params.id)
    if (summary.status !== "running") return yield* isOver()
    yield* give(summary, { _tag: "Stop", game: summary.game })
    return reply(202, { game: id })
  })
})

const appealOf = (state: GameState, round: number): string | null => {
  const held = unpaused(state)
  return "results" in held ? (held.results[round - 1]?.appeal ?? null) : null
}

const rule = route({
  ...facts,
  method: "POST",
  path: "/api/v1/games/{id}/rulings",
  operationId: "ruleOnAppeal",
  changes: ["games"],
  summary:
    "Rule on an appeal that is open: the score is corrected, and the chat is told; the ETag is the `version` of the appeal",
  role: "editor",
  params,
  body: named("Ruling", Ruling),
  answers: { 202: says("The running bot does so within about a second", Ordered) },
  refuses: ["not-found", "conflict"],
  versioned: true,
  example: { ...example, body: { round: 1, accepted: true } },
  handle: Effect.fnUntraced(function* ({ body: { accepted, round }, params, version }) {
    const { id, state, summary } = yield* found(params.id)
    const now = appealVersions(yield* logOf(id)).get(round)
    if (version !== null && now !== undefined && now !== version) return yield* moved(now)
    if (appealOf(state, round) !== "open") return yield* noAppeal()
    if (!(yield* give(summary, { _tag: "Rule", game: summary.game, round, accepted }))) return yield* isRuled()
    return reply(202, { game: id })
  })
})

const gamesAtOnce = 50
/** So many games are looked through until there is an appeal among them; of most there is none. */
const gamesMax = 500

const AppealsQuery = Schema.Struct({ cursor: Schema.optionalKey(GameCursor) })
const writeCursor = Schema.encodeSync(GameCursor)

const openIn = Effect.fnUntraced(function* ({ id }: GameSummary) {
  // One that cannot be read keeps nobody from the others.
  const game = yield* Effect.catchTag(readGame(id), "Problem", () => Effect.succeed(null))
  if (game === null) return []
  const held = unpaused(game.state)
  const isOpen = "results" in held && held.results.some(({ appeal }) => appeal === "open")
  return isOpen ? appealsIn(game.summary, held, yield* logOf(id)) : []
})

const appeals = route({
  ...facts,
  method: "GET",
  path: "/api/v1/appeals",
  operationId: "listAppeals",
  summary: `Appeals that wait for a ruling, in the games that changed last; a page looks through ${gamesMax} games at most, and may be empty`,
  role: "viewer",
  query: AppealsQuery,
  answers: { 200: says("A page", named("AppealPage", pageJson(AppealJson))) },
  handle: Effect.fnUntraced(function* ({ query: { cursor } }) {
    const archive = yield* GameArchive
    let before = cursor === undefined ? null : { updatedAtMs: cursor[1], id: cursor[2] }
    for (let looked = gamesAtOnce; ; looked += gamesAtOnce) {
      const games = yield* archive.list({ status: null, conversation: null }, before, gamesAtOnce)
      const items = (yield* Effect.forEach(games, openIn)).flat()
      before = games.length < gamesAtOnce ? null : (games.at(-1) ?? null)
      if (before === null) return reply(200, { items, next: null })
      if (items.length > 0 || looked >= gamesMax)
        return reply(200, { items, next: writeCursor(["games", before.updatedAtMs, before.id]) })
    }
  })
})

export const orderRoutes = [stop, rule, appeals]
