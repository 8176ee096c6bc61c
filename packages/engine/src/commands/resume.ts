/** `resume`: the game goes on where it was, with what was left of its time. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import { isSeated, playerOf } from "../rules/seats.ts"
import { refuse, type Step } from "../step.ts"
import { toResumed } from "../transitions/pause.ts"

export const resume = (state: GameState, { atMs, by }: EventOf<"ResumeRequested">): Step => {
  if (state._tag === "Idle" || state._tag === "Finished") return refuse(state, by, "no session")
  if (state._tag !== "Paused") return refuse(state, by, "not paused")
  if (!isSeated(state.held, by)) return refuse(state, by, "not seated")
  return toResumed(state, playerOf(state.held, by), atMs)
}
