/** An admin's ruling on an appeal: now, in a later round, in a pause, or after the game. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import { ruled } from "../rules/ruling.ts"
import { go, ignore, type Step } from "../step.ts"

/** A ruling on another game, or on a round without an open appeal, is nobody's wish and changes nothing. */
export const rule = (state: GameState, event: EventOf<"RulingMade">): Step => {
  const ruling = event.game === state.game ? rulingOn(state._tag === "Paused" ? state.held : state, event) : null
  if (ruling === null) return ignore(state)
  const { changed, effects } = ruling
  return state._tag === "Paused"
    ? go({ ...state, held: { ...state.held, ...changed } }, ...effects)
    : go({ ...state, ...changed }, ...effects)
}

const rulingOn = (state: GameState, { accepted, round }: EventOf<"RulingMade">): ReturnType<typeof ruled> | null =>
  "results" in state && state.results[round - 1]?.appeal === "open"
    ? ruled(state, { round, by: "admin", accepted, votes: null })
    : null
