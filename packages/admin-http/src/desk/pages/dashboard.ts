/** `/desk`: who plays now, how today goes, how the last days went, who answers best. */
import { dayNumberOf } from "@znatoki/chat/calendar-day"
import { seasonOf } from "@znatoki/chat/season"
import { GameArchive } from "@znatoki/ports/game-archive"
import { everyQuestion, QuestionCatalog } from "@znatoki/ports/question-catalog"
import { type DayDeeds, Statistics } from "@znatoki/ports/statistics"
import { Clock, Effect } from "effect"
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import { everyDay } from "../../routes/series.ts"
import type { Asked, Page } from "../page.ts"
import { dayChart } from "../parts/day-chart.ts"
import { gamesTable } from "../parts/games-table.ts"
import { liveRegion } from "../parts/live-region.ts"
import { tableOr } from "../parts/table.ts"

const daysShown = 30
const liveMax = 50
const leadersMax = 5
const restingMax = 50

const tile = (name: string, value: Html | string | number): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`

const share = ({ right, rounds }: DayDeeds): string => (rounds === 0 ? "—" : `${Math.round((100 * right) / rounds)} %`)

const livePart = Effect.fnUntraced(function* ({ words }: Asked) {
  const archive = yield* GameArchive
  const statistics = yield* Statistics
  const day = dayNumberOf(yield* Clock.currentTimeMillis)
  const running = yield* archive.list({ status: "running", conversation: null }, null, liveMax)
  const [today = { day, games: 0, wins: 0, rounds: 0, right: 0 }] = yield* statistics.days(day, day)
  const { dashboard } = words
  return html`<dl class="tiles" aria-label="${dashboard.today}">
      ${tile(dashboard.live, running.length === liveMax ? `${liveMax}+` : running.length)}
      ${tile(`${dashboard.games}, ${dashboard.today.toLowerCase()}`, today.games)} ${tile(dashboard.won, today.wins)}
      ${tile(dashboard.rounds, today.rounds)} ${tile(dashboard.right, share(today))}
    </dl>
    <h2>${dashboard.live}</h2>
    ${gamesTable(words, running, dashboard.nobody)}`
})

/** What an editor is waited for with; nothing: there is no such question. */
const restingPart = Effect.fnUntraced(function* ({ words: { disliked } }: Asked) {
  const filter = { ...everyQuestion, state: "published", rests: true } as const
  const { length } = yield* (yield* QuestionCatalog).list(filter, null, restingMax)
  return length === 0
    ? html``
    : html`<p><a href="/desk/disliked">${disliked.title}</a>: ${disliked.resting(length)}.</p>`
})

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { words } = asked
  const statistics = yield* Statistics
  const nowMs = yield* Clock.currentTimeMillis
  const today = dayNumberOf(nowMs)
  const from = today - daysShown + 1
  const days = everyDay(yield* statistics.days(from, today), from, today)
  const leaders = yield* statistics.leaders({ conversation: null, season: seasonOf(nowMs) }, null, leadersMax)
  const { dashboard, players } = words
  const live = yield* livePart(asked)
  return {
    title: dashboard.title,
    main: html`<h1>${dashboard.title}</h1>
      ${yield* restingPart(asked)} ${liveRegion(asked, "/desk/live", live)}
      <h2>${dashboard.days}</h2>
      ${dayChart(days, words)}
      <h2>${dashboard.leaders}</h2>
      ${tableOr(
        players.empty,
        dashboard.leaders,
        [
          { head: players.name, cell: ({ name }) => name },
          { head: players.right, cell: ({ answered, right }) => `${right} / ${answered}`, numeric: true },
          { head: players.games, cell: ({ games }) => games, numeric: true },
          { head: players.best, cell: ({ best }) => best, numeric: true }
        ],
        leaders
      )}`
  }
})

export const dashboardPages: ReadonlyArray<Page> = [
  { method: "GET", path: "/desk", role: "viewer", show, live: livePart }
]
