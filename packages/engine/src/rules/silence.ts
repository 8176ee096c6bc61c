/** Whether anybody at the table is still there: who is heard in a round, and when it was silent for too long. */
import type { GameEvent } from "../game-event.ts"
import { type GameState, type Table, unpaused } from "../game-state.ts"
import { personOf } from "./moment.ts"
import { isSeated } from "./seats.ts"

/** A round begins in silence. Where nobody minds silence it is not counted, so that no word changes anything. */
export const oneMoreSilent = ({ settings, silentRounds }: Table): number =>
  settings.silentRoundsMax === 0 ? 0 : silentRounds + 1

export const isSilentTooLong = ({ settings, silentRounds }: Table): boolean =>
  settings.silentRoundsMax > 0 && silentRounds >= settings.silentRoundsMax

/**
 * Any word or press of somebody at the table is heard, also such as the rules refuse. The very same object unless it is the
 * first in this round.
 */
export const hearPerson = (state: GameState, event: GameEvent): GameState => {
  const table = unpaused(state)
  if (!("by" in event) || !("silentRounds" in table)) return state
  if (table.silentRounds === 0 || !isSeated(table, personOf(event))) return state
  const heard = { ...table, silentRounds: 0 }
  return state._tag === "Paused" ? { ...state, held: heard } : heard
}
