/** `/desk/players`: who answers best and which conversations win most, in this season and ever. */
import { Effect } from "effect"
import { html } from "hono/html"
import { ConversationsJson, LeaderPageJson } from "../../routes/leaders.ts"
import type { Asked, Page } from "../page.ts"
import { choiceOf } from "../parts/choice.ts"
import { conversationsTable } from "./conversations.ts"
import { pathWith } from "../parts/further-link.ts"
import { tableOr } from "../parts/table.ts"
import { readApi } from "../read-api.ts"

const path = "/desk/players"
const shownMax = "100"

/** By the API's own routes, which keep what they say ready: names too. */
const show = Effect.fnUntraced(function* (asked: Asked) {
  const { context, words } = asked
  const { games, players } = words
  const period = context.req.query("period") === "ever" ? "ever" : "season"
  const season = period === "ever" ? "ever" : "now"
  const leaders = yield* readApi(asked, pathWith("/api/v1/leaders", { season, limit: shownMax }), LeaderPageJson)
  const conversations = yield* readApi(asked, pathWith("/api/v1/conversations", { limit: shownMax }), ConversationsJson)
  return {
    title: players.title,
    main: html`<h1>${players.title}</h1>
      <form class="filter" method="get" action="${path}">
        ${choiceOf(players.period, "period", period, [
          ["season", players.season],
          ["ever", players.allTime]
        ])}
        <button>${games.show}</button>
      </form>
      ${tableOr(
        players.empty,
        players.title,
        [
          { head: players.place, cell: (_, index) => index + 1, numeric: true },
          { head: players.name, cell: ({ name }) => name },
          { head: players.right, cell: ({ answered, right }) => `${right} / ${answered}`, numeric: true },
          { head: players.games, cell: ({ games: played }) => played, numeric: true },
          { head: players.won, cell: ({ wins }) => wins, numeric: true },
          { head: players.best, cell: ({ best }) => best, numeric: true }
        ],
        leaders.items
      )}
      <h2>${players.conversations}</h2>
      ${conversationsTable(words, conversations.items)}`
  }
})

export const playersPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "viewer", show }]
