/** A summary of simulated games as a table for a terminal. */
import { clockOf } from "../play/screen.ts"
import type { Summary } from "./simulate-games.ts"

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`)

export const summaryTable = (summary: Summary): ReadonlyArray<string> => {
  const { events, games, lengthMs, reasons, rounds, wins } = summary
  const rows: ReadonlyArray<readonly [string, string, string]> = [
    ["games", String(games), ""],
    ["won by the team", String(wins.team), percent(wins.team, games)],
    ["won by the bot", String(wins.bot), percent(wins.bot, games)],
    ["drawn", String(wins.draw), percent(wins.draw, games)],
    ["rounds", String(rounds.played), `${rounds.perGame.toFixed(2)} a game`],
    ["right answers", String(rounds.right), percent(rounds.right, rounds.played)],
    ["silent rounds", String(rounds.silent), percent(rounds.silent, rounds.played)],
    ["length, mean", clockOf(lengthMs.mean), ""],
    ["length, median", clockOf(lengthMs.median), ""],
    ["length, longest", clockOf(lengthMs.longest), ""],
    ["events", String(events), `${(events / games).toFixed(1)} a game`],
    ...Object.entries(reasons).map(
      ([reason, count]) => [`judged: ${reason}`, String(count), percent(count, rounds.played)] as const
    )
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value, note]) => `${name.padEnd(width)}  ${value.padStart(8)}  ${note}`.trimEnd())
}
