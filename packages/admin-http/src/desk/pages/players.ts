/** `/desk/players`: who answers best and which conversations win most, in this season and ever. */
import { seasonOf } from "@znatoki/chat/season"
import { Statistics } from "@znatoki/ports/statistics"
import { Clock, Effect } from "effect"
import { html } from "hono/html"
import type { Asked, Page } from "../page.ts"
import { choiceOf } from "../parts/choice.ts"
import { conversationsTable } from "./conversations.ts"
import { tableOr } from "../parts/table.ts"

const path = "/desk/players"
const shownMax = 100

const show = Effect.fnUntraced(function* ({ context, words }: Asked) {
  const { games, players } = words
  const period = context.req.query("period") === "ever" ? "ever" : "season"
  const season = period === "ever" ? null : seasonOf(yield* Clock.currentTimeMillis)
  const statistics = yield* Statistics
  const leaders = yield* statistics.leaders({ conversation: null, season }, null, shownMax)
  const conversations = yield* statistics.conversations(shownMax)
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
        leaders
      )}
      <h2>${players.conversations}</h2>
      ${conversationsTable(words, conversations)}`
  }
})

export const playersPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "viewer", show }]
