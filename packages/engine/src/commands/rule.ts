/** An admin's ruling on an appeal: now, in a later round, in a pause, or after the game. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import type { RoundResult } from "../round-result.ts"
import { ruled } from "../rules/ruling.ts"
import { go, ignore, type Step } from "../step.ts"

/** A ruling on another game, or on a round without an open appeal, is nobody's wish and changes nothing. */
export const rule = (state: GameState, event: EventOf<"RulingMade">): Step => {
  if (event.game !== state.game) return ignore(state)
  if (state._tag === "Paused") {
    const { effects, state: held } = rule(state.held, event)
    return effects.length === 0 || !isHeld(held) ? ignore(state) : go({ ...state, held }, ...effects)
  }
  if (!("results" in state) || !isOpen(state.results[event.round - 1])) return ignore(state)
  const { accepted, round } = event
  const { changed, effects } = ruled(state, { round, by: "admin", accepted, votes: null })
  return go({ ...state, ...changed }, ...effects)
}

const isOpen = (result: RoundResult | undefined): boolean => result?.appeal === "open"

type Held = Extract<GameState, { readonly _tag: "Paused" }>["held"]
const isHeld = (state: GameState): state is Held =>
  state._tag !== "Idle" && state._tag !== "Paused" && state._tag !== "Finished"
