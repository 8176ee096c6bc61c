/** Which game event an action is, whoever asked for it and when. */
import {
  type EpochMs,
  type GameEvent,
  type GameState,
  nextSettingsOf,
  type Player,
  type PresetName,
  presets,
  type Seed,
  type Settings
} from "@znatoki/engine"
import type { GameAction } from "@znatoki/chat/action"

export interface At {
  readonly atMs: EpochMs
  readonly seed: Seed
}

/** Null: as in the last game. Whether people want to see a clock is no matter of how they play. */
const settingsOf = (preset: PresetName | null, state: GameState): Settings | null =>
  preset === null ? null : { ...presets[preset], clock: nextSettingsOf(state).clock }

/** The actions that are one wish of one person. */
const wishes = {
  Leave: "LeaveRequested",
  Go: "GoRequested",
  Early: "EarlyAnswerRequested",
  Minute: "ExtraMinuteRequested",
  Club: "ClubHelpRequested",
  Appeal: "AppealRequested",
  Pause: "PauseRequested",
  Resume: "ResumeRequested",
  Next: "NextRequested"
} as const

const topics = {
  Info: "session",
  Help: "help",
  Rules: "rules",
  Settings: "settings",
  Rating: "rating",
  PlayerStatistics: "player",
  History: "history",
  Seasons: "seasons",
  Welcome: "welcome"
} as const

export const actionEvent = (action: GameAction, by: Player, { atMs, seed }: At, state: GameState): GameEvent => {
  const at = { atMs, seed }
  switch (action._tag) {
    case "Start":
      return { _tag: "StartRequested", ...at, by, settings: settingsOf(action.preset, state), seen: null }
    case "Again":
      return { _tag: "StartRequested", ...at, by, settings: null, seen: null, again: true }
    case "Stop":
      return { _tag: "StopRequested", ...at, by: by.id, seen: null }
    case "StopAnswer": {
      const { askedAtMs, game, yes } = action
      return { _tag: "StopAnswered", ...at, by: by.id, game, askedAtMs, yes }
    }
    case "Info":
    case "Help":
    case "Rules":
    case "Settings":
    case "Rating":
    case "PlayerStatistics":
    case "History":
    case "Seasons":
    case "Welcome":
      return { _tag: "InfoRequested", ...at, by: by.id, topic: topics[action._tag] }
    case "Preset": {
      const settings = settingsOf(action.preset, state) ?? nextSettingsOf(state)
      return { _tag: "SettingsChanged", ...at, by: by.id, settings, seen: action.seen }
    }
    case "Clock": {
      const settings = { ...nextSettingsOf(state), clock: action.on }
      return { _tag: "SettingsChanged", ...at, by: by.id, settings, seen: action.seen }
    }
    case "Join":
      return { _tag: "JoinRequested", ...at, by, seen: action.seen }
    case "Name":
      return { _tag: "AnswererNamed", ...at, by: by.id, player: action.player, seen: action.seen }
    case "Vote":
      return { _tag: "VoteCast", ...at, by: by.id, yes: action.yes, seen: action.seen }
    case "Leave":
    case "Go":
    case "Early":
    case "Minute":
    case "Club":
    case "Appeal":
    case "Pause":
    case "Resume":
    case "Next":
      return { _tag: wishes[action._tag], ...at, by: by.id, seen: action.seen }
  }
}
