/** `/api/v1/live`: games as they change, for as long as somebody looks. */
import { GameArchive, type GameSummary } from "@znatoki/ports/game-archive"
import { Effect } from "effect"
import { streamSSE } from "hono/streaming"
import type { AdminRuntime } from "../answer.ts"
import { type Route, route, saysMedia } from "../api/route.ts"
import { Problem } from "../problem.ts"
import { gameJson } from "../schemas/game-json.ts"

const everyMs = 1_000
/** A line that says nothing keeps proxies from closing what is silent. */
const hushMs = 15_000
/** Whoever looks longer asks again, and has to be somebody still. */
const longestMs = 300_000
const gamesAtOnce = 50
const watchersMax = 50

const tooMany = () =>
  new Problem({ kind: "too-many-requests", detail: "Too many look already.", headers: { "Retry-After": "30" } })

const changed = Effect.gen(function* () {
  const found = yield* (yield* GameArchive).list({ status: null, conversation: null }, null, gamesAtOnce)
  return found.toReversed()
})

/** What a watcher was told last of each game. */
class Shown {
  readonly #versions = new Map<string, number>()

  isNew({ id, version }: GameSummary): boolean {
    if (this.#versions.get(id) === version) return false
    this.#versions.set(id, version)
    return true
  }
}

export const liveRoutes = (runtime: AdminRuntime): ReadonlyArray<Route<GameArchive>> => {
  let watchers = 0
  return [
    route({
      method: "GET",
      path: "/api/v1/live",
      operationId: "watchGames",
      summary: "Server-sent events `game`: the games that changed last, and each again whenever it changes",
      tag: "games",
      role: "viewer",
      answers: { 200: saysMedia("A stream, which ends after some minutes; ask again", "text/event-stream") },
      handle: Effect.fnUntraced(function* ({ context }) {
        if (watchers >= watchersMax) return yield* tooMany()
        // Whoever cannot be told now is told so by a status.
        yield* changed
        return streamSSE(context, async (stream) => {
          watchers++
          const shown = new Shown()
          let silentMs = 0
          try {
            for (let ageMs = 0; ageMs < longestMs && !stream.aborted; ageMs += everyMs) {
              const games = (await runtime.runPromise(Effect.orElseSucceed(changed, () => []))).filter((each) =>
                shown.isNew(each)
              )
              for (const game of games) {
                const data = JSON.stringify(gameJson(game))
                await stream.writeSSE({ event: "game", id: `${game.updatedAtMs}`, data })
              }
              silentMs = games.length > 0 ? 0 : silentMs + everyMs
              if (silentMs % hushMs === 0) await stream.write(": \n\n")
              await stream.sleep(everyMs)
            }
          } finally {
            watchers--
          }
        })
      })
    })
  ]
}
