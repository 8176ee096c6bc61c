/** A table is opened for the next game. */
import type { EventOf } from "../game-event.ts"
import { type GameState, type Lobby, nextSettingsOf } from "../game-state.ts"
import { deadlineFor, timerSet } from "../rules/deadline.ts"
import { go, type Step } from "../step.ts"

export const toLobby = (state: GameState, { atMs, by, settings: wanted }: EventOf<"StartRequested">): Step => {
  const settings = wanted ?? nextSettingsOf(state)
  const deadline = deadlineFor("lobby", { round: 0, settings, atMs })
  const lobby: Lobby = { _tag: "Lobby", game: state.game + 1, settings, players: [by], stopAskedAtMs: null, deadline }
  return go(lobby, { _tag: "LobbyOpened", by }, timerSet(deadline))
}
