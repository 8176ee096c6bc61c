/** Who sits at the table, and who may sit down. */
import { isEverythingPlayed } from "./end-of-game.ts"
import type { GameEffect } from "../game-effect.ts"
import type { EventOf } from "../game-event.ts"
import type { Lobby, Running, Verdict } from "../game-state.ts"
import type { Player, PlayerId } from "../ids.ts"
import type { Settings } from "../settings.ts"
import { go, refuse, type Step } from "../step.ts"

/** In the order they sat down. Never empty: an empty table ends the game. */
export type Seats = readonly [Player, ...ReadonlyArray<Player>]

type Seated = { readonly players: Seats }
type Sitting = { readonly players: ReadonlyArray<Player> }

export const isSeated = (table: Sitting, id: PlayerId): boolean => table.players.some((player) => player.id === id)

/** The captain and the answerer always sit at the table; the first seat stands in for a name that is not there. */
export const playerOf = ({ players }: Seated, id: PlayerId): Player =>
  players.find((player) => player.id === id) ?? players[0]

export const seatsChanged = (change: "joined" | "left", player: Player): GameEffect => ({
  _tag: "SeatsChanged",
  change,
  player
})

/** Who sits at the table with nobody else, and need not be asked who plays; null: there is a choice, or it is asked all the same. */
export const loneOf = ({ players, settings }: Seated & { readonly settings: Settings }): Player | null =>
  settings.skipsLoneChoice && players.length === 1 ? players[0] : null

/** Sits down before the game or between two rounds; after the last one there is nothing left to play. */
export const join = (state: Lobby | Verdict, { by }: EventOf<"JoinRequested">): Step => {
  if (isSeated(state, by.id)) return refuse(state, by.id, "already seated")
  if (state._tag === "Verdict" && isEverythingPlayed(state)) return refuse(state, by.id, "not now")
  if (state.players.length >= state.settings.playersMax) return refuse(state, by.id, "table full")
  return go({ ...state, players: [...state.players, by] }, seatsChanged("joined", by))
}

/** Wants to sit down in the middle of a round. */
export const joinTooEarly = (state: Running, { by }: EventOf<"JoinRequested">): Step =>
  refuse(state, by.id, isSeated(state, by.id) ? "already seated" : "join between rounds")
