/** `/games`: pages for developers, on which live games are seen from inside. */
import { GameArchive } from "@znatoki/ports/game-archive"
import { Effect, Schema } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { AdminContext, Handler } from "../answer.ts"
import { gamePage } from "../pages/game-page.ts"
import { gamesPage } from "../pages/games-page.ts"
import { playedSteps, type Told } from "../pages/played-steps.ts"
import type { Html } from "../pages/value-tree.ts"
import { idOf, queryOf } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import type { Methods } from "../resource.ts"
import { GameIdText } from "../schemas/game-json.ts"
import { readGame } from "./read-game.ts"
import { wholeGame } from "../whole-name.ts"

const gamesMax = 50
/** Far more than a game has. */
const eventsMax = 10_000

const Until = Schema.FiniteFromString.check(Schema.isInt(), Schema.isGreaterThan(0))
const readQuery = queryOf(Schema.Struct({ until: Schema.optionalKey(Until) }))
const readId = idOf(GameIdText)

const asPage = (context: AdminContext, page: Html): Effect.Effect<Response> =>
  Effect.promise(async () => context.html(page))

const list: Handler = Effect.fn("admin.gamesPage")(function* (context) {
  const archive = yield* GameArchive
  return yield* asPage(context, gamesPage(yield* archive.list({ status: null, conversation: null }, null, gamesMax)))
})

const show = (told: Told): Handler =>
  Effect.fn("admin.gamePage")(function* (context) {
    const id = yield* wholeGame(yield* readId(context))
    const { until = null } = yield* readQuery(context)
    const archive = yield* GameArchive
    const [found, log] = [yield* readGame(id), yield* archive.events(id, 0, eventsMax)]
    if (found === null || log === null) {
      return yield* new Problem({ kind: "not-found", detail: "There is no game with this id." })
    }
    const steps = playedSteps(found.summary.game, log, told)
    return yield* asPage(context, gamePage({ ...found, steps, until }))
  })

const file = (name: string, type: string): Methods => {
  const text = readFileSync(join(import.meta.dirname, "../web", name), "utf8")
  return { GET: (context) => Effect.succeed(context.body(text, 200, { "Content-Type": type })) }
}

export const gamesListed: Methods = { GET: list }
export const gameSeen = (told: Told): Methods => ({ GET: show(told) })
export const pageStyle = file("pages.css", "text/css; charset=utf-8")
export const pageScript = file("live.js", "text/javascript; charset=utf-8")
