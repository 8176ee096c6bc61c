/** Why a player's wish was refused. */
import { Schema } from "effect"

/**
 * Why a player's wish was refused, for `Refused`. The words for people are yours to find. Which wish can meet which:
 * `GameEvent`.
 *
 * - `session running`: a table is open or a game goes on; stop it first.
 * - `no session`: no table is open.
 * - `already seated`, `not seated`: who wishes sits at the table, or does not.
 * - `table full`: `playersMax` people sit there.
 * - `join between rounds`: one can sit down only before the game and after a verdict.
 * - `captain only`: it is for the captain.
 * - `soloist only`: a super-blitz is played by one player alone.
 * - `answerer not seated`: the captain named somebody who does not sit at the table.
 * - `moment passed`: the button was of a step that is over.
 * - `not now`: it means nothing in this phase.
 * - `no extra minute`: none is in hand.
 * - `club help off`, `appeals off`: the settings allow none.
 * - `club help used`, `appeal used`: as many as the settings allow, or one in this question or round, were asked for.
 * - `paused`, `not paused`: the game is held, or is not.
 * - `already voted`: each has one vote.
 * - `own answer`: who gave the answer has no vote on it while there are others.
 * - `nothing to appeal`: the round was won, or nothing was answered.
 * - `table decided`: the vote of the table decided this round; it is not asked again.
 * - `settings fixed`: a running game keeps its settings.
 * - `stop not asked`: nobody asked whether to stop, or it was answered, or too long ago.
 * - `too many seated`: more people sit at the table than the new settings have seats for.
 */
export const Refusal = Schema.Literals([
  "session running",
  "no session",
  "already seated",
  "not seated",
  "table full",
  "join between rounds",
  "captain only",
  "answerer not seated",
  "moment passed",
  "not now",
  "soloist only",
  "no extra minute",
  "club help off",
  "club help used",
  "paused",
  "not paused",
  "already voted",
  "own answer",
  "appeals off",
  "appeal used",
  "nothing to appeal",
  "table decided",
  "settings fixed",
  "too many seated",
  "stop not asked"
])
export type Refusal = typeof Refusal.Type
