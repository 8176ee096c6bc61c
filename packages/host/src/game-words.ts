/** Words for the numbers of a game: the score, the round, the length, the names of presets. */
import {
  type Appeal,
  blitzPlaceOf,
  type BlitzPlace,
  type GameState,
  isEverythingPlayed,
  type Player,
  type PlayerId,
  type PresetName,
  type Running,
  type Score,
  type Settings,
  unpaused,
  type Verdict
} from "@znatoki/engine"
import { capital, durationWords } from "./duration-words.ts"
import { plural } from "./plural.ts"

export const presetTitle: { readonly [Name in PresetName]: string } = {
  lightning: "Молния",
  quick: "Быстрая",
  classic: "Классика",
  tv: "ТВ",
  slow: "Медленная"
}

export const scoreWords = ({ bot, team }: Score): string => `Знатоки ${team} : ${bot} Бот`

const isPreset = (name: string): name is PresetName => Object.hasOwn(presetTitle, name)

/** Settings may carry a name that is none of ours. */
export const settingsTitle = ({ preset }: Settings): string => (isPreset(preset) ? presetTitle[preset] : "Свои правила")

/** «2 раза». */
export const timesWords = (count: number): string => plural(count, ["раз", "раза", "раз"])

/** «до 6 очков». */
const upTo = (points: number): string => `до ${plural(points, ["очка", "очков", "очков"])}`

export const lengthWords = ({ pointsToWin, rounds }: Settings): string => {
  if (rounds === null) return pointsToWin === null ? "без конца" : upTo(pointsToWin)
  if (pointsToWin === null) return plural(rounds, ["раунд", "раунда", "раундов"])
  return `${upTo(pointsToWin)}, не больше ${plural(rounds, ["раунда", "раундов", "раундов"])}`
}

/** «Классика: 7 раундов, минута на обсуждение». */
export const settingsWords = (settings: Settings): string =>
  `${settingsTitle(settings)}: ${lengthWords(settings)}, ${durationWords(settings.discussionMs)} на обсуждение`

export const clockIsOff = "Часы выключены."

/** Said where it is not as usual; null: it is. */
export const clockWords = ({ clock }: Settings): string | null => (clock ? null : clockIsOff)

/** Whether the round just played leads to the results. */
export const isLastRound = (state: Verdict | Appeal): boolean => isEverythingPlayed(state)

/** «Раунд 2 из 7»; without a number of rounds, «Раунд 2 · до 6 очков». */
export const roundWords = (round: number, { pointsToWin, rounds }: Settings): string => {
  if (rounds !== null) return `Раунд ${round} из ${rounds}`
  return pointsToWin === null ? `Раунд ${round}` : `Раунд ${round} · ${upTo(pointsToWin)}`
}

/** The same inside a sentence. */
export const roundInSentence = (round: number, { rounds }: Settings): string =>
  rounds === null ? `раунд ${round}` : `раунд ${round} из ${rounds}`

export const namesOf = (players: ReadonlyArray<Player>): string => players.map(({ name }) => name).join(", ")

/** «1. Аня», a line each. */
export const numbered = (players: ReadonlyArray<Player>): string =>
  players.map(({ name }, index) => `${index + 1}. ${name}`).join("\n")

/** The player at this table, or null. */
export const seated = (state: GameState, id: PlayerId | null): Player | null => {
  const table = unpaused(state)
  return "players" in table ? (table.players.find((player) => player.id === id) ?? null) : null
}

/** Whether one person is all the table. */
export const sitsAlone = (state: GameState): boolean => {
  const table = unpaused(state)
  return "players" in table && table.players.length === 1
}

/** «3 вопроса». */
export const questionsWords = (count: number): string => plural(count, ["вопрос", "вопроса", "вопросов"])

export const blitzName = ({ solo }: BlitzPlace): string => (solo ? "суперблиц" : "блиц")

/** « · блиц, вопрос 2 из 3», after the number of the round. */
export const blitzWords = (blitz: BlitzPlace | null): string =>
  blitz === null ? "" : ` · ${blitzName(blitz)}, вопрос ${blitz.question} из ${blitz.of}`

/** The same from a state. */
export const blitzOf = (state: GameState): string => ("series" in state ? blitzWords(blitzPlaceOf(state)) : "")

/** «ещё минута на обсуждение»: what is called an extra minute is as long as the discussion. */
export const extraTime = ({ discussionMs }: Settings): string => `ещё ${durationWords(discussionMs)} на обсуждение`

/** «Ещё минуту», on a button. */
export const moreTime = ({ discussionMs }: Settings): string => `Ещё ${durationWords(discussionMs, "accusative")}`

/** What the team can still use; null: nothing. */
export const reserveWords = (state: Running): string | null => {
  const { clubHelps, extraMinutes } = state.reserves
  const isSolo = "series" in state && state.series?._tag === "SuperBlitz"
  const things = [
    ...(extraMinutes > 0
      ? [extraTime(state.settings) + (extraMinutes === 1 ? "" : ` (${timesWords(extraMinutes)})`)]
      : []),
    ...(clubHelps > 0 && !isSolo ? ["помощь клуба"] : [])
  ]
  return things.length === 0 ? null : `В запасе: ${things.join(", ")}.`
}

/** «Минута на обсуждение.» */
export const timeFor = (ms: number, what: string): string => `${capital(durationWords(ms))} ${what}.`
