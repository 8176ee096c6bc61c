/** A game is held and goes on: the deadline is put away with what was left of it. */
import type { GameEffect } from "../game-effect.ts"
import type { Paused, PauseReason, Waiting } from "../game-state.ts"
import type { EpochMs, Player } from "../ids.ts"
import { deadlineFor, timerSet } from "../rules/deadline.ts"
import { movedBy } from "../rules/held-time.ts"
import { leftMsOf } from "../rules/time-left.ts"
import { go, type Step } from "../step.ts"

/** `by`: who asked for it; null: nobody did. */
export const toPaused = (state: Waiting, why: PauseReason, by: Player | null, atMs: EpochMs): Step => {
  const { game, settings } = state
  const deadline = deadlineFor("pause", { round: "round" in state ? state.round : 0, settings, atMs })
  const paused: Paused = {
    _tag: "Paused",
    game,
    settings,
    held: state,
    why,
    heldBefore: null,
    pausedAtMs: atMs,
    deadline
  }
  return go(paused, { _tag: "GamePaused", why, by }, timerSet(deadline))
}

export const toResumed = (state: Paused, by: Player | null, atMs: EpochMs): Step => {
  const { held, pausedAtMs } = state
  const moved = movedBy(held, Math.max(0, atMs - pausedAtMs))
  const resumed: GameEffect = { _tag: "GameResumed", by, leftMs: leftMsOf(state, atMs) ?? 0 }
  return go(moved, resumed, timerSet(moved.deadline))
}
