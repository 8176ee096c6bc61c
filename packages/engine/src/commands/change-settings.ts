/** `settings`: chosen for the next game, or for the one whose table is being gathered. Never while a game runs. */
import type { EventOf } from "../game-event.ts"
import type { GameState, Lobby } from "../game-state.ts"
import { deadlineFor, timerSet } from "../rules/deadline.ts"
import { go, refuse, type Step } from "../step.ts"

export const changeSettings = (state: GameState, event: EventOf<"SettingsChanged">): Step => {
  const { by, settings } = event
  switch (state._tag) {
    case "Idle":
      return go({ ...state, settings }, { _tag: "SettingsChosen", by, settings })
    case "Finished":
      return go({ ...state, nextSettings: settings }, { _tag: "SettingsChosen", by, settings })
    case "Lobby":
      return inLobby(state, event)
    case "Paused":
      return refuse(state, by, "paused")
    case "SoloChoice":
    case "Wheel":
    case "Discussion":
    case "ClubHelp":
    case "Choice":
    case "Answer":
    case "Vote":
    case "Verdict":
    case "Appeal":
      return refuse(state, by, "settings fixed")
  }
}

/** The new game has its own time to gather, from now on. */
const inLobby = (state: Lobby, { atMs, by, settings }: EventOf<"SettingsChanged">): Step => {
  if (state.players.length > settings.playersMax) return refuse(state, by, "too many seated")
  const deadline = deadlineFor("lobby", { round: 0, settings, atMs })
  return go({ ...state, settings, deadline }, { _tag: "SettingsChosen", by, settings }, timerSet(deadline))
}
