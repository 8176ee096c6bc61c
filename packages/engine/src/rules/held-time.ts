/** Moves everything a waiting phase remembers of time: nobody could play for a while. */
import type { Waiting } from "../game-state.ts"
import type { DurationMs } from "../ids.ts"
import { later } from "./deadline.ts"

/** The moment of the question moves too, so that the lost time is not counted as time to think. */
export const movedBy = (state: Waiting, lostMs: DurationMs): Waiting => {
  const deadline = { ...state.deadline, atMs: later(state.deadline.atMs, lostMs) }
  switch (state._tag) {
    case "Lobby":
    case "SoloChoice":
    case "Wheel":
    case "Vote":
    case "Verdict":
    case "Appeal":
      return { ...state, deadline }
    case "Discussion":
      return {
        ...state,
        deadline,
        askedAtMs: later(state.askedAtMs, lostMs),
        endsAtMs: later(state.endsAtMs, lostMs)
      }
    case "ClubHelp":
    case "Choice":
    case "Answer":
      return { ...state, deadline, askedAtMs: later(state.askedAtMs, lostMs) }
  }
}
