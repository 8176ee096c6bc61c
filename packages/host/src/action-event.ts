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
import { withWish } from "./questions/choose-questions.ts"

export interface At {
  readonly atMs: EpochMs
  readonly seed: Seed
}

/** Whether people want to see a clock, and which questions they want, is no matter of how they play. */
const withPreset = (preset: PresetName, state: GameState): Settings => {
  const { clock, extra } = nextSettingsOf(state)
  return { ...presets[preset], clock, ...(extra === undefined ? {} : { extra }) }
}

/** Null: as in the last game. */
const settingsOf = ({ preset, questions }: ActionOf<"Start">, state: GameState): Settings | null => {
  if (questions === undefined) return preset === null ? null : withPreset(preset, state)
  return withWish(preset === null ? nextSettingsOf(state) : withPreset(preset, state), questions)
}

type ActionOf<Tag extends GameAction["_tag"]> = Extract<GameAction, { readonly _tag: Tag }>

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
  Licences: "licences",
  Shelves: "questions",
  Welcome: "welcome"
} as const

export const actionEvent = (action: GameAction, by: Player, { atMs, seed }: At, state: GameState): GameEvent => {
  const at = { atMs, seed }
  switch (action._tag) {
    case "Start":
      return { _tag: "StartRequested", ...at, by, settings: settingsOf(action, state), seen: null }
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
    case "Licences":
    case "Shelves":
    case "Welcome":
      return { _tag: "InfoRequested", ...at, by: by.id, topic: topics[action._tag] }
    case "Preset": {
      const settings = withPreset(action.preset, state)
      return { _tag: "SettingsChanged", ...at, by: by.id, settings, seen: action.seen }
    }
    case "Questions": {
      const settings = withWish(nextSettingsOf(state), action.wish)
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
