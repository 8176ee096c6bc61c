/** Games by day as bars, drawn here: wide for a screen, narrow for a phone, and the numbers in a table for everybody. */
import type { DayDeeds } from "@znatoki/ports/statistics"
import { scaleBand, scaleLinear } from "d3-scale"
import { line } from "d3-shape"
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { Words } from "../words/words.ts"
import { table } from "./table.ts"
import { dayWords, shortDay } from "./when.ts"

interface Size {
  readonly name: "broad" | "narrow"
  readonly width: number
  readonly height: number
  readonly days: number
  /** Every how many days one is named. */
  readonly nameEvery: number
}

/** A phone shows fewer days, so that letters keep their size. */
const sizes: ReadonlyArray<Size> = [
  { name: "broad", width: 880, height: 240, days: 30, nameEvery: 4 },
  { name: "narrow", width: 340, height: 220, days: 12, nameEvery: 3 }
]

const margin = { top: 12, right: 8, bottom: 28, left: 36 }

const scalesOf = (days: ReadonlyArray<DayDeeds>, { height, width }: Size) => ({
  x: scaleBand<number>()
    .domain(days.map(({ day }) => day))
    .range([margin.left, width - margin.right])
    .padding(0.25),
  y: scaleLinear()
    .domain([0, Math.max(4, ...days.map(({ games }) => games))])
    .nice(4)
    .range([height - margin.bottom, margin.top])
})

const bar = (className: string, x: number, width: number, top: number, bottom: number): Html =>
  html`<rect
    class="${className}"
    x="${x.toFixed(1)}"
    y="${top.toFixed(1)}"
    width="${width.toFixed(1)}"
    height="${(bottom - top).toFixed(1)}"
    rx="2"
  />`

const drawn = (all: ReadonlyArray<DayDeeds>, size: Size, words: Words): Html => {
  const days = all.slice(-size.days)
  const { x, y } = scalesOf(days, size)
  const bottom = y(0)
  const across = line()
  const label = words.dashboard.chart(
    days.reduce((sum, { games }) => sum + games, 0),
    days.length
  )
  return html`<svg class="${size.name}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}">
    ${y
      .ticks(4)
      .filter(Number.isInteger)
      .map(
        (tick) =>
          html`<path
              class="grid"
              d="${across([
                [margin.left, y(tick)],
                [size.width - margin.right, y(tick)]
              ])}"
            />
            <text class="number" x="${margin.left - 6}" y="${y(tick) + 4}">${tick}</text>`
      )}
    ${days.map(({ day, games, wins }, i) => {
      const left = x(day) ?? 0
      const name = (days.length - 1 - i) % size.nameEvery === 0
      return html`${games === 0 ? "" : bar("games", left, x.bandwidth(), y(games), bottom)}
      ${wins === 0 ? "" : bar("wins", left, x.bandwidth(), y(wins), bottom)}
      ${
        name
          ? html`<text class="day" x="${(left + x.bandwidth() / 2).toFixed(1)}" y="${size.height - 8}">
              ${shortDay(day, words.language)}
            </text>`
          : ""
      }`
    })}
  </svg>`
}

/** `days`: all of them, in order, also those on which nothing was played. */
export const dayChart = (days: ReadonlyArray<DayDeeds>, words: Words): Html => {
  const { dashboard, language } = words
  return html`<figure>
    ${sizes.map((size) => drawn(days, size, words))}
    <figcaption>${dashboard.daysHint}</figcaption>
    <details>
      <summary>${dashboard.numbers}</summary>
      ${table(
        dashboard.numbers,
        [
          { head: dashboard.day, cell: ({ day }) => dayWords(day, language) },
          { head: dashboard.games, cell: ({ games }) => games, numeric: true },
          { head: dashboard.won, cell: ({ wins }) => wins, numeric: true },
          { head: dashboard.rounds, cell: ({ rounds }) => rounds, numeric: true },
          { head: dashboard.right, cell: ({ right }) => right, numeric: true }
        ],
        days.toReversed()
      )}
    </details>
  </figure>`
}
