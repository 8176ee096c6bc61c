/** `/api/v1/series`: numbers by day, for charts. */
import { beginningOf, dayNumberOf, dayOf } from "@znatoki/chat/calendar-day"
import { type DayDeeds, Statistics } from "@znatoki/ports/statistics"
import { Clock, Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"

const daysByDefault = 30
const daysMax = 366

const Days = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: daysMax }))

const SeriesJson = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      /** `2026-11-28`, by Moscow time. */
      day: Schema.String,
      games: Schema.Natural,
      wins: Schema.Natural,
      rounds: Schema.Natural,
      right: Schema.Natural
    })
  )
})

const two = (count: number): string => String(count).padStart(2, "0")

export const dateOf = (dayNumber: number): string => {
  const { day, month, year } = dayOf(beginningOf(dayNumber))
  return `${year}-${two(month)}-${two(day)}`
}

/** Also those on which nothing was played. */
export const everyDay = (found: ReadonlyArray<DayDeeds>, from: number, to: number): ReadonlyArray<DayDeeds> => {
  const known = new Map(found.map((one) => [one.day, one]))
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const day = from + i
    return known.get(day) ?? { day, games: 0, wins: 0, rounds: 0, right: 0 }
  })
}

const series = route({
  method: "GET",
  path: "/api/v1/series",
  operationId: "listSeries",
  summary: "Games, games won, rounds and right answers of each of the last days, the oldest first",
  tag: "statistics",
  role: "viewer",
  query: Schema.Struct({ days: Schema.optionalKey(Days) }),
  answers: { 200: says("Every day has its place, also one on which nothing was played", named("Series", SeriesJson)) },
  example: { query: { days: "7" } },
  handle: Effect.fnUntraced(function* ({ query: { days = daysByDefault } }) {
    const today = dayNumberOf(yield* Clock.currentTimeMillis)
    const from = today - days + 1
    const found = yield* (yield* Statistics).days(from, today)
    return reply(200, {
      items: everyDay(found, from, today).map(({ day, games, right, rounds, wins }) => ({
        day: dateOf(day),
        games,
        wins,
        rounds,
        right
      }))
    })
  })
})

export const seriesRoutes = [series]
