/** When a game has been played to its end. */
import type { Table } from "../game-state.ts"

/** All the rounds, or enough points for a side, whichever comes first. Of a `Verdict`: no round comes after it. */
export const isEverythingPlayed = ({ round, score, settings: { pointsToWin, rounds } }: Table): boolean => {
  if (rounds !== null && round >= rounds) return true
  return pointsToWin !== null && Math.max(score.team, score.bot) >= pointsToWin
}
