/** What goes on from phase to phase: of the table, and of the question that is being played. */
import type { Answer, Choice, ClubHelp, Discussion, Table } from "../game-state.ts"

/** Only what every phase of a game carries on: drops the question, the deadline and the named player. */
export const tableOf = ({
  board,
  captain,
  game,
  left,
  players,
  reserves,
  results,
  round,
  score,
  settings,
  silentRounds,
  startedAtMs,
  stopAskedAtMs
}: Table): Table => ({
  game,
  settings,
  startedAtMs,
  players,
  captain,
  round,
  score,
  results,
  reserves,
  board,
  silentRounds,
  stopAskedAtMs,
  ...(left === undefined ? {} : { left })
})

/** The table and the question that everybody thinks of. */
export const askedOf = (state: Discussion | ClubHelp | Choice | Answer) => {
  const { askedAtMs, question, series } = state
  return { ...tableOf(state), series, question, askedAtMs }
}
