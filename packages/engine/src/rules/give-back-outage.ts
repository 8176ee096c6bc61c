/** Time in which the program was not running is nobody's: the deadline moves by it. */
import type { GameEffect } from "../game-effect.ts"
import type { EventOf } from "../game-event.ts"
import type { GameState, Paused } from "../game-state.ts"
import type { DurationMs } from "../ids.ts"
import { go, ignore, type Step } from "../step.ts"
import { later, timerSet } from "./deadline.ts"
import { movedBy } from "./held-time.ts"
import { endOf } from "./time-left.ts"

export const giveBackOutage = (state: GameState, { lostMs }: EventOf<"OutageEnded">): Step => {
  if (state._tag === "Idle" || state._tag === "Finished" || lostMs === 0) return ignore(state)
  if (state._tag === "Paused") return pausedLonger(state, lostMs)
  const moved = movedBy(state, lostMs)
  const notice: ReadonlyArray<GameEffect> =
    lostMs < state.settings.outageNoticeMs ? [] : [{ _tag: "TimeGivenBack", lostMs, endsAtMs: endOf(moved) }]
  return go(moved, ...notice, timerSet(moved.deadline))
}

/** Nobody was waiting for anything, so there is nothing to tell. */
const pausedLonger = (state: Paused, lostMs: DurationMs): Step => {
  const deadline = { ...state.deadline, atMs: later(state.deadline.atMs, lostMs) }
  return go({ ...state, deadline }, timerSet(deadline))
}
