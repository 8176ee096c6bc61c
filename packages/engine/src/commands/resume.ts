/** `resume`: the game goes on where it was, with what was left of its deadline. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import { timerSet } from "../rules/deadline.ts"
import { movedBy } from "../rules/held-time.ts"
import { isSeated, playerOf } from "../rules/seats.ts"
import { go, refuse, type Step } from "../step.ts"

export const resume = (state: GameState, { atMs, by }: EventOf<"ResumeRequested">): Step => {
  if (state._tag === "Idle" || state._tag === "Finished") return refuse(state, by, "no session")
  if (state._tag !== "Paused") return refuse(state, by, "not paused")
  const { held, pausedAtMs } = state
  if (!isSeated(held, by)) return refuse(state, by, "not seated")
  const leftMs = Math.max(0, held.deadline.atMs - pausedAtMs)
  const moved = movedBy(held, Math.max(0, atMs - pausedAtMs))
  return go(moved, { _tag: "GameResumed", by: playerOf(held, by), leftMs }, timerSet(moved.deadline))
}
