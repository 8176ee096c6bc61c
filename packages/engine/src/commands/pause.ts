/** `pause`: the deadline is put away with what was left of it. Anybody at the table may, in every phase that waits. */
import type { EventOf } from "../game-event.ts"
import type { GameState, Paused } from "../game-state.ts"
import { deadlineFor, timerSet } from "../rules/deadline.ts"
import { isSeated, playerOf } from "../rules/seats.ts"
import { go, refuse, type Step } from "../step.ts"

export const pause = (state: GameState, { atMs, by }: EventOf<"PauseRequested">): Step => {
  if (state._tag === "Idle" || state._tag === "Finished") return refuse(state, by, "no session")
  if (state._tag === "Paused") return refuse(state, by, "paused")
  if (!isSeated(state, by)) return refuse(state, by, "not seated")
  const { game, settings } = state
  const deadline = deadlineFor("pause", { round: "round" in state ? state.round : 0, settings, atMs })
  const paused: Paused = {
    _tag: "Paused",
    game,
    settings,
    held: state,
    why: "asked",
    heldBefore: null,
    pausedAtMs: atMs,
    deadline
  }
  return go(paused, { _tag: "GamePaused", by: playerOf(state, by) }, timerSet(deadline))
}
