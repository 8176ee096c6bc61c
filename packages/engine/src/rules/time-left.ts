/** How long people still have: until the end they wait for, not until the warning before it. */
import type { GameState, Waiting } from "../game-state.ts"
import type { DurationMs, EpochMs } from "../ids.ts"

export const endOf = (state: Waiting): EpochMs => (state._tag === "Discussion" ? state.endsAtMs : state.deadline.atMs)

const leftAt = (state: Waiting, atMs: EpochMs): DurationMs => Math.max(0, endOf(state) - atMs)

/** Null: nothing is waited for. In a pause, what will be left when the game goes on. */
export const leftMsOf = (state: GameState, atMs: EpochMs): DurationMs | null => {
  if (state._tag === "Idle" || state._tag === "Finished") return null
  return state._tag === "Paused" ? leftAt(state.held, state.pausedAtMs) : leftAt(state, atMs)
}
