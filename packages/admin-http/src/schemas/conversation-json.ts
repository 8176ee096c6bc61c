/** What was settled for a conversation, as admins read and write it: lengths in whole seconds. */
import { type PresetName, PresetName as Preset, presets, type Settings } from "@znatoki/engine"
import { choiceOf, withChoice } from "@znatoki/chat/kept-settings"
import { anyQuestion, Level, type QuestionChoice, type Shelves } from "@znatoki/chat/question-choice"
import type { Settled } from "@znatoki/ports/conversation-settings"
import { Schema } from "effect"
import { oneLine } from "../edge-text.ts"
import type { Flaw } from "../problem.ts"
import { DailyQuestionJson } from "./daily-question-json.ts"

const optional = Schema.optionalKey
const upTo = (maximum: number) => Schema.Int.check(Schema.isBetween({ minimum: 1, maximum }))
const daySeconds = 86_400
const Seconds = upTo(daySeconds)
const Named = Schema.NonEmptyString.check(Schema.isMaxLength(200), oneLine)
const Names = Schema.Array(Named).check(Schema.isMaxLength(5))

const lengths = {
  lobbySeconds: "lobbyMs",
  discussionSeconds: "discussionMs",
  choiceSeconds: "choiceMs",
  answerSeconds: "answerMs",
  verdictSeconds: "verdictMs"
} as const satisfies Record<string, keyof Settings>
type Length = keyof typeof lengths
const lengthNames = Object.keys(lengths) as ReadonlyArray<Length>

const QuestionsGiven = Schema.Struct({
  /** Keys. */
  packs: optional(Names),
  themes: optional(Names),
  level: optional(Schema.NullOr(Level))
})

/** What is not named is as the preset has it. */
export const SettingsGiven = Schema.Struct({
  preset: Preset,
  /** Null: only points end the game. */
  rounds: optional(Schema.NullOr(upTo(100))),
  /** Null: only rounds end it. */
  pointsToWin: optional(Schema.NullOr(upTo(100))),
  playersMax: optional(upTo(100)),
  lobbySeconds: optional(Seconds),
  discussionSeconds: optional(Seconds),
  choiceSeconds: optional(Seconds),
  answerSeconds: optional(Seconds),
  verdictSeconds: optional(Seconds),
  clock: optional(Schema.Boolean),
  questions: optional(QuestionsGiven)
})
export type SettingsGiven = typeof SettingsGiven.Type

/** What is not named stays. */
export const ConversationChanges = Schema.Struct({
  muted: optional(Schema.Boolean),
  /** Null: as people choose in the chat. */
  settings: optional(Schema.NullOr(SettingsGiven))
})

const count = Schema.Natural

export const SettingsJson = Schema.Struct({
  preset: Schema.String,
  rounds: Schema.NullOr(count),
  pointsToWin: Schema.NullOr(count),
  playersMax: count,
  lobbySeconds: Schema.Finite,
  discussionSeconds: Schema.Finite,
  choiceSeconds: Schema.Finite,
  answerSeconds: Schema.Finite,
  verdictSeconds: Schema.Finite,
  clock: Schema.Boolean,
  questions: Schema.Struct({
    packs: Schema.Array(Schema.Struct({ key: Schema.String, title: Schema.String })),
    themes: Schema.Array(Schema.String),
    level: Schema.NullOr(Level)
  })
})

export const ConversationStateJson = Schema.Struct({
  conversation: Schema.String,
  /** What its people call it; null: not known. */
  title: Schema.NullOr(Schema.String),
  muted: Schema.Boolean,
  /** What admins settled; null: nothing. */
  settled: Schema.NullOr(SettingsJson),
  /** What the next game begins with; null: nobody has played yet, and nothing was settled. */
  next: Schema.NullOr(SettingsJson),
  /** The game that runs; null: none. */
  running: Schema.NullOr(Schema.String),
  /** When its question of the day is asked; null: never. */
  dailyQuestion: Schema.NullOr(DailyQuestionJson),
  /** What a change of that has to name as If-Match. */
  dailyQuestionVersion: count,
  /** Packs that only this conversation is asked. */
  packs: Schema.Array(Schema.Struct({ key: Schema.String, title: Schema.String, questions: count }))
})
export type ConversationStateJson = typeof ConversationStateJson.Type

export const settingsJson = (settings: Settings): typeof SettingsJson.Type => {
  const { answerMs, choiceMs, clock, discussionMs, lobbyMs, playersMax, pointsToWin, preset, rounds, verdictMs } =
    settings
  const { level, packs, themes } = choiceOf(settings)
  return {
    preset,
    rounds,
    pointsToWin,
    playersMax,
    lobbySeconds: lobbyMs / 1_000,
    discussionSeconds: discussionMs / 1_000,
    choiceSeconds: choiceMs / 1_000,
    answerSeconds: answerMs / 1_000,
    verdictSeconds: verdictMs / 1_000,
    clock,
    questions: { packs: packs.map(({ key, title }) => ({ key, title })), themes, level }
  }
}

export const settledJson = ({ settings }: Settled): typeof SettingsJson.Type | null =>
  settings === null ? null : settingsJson(settings.chosen)

/** A warning that comes with the beginning would be none. */
const warningOf = (discussionMs: number, preset: PresetName): number =>
  Math.min(presets[preset].warningMs, Math.floor(discussionMs / 3))

const numbersOf = (given: SettingsGiven): Settings => {
  const { clock, playersMax, pointsToWin, preset, rounds } = given
  const base = presets[preset]
  const times = Object.fromEntries(
    lengthNames.flatMap((name) => (given[name] === undefined ? [] : [[lengths[name], given[name] * 1_000]]))
  )
  const settings = {
    ...base,
    ...times,
    ...(rounds === undefined ? {} : { rounds }),
    ...(pointsToWin === undefined ? {} : { pointsToWin }),
    ...(playersMax === undefined ? {} : { playersMax }),
    ...(clock === undefined ? {} : { clock })
  }
  const { discussionMs } = settings
  return discussionMs === base.discussionMs ? settings : { ...settings, warningMs: warningOf(discussionMs, preset) }
}

export interface Read {
  readonly settings: Settings
  readonly flaws: ReadonlyArray<Flaw>
}

/** Questions there are not are a mistake, and so is a game without an end. */
export const settingsOf = (given: SettingsGiven, { packs, themes }: Shelves): Read => {
  const { questions = {} } = given
  const chosen: QuestionChoice = {
    packs: (questions.packs ?? []).flatMap((key) => {
      const found = packs.find((pack) => pack.key === key)
      return found === undefined ? [] : [{ key, title: found.title }]
    }),
    themes: questions.themes ?? [],
    level: questions.level ?? anyQuestion.level
  }
  const settings = withChoice(numbersOf(given), chosen)
  const noPack = (questions.packs ?? []).find((key) => packs.every((pack) => pack.key !== key))
  const noTheme = chosen.themes.find((name) => themes.every((theme) => theme.name !== name))
  return {
    settings,
    flaws: [
      ...(noPack === undefined ? [] : [flaw("questions.packs", `There are no questions in a pack ${noPack}`)]),
      ...(noTheme === undefined ? [] : [flaw("questions.themes", `There are no questions with the theme ${noTheme}`)]),
      ...(settings.rounds === null && settings.pointsToWin === null
        ? [flaw("rounds", "A game without rounds and points has no end")]
        : [])
    ]
  }
}

const flaw = (path: string, message: string): Flaw => ({
  path: `settings.${path}`,
  pointer: `#/settings/${path.replace(".", "/")}`,
  message
})
