/** Which questions the settings of a game want, how a wish changes that, and what people mean by the names they use. */
import { type GameEvent, type GameState, nextSettingsOf, type Settings } from "@znatoki/engine"
import {
  type ChosenPack,
  isAnyQuestion,
  type QuestionChoice,
  type QuestionWish,
  type Shelves
} from "@znatoki/chat/question-choice"
import { choiceOf, withChoice } from "@znatoki/chat/kept-settings"
import { plainWords } from "../said-words.ts"
import { themeNames } from "@znatoki/chat/theme-names"

/** A name that was said stands there as it was said, until it is known what is meant. */
export const withWish = (settings: Settings, { level, pack, theme }: QuestionWish): Settings => {
  const before = choiceOf(settings)
  return withChoice(settings, {
    packs: pack === undefined ? before.packs : named(pack).map((title) => ({ key: title, title })),
    themes: theme === undefined ? before.themes : named(theme),
    level: level === undefined ? before.level : level
  })
}

const named = (name: string | null): ReadonlyArray<string> => (name === null || name === "" ? [] : [name])

/** What the game of this event is played with. Null: with any question. */
export const choiceOfGame = (event: GameEvent, before: GameState): QuestionChoice | null => {
  const settings = event._tag === "StartRequested" ? (event.settings ?? nextSettingsOf(before)) : before.settings
  return choiceIn(settings)
}

/** Null: any question will do. */
export const choiceIn = (settings: Settings): QuestionChoice | null => {
  if (settings.extra === undefined) return null
  const choice = choiceOf(settings)
  return isAnyQuestion(choice) ? null : choice
}

/** The names in a choice that has just been made. */
const newNames = (event: GameEvent, before: GameState): QuestionChoice | null => {
  if (event._tag !== "StartRequested" && event._tag !== "SettingsChanged") return null
  const { settings } = event
  if (settings === null || settings.extra === undefined) return null
  const [now, then] = [choiceOf(settings), choiceOf(nextSettingsOf(before))]
  const isSame = JSON.stringify([now.packs, now.themes]) === JSON.stringify([then.packs, then.themes])
  return isSame || now.packs.length + now.themes.length === 0 ? null : now
}

/** Whether it has to be known what there is before the event can happen. */
export const asksForShelves = (event: GameEvent, before: GameState): boolean =>
  (event._tag === "InfoRequested" && event.topic === "questions") || newNames(event, before) !== null

export interface Known {
  readonly event: GameEvent
  /** What was wished and is not there; null: nothing. */
  readonly unknown: string | null
}

/** With the names that the questions have; who wishes what there is not is shown what there is instead. */
export const withKnownNames = (event: GameEvent, before: GameState, shelves: Shelves): Known => {
  const choice = newNames(event, before)
  if (choice === null) return { event, unknown: null }
  const themes = choice.themes.map((said) => ({ said, name: themeMeant(said, shelves) }))
  const packs = choice.packs.map(({ key }) => ({ said: key, name: packMeant(key, shelves) }))
  const unknown = [...themes, ...packs].find(({ name }) => name === null)
  const by = "by" in event ? (typeof event.by === "string" ? event.by : event.by.id) : null
  if (unknown !== undefined && by !== null) {
    const { atMs, seed } = event
    return { event: { _tag: "InfoRequested", atMs, seed, by, topic: "questions" }, unknown: unknown.said }
  }
  const found = {
    ...choice,
    themes: themes.flatMap(({ name }) => name ?? []),
    packs: packs.flatMap(({ name }) => name ?? [])
  }
  return { event: withSettings(event, (settings) => withChoice(settings, found)), unknown: null }
}

const withSettings = (event: GameEvent, change: (settings: Settings) => Settings): GameEvent => {
  if (event._tag === "SettingsChanged") return { ...event, settings: change(event.settings) }
  return event._tag === "StartRequested" && event.settings !== null
    ? { ...event, settings: change(event.settings) }
    : event
}

/** By the name it has, or by one that people call it. */
const themeMeant = (said: string, { themes }: Shelves): string | null => {
  const words = plainWords(said)
  const isMeant = (name: string) => plainWords(name) === words || themeNames(name).includes(words)
  return themes.find(({ name }) => name === said)?.name ?? themes.find(({ name }) => isMeant(name))?.name ?? null
}

/** By its key, its title, or how its title begins where no other does. */
const packMeant = (said: string, { packs }: Shelves): ChosenPack | null => {
  const words = plainWords(said)
  const whole = packs.find(({ key, title }) => key === said || plainWords(title) === words)
  if (whole !== undefined) return asChosen(whole)
  const begins = words === "" ? [] : packs.filter(({ title }) => plainWords(title).startsWith(words))
  const [only] = begins
  return only === undefined || begins.length > 1 ? null : asChosen(only)
}

const asChosen = ({ key, title }: ChosenPack): ChosenPack => ({ key, title })
