/** What makes a game a story: the round that decides it, the last one, a win out of reach, a side that got nothing. */
import type { RoundResult, Score, Settings } from "@znatoki/engine"

const isWon = (points: number, { pointsToWin }: Settings): boolean => pointsToWin !== null && points >= pointsToWin

export const isLastOf = (round: number, { rounds }: Settings): boolean => rounds !== null && round >= rounds

/** Whoever gets the next point has won: `score` is the one before it. */
export const isDecider = ({ bot, team }: Score, round: number, settings: Settings): boolean =>
  isLastOf(round, settings) ? bot === team : isWon(bot + 1, settings) && isWon(team + 1, settings)

/** To lose one or two rounds is no whitewash, and to be one behind is no feat. */
const whitewashFrom = 3
const behindFrom = 2

export const isWhitewash = ({ bot, team }: Score): boolean =>
  Math.min(bot, team) === 0 && Math.max(bot, team) >= whitewashFrom

/** The score when the side that won was furthest behind; null: it never was, or by little. */
export const comebackFrom = (results: ReadonlyArray<RoundResult>, winner: keyof Score): Score | null => {
  let score: Score = { team: 0, bot: 0 }
  let worst: Score | null = null
  for (const { right } of results) {
    score = right ? { ...score, team: score.team + 1 } : { ...score, bot: score.bot + 1 }
    const behind = behindOf(score, winner)
    if (behind >= behindFrom && (worst === null || behind > behindOf(worst, winner))) worst = score
  }
  return worst
}

const behindOf = ({ bot, team }: Score, side: keyof Score): number => (side === "team" ? bot - team : team - bot)
