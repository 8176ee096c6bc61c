/** A table is opened for the next game. */
import type { EventOf } from "../game-event.ts"
import { type GameState, type Lobby, nextSettingsOf } from "../game-state.ts"
import { deadlineFor, timerSet } from "../rules/deadline.ts"
import type { Player } from "../ids.ts"
import type { Seats } from "../rules/seats.ts"
import { go, type Step } from "../step.ts"

export const toLobby = (state: GameState, { again, atMs, by, settings: wanted }: EventOf<"StartRequested">): Step => {
  const settings = wanted ?? nextSettingsOf(state)
  const deadline = deadlineFor("lobby", { round: 0, settings, atMs })
  const players: Seats = [by, ...(again === true ? withoutOne(state, by).slice(0, settings.playersMax - 1) : [])]
  const lobby: Lobby = { _tag: "Lobby", game: state.game + 1, settings, players, stopAskedAtMs: null, deadline }
  return go(lobby, { _tag: "LobbyOpened", by }, timerSet(deadline))
}

/** Who sat at the table of the game that is over and is still there, but for the one. */
const withoutOne = (state: GameState, { id }: Player): ReadonlyArray<Player> => {
  if (state._tag !== "Finished") return []
  const { gone = [], players } = state
  return players.filter((player) => player.id !== id && !gone.includes(player.id))
}
