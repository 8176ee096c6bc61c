/** What somebody has done in games, as the API tells it beside whose deeds they are. */
import { Schema } from "effect"

export const deedsFields = {
  games: Schema.Natural,
  wins: Schema.Natural,
  answered: Schema.Natural,
  right: Schema.Natural,
  rightMs: Schema.Natural,
  best: Schema.Natural
}
