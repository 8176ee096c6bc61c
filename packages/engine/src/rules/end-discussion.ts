/** How a discussion ends: the captain is asked who answers; a soloist, or who is alone, answers without being asked. */
import type { EventOf } from "../game-event.ts"
import type { ClubHelp, Discussion } from "../game-state.ts"
import type { EpochMs } from "../ids.ts"
import { refuse, type Step } from "../step.ts"
import { toAnswer, toChoice } from "../transitions/answer.ts"
import { loneOf, playerOf } from "./seats.ts"
import { soloistOf } from "./series.ts"

export const endDiscussion = (state: Discussion, atMs: EpochMs): Step => {
  const soloist = soloistOf(state.series)
  return soloist === null ? toNamed(state, false, atMs) : toAnswer(state, playerOf(state, soloist), "captain", atMs)
}

const toNamed = (state: Discussion | ClubHelp, early: boolean, atMs: EpochMs): Step => {
  const lone = loneOf(state)
  return lone === null ? toChoice(state, early, atMs) : toAnswer(state, lone, "alone", atMs)
}

export const answerEarly = (state: Discussion | ClubHelp, { atMs, by }: EventOf<"EarlyAnswerRequested">): Step => {
  const soloist = soloistOf(state.series)
  if (soloist === null) return by === state.captain ? toNamed(state, true, atMs) : refuse(state, by, "captain only")
  return by === soloist ? toAnswer(state, playerOf(state, soloist), "captain", atMs) : refuse(state, by, "soloist only")
}
