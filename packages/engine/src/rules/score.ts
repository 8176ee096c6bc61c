/** Every round gives one point: to the team for a right answer, else to the bot. */
import type { Score } from "../round-result.ts"

export type Side = keyof Score

export const noPoints: Score = { team: 0, bot: 0 }

export const scoreAfter = (score: Score, point: Side): Score => ({ ...score, [point]: score[point] + 1 })

/** The bot's point of a round becomes the team's. */
export const correctedScore = ({ bot, team }: Score): Score => ({ team: team + 1, bot: bot - 1 })
