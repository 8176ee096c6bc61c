/** Which game event an action is, whoever asked for it and when. */
import {
  type EpochMs,
  type GameEvent,
  type Player,
  type PresetName,
  presets,
  type Seed,
  type Settings
} from "@znatoki/engine"
import type { Action } from "@znatoki/chat/action"

export interface At {
  readonly atMs: EpochMs
  readonly seed: Seed
}

/** Null: as in the last game. */
const settingsOf = (preset: PresetName | null): Settings | null => (preset === null ? null : presets[preset])

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
  Seasons: "seasons"
} as const

export const actionEvent = (action: Action, by: Player, { atMs, seed }: At): GameEvent => {
  const at = { atMs, seed }
  switch (action._tag) {
    case "Start":
      return { _tag: "StartRequested", ...at, by, settings: settingsOf(action.preset), seen: null }
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
      return { _tag: "InfoRequested", ...at, by: by.id, topic: topics[action._tag] }
    case "Preset":
      return { _tag: "SettingsChanged", ...at, by: by.id, settings: presets[action.preset], seen: action.seen }
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
