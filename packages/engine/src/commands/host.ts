/** Whoever runs the game cannot speak in the conversation, and can again: nobody is to lose by what nobody was told. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import { go, ignore, type Step } from "../step.ts"
import { toPaused, toResumed } from "../transitions/pause.ts"

export const hostGone = (state: GameState, { atMs }: EventOf<"HostGone">): Step => {
  if (state._tag === "Idle" || state._tag === "Finished") return ignore(state)
  if (state._tag !== "Paused") return toPaused(state, "host gone", null, atMs)
  const { why } = state
  if (why === "host gone") return ignore(state)
  return go({ ...state, why: "host gone", heldBefore: why }, { _tag: "GamePaused", why: "host gone", by: null })
}

/** A pause that somebody asked for, or that silence made, is theirs to end. */
export const hostReturned = (state: GameState, { atMs }: EventOf<"HostReturned">): Step => {
  if (state._tag !== "Paused" || state.why !== "host gone") return ignore(state)
  const { heldBefore: why } = state
  if (why === null) return toResumed(state, null, atMs)
  return go({ ...state, why, heldBefore: null }, { _tag: "PauseGoesOn", why })
}
