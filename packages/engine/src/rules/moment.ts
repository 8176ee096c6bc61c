/** Which step of which game it is, and whether a button is of a step that is over. */
import type { GameEvent, Moment } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import type { Player, PlayerId } from "../ids.ts"
import { placeIn } from "./series.ts"

/** The round is 0 wherever no round is being played. */
export const momentOf = (state: GameState): Moment => {
  if (state._tag === "Paused") return { ...momentOf(state.held), phase: state._tag }
  const round = "round" in state ? state.round : 0
  const moment = { game: state.game, round, phase: state._tag }
  const place = "series" in state ? placeIn(state.series) : 1
  return place === 1 ? moment : { ...moment, place }
}

const isSame = (one: Moment, other: Moment): boolean =>
  one.game === other.game &&
  one.round === other.round &&
  one.phase === other.phase &&
  (one.place ?? 1) === (other.place ?? 1)

/**
 * What was not pressed on a button is of no moment in particular, so it is never past. The step that a pause holds is
 * not over: its buttons act again afterwards.
 */
export const isPast = (state: GameState, seen: Moment | null): boolean =>
  seen !== null && !isSame(momentOf(state), seen) && (state._tag !== "Paused" || isPast(state.held, seen))

export type Press = Extract<GameEvent, { readonly seen: Moment | null }>

export const isPress = (event: GameEvent): event is Press => "seen" in event

/** Who sent it: two of the presses bring the whole player, the rest only the id. */
export const personOf = ({ by }: { readonly by: Player | PlayerId }): PlayerId => (typeof by === "string" ? by : by.id)
