/** `/api/v1/live`: games as they change, for as long as somebody looks. */
import { GameArchive, type GameSummary } from "@znatoki/ports/game-archive"
import { Effect } from "effect"
import { streamSSE } from "hono/streaming"
import type { AdminRuntime } from "../answer.ts"
import { stillMay } from "../auth/identify.ts"
import type { Who } from "../auth/role.ts"
import { type Route, route, saysMedia } from "../api/route.ts"
import { Problem } from "../problem.ts"
import { gameJson } from "../schemas/game-json.ts"

const everyMs = 1_000
/** A line that says nothing keeps proxies from closing what is silent. */
const hushMs = 15_000
/** Whoever looks longer asks again. */
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
    return this.#versions.get(id) !== version
  }

  tell({ id, version }: GameSummary): void {
    this.#versions.set(id, version)
  }
}

const role = "viewer"

/**
 * What `shown` has not been told yet. Null: it is not theirs any more who looks, which is asked before anything is sent, so that a
 * session or a token that is over reads nothing more.
 */
const newsOf = Effect.fnUntraced(function* (who: Who | null, shown: Shown, isHushOver: boolean) {
  const games = (yield* changed).filter((each) => shown.isNew(each))
  if (games.length === 0 && !isHushOver) return games
  if (who === null || !(yield* stillMay(who, role))) return null
  for (const game of games) shown.tell(game)
  return games
})

export const liveRoutes = (runtime: AdminRuntime): ReadonlyArray<Route<GameArchive>> => {
  let watchers = 0
  return [
    route({
      method: "GET",
      path: "/api/v1/live",
      operationId: "watchGames",
      summary: "Server-sent events `game`: the games that changed last, and each again whenever it changes",
      tag: "games",
      role,
      answers: { 200: saysMedia("A stream, which ends after some minutes; ask again", "text/event-stream") },
      handle: Effect.fnUntraced(function* ({ context, who }) {
        if (watchers >= watchersMax) return yield* tooMany()
        // Whoever cannot be told now is told so by a status.
        yield* changed
        return streamSSE(context, async (stream) => {
          watchers++
          const shown = new Shown()
          let silentMs = 0
          try {
            for (let ageMs = 0; ageMs < longestMs && !stream.aborted; ageMs += everyMs) {
              silentMs += everyMs
              const isHushOver = silentMs % hushMs === 0
              const games = await runtime.runPromise(Effect.orElseSucceed(newsOf(who, shown, isHushOver), () => []))
              if (games === null) return
              for (const game of games) {
                const data = JSON.stringify(gameJson(game))
                await stream.writeSSE({ event: "game", id: `${game.updatedAtMs}`, data })
              }
              if (games.length > 0) silentMs = 0
              else if (isHushOver) await stream.write(": \n\n")
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
