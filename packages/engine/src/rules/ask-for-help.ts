/** What the captain can ask for in the discussion, and when it is refused: an extra minute, the club's help. */
import type { EventOf } from "../game-event.ts"
import type { Discussion } from "../game-state.ts"
import { refuse, type Step } from "../step.ts"
import { toClubHelp, withExtraMinute } from "../transitions/discuss.ts"
import { soloistOf } from "./series.ts"

export const askForMinute = (state: Discussion, { atMs, by }: EventOf<"ExtraMinuteRequested">): Step => {
  if (by !== state.captain) return refuse(state, by, "captain only")
  if (state.reserves.extraMinutes === 0) return refuse(state, by, "no extra minute")
  return withExtraMinute(state, atMs)
}

/** A super-blitz is played alone: nobody may prompt. */
export const askTheClub = (state: Discussion, { atMs, by }: EventOf<"ClubHelpRequested">): Step => {
  if (state.settings.clubHelps === 0) return refuse(state, by, "club help off")
  if (by !== state.captain) return refuse(state, by, "captain only")
  if (soloistOf(state.series) !== null) return refuse(state, by, "soloist only")
  if (state.helped || state.reserves.clubHelps === 0) return refuse(state, by, "club help used")
  return toClubHelp(state, atMs)
}
