/** How a discussion ends: the captain is asked who answers; a soloist answers without being asked. */
import type { EventOf } from "../game-event.ts"
import type { ClubHelp, Discussion } from "../game-state.ts"
import type { EpochMs } from "../ids.ts"
import { refuse, type Step } from "../step.ts"
import { toAnswer, toChoice } from "../transitions/answer.ts"
import { playerOf } from "./seats.ts"
import { soloistOf } from "./series.ts"

export const endDiscussion = (state: Discussion, atMs: EpochMs): Step => {
  const soloist = soloistOf(state.series)
  return soloist === null ? toChoice(state, false, atMs) : toAnswer(state, playerOf(state, soloist), "captain", atMs)
}

export const answerEarly = (state: Discussion | ClubHelp, { atMs, by }: EventOf<"EarlyAnswerRequested">): Step => {
  const soloist = soloistOf(state.series)
  if (soloist === null) return by === state.captain ? toChoice(state, true, atMs) : refuse(state, by, "captain only")
  return by === soloist ? toAnswer(state, playerOf(state, soloist), "captain", atMs) : refuse(state, by, "soloist only")
}
