/** `pause`: anybody at the table may hold the game, in every phase that waits. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import { isSeated, playerOf } from "../rules/seats.ts"
import { refuse, type Step } from "../step.ts"
import { toPaused } from "../transitions/pause.ts"

export const pause = (state: GameState, { atMs, by }: EventOf<"PauseRequested">): Step => {
  if (state._tag === "Idle" || state._tag === "Finished") return refuse(state, by, "no session")
  if (state._tag === "Paused") return refuse(state, by, "paused")
  if (!isSeated(state, by)) return refuse(state, by, "not seated")
  return toPaused(state, "asked", playerOf(state, by), atMs)
}
