/** The rules of the next game in numbers, and how to choose others. */
import { type GameState, nextSettingsOf, type Settings } from "@znatoki/engine"
import { durationWords } from "./duration-words.ts"
import { clockWords, extraTime, questionsWords, settingsWords, timesWords } from "./game-words.ts"
import { settingsKeyboard } from "./keyboards.ts"
import { choiceWords, chosenQuestions } from "./questions/choice-words.ts"
import type { Around } from "./around.ts"
import { choiceOf } from "@znatoki/chat/kept-settings"
import { type Piece, piece } from "./piece.ts"
import { plural } from "./plural.ts"
import { lines, paragraphs } from "./text.ts"
import { one, votersBy } from "./voters-words.ts"

const wheelWords = ({ blitzMs, blitzQuestions, wheel }: Settings): string => {
  if (wheel === null) return "Колесо: выключено"
  const { blitz, sectors, superBlitz } = wheel
  const all = plural(sectors, ["сектор", "сектора", "секторов"])
  return `Колесо: ${all}, блицев — ${blitz}, суперблицев — ${superBlitz} (${questionsWords(blitzQuestions)} по ${durationWords(blitzMs)})`
}

/** What of the questions may be chosen and seen. */
const questionLines = (settings: Settings): ReadonlyArray<string> => [
  `Вопросы: ${choiceWords(choiceOf(settings)) ?? "любые"}`,
  `Часы в вопросе: ${settings.clock ? "идут" : "выключены"}`
]

const ruleLines = (settings: Settings, decide: string, gameOnly: boolean): ReadonlyArray<string> => [
  `Выбор отвечающего: ${durationWords(settings.choiceMs)}, ответ: ${durationWords(settings.answerMs)}`,
  wheelWords(settings),
  ...(gameOnly ? [] : questionLines(settings)),
  `За верный досрочный ответ: ${settings.extraMinutesMax === 0 ? "только очко" : `очко и ${extraTime(settings)}`}`,
  `Помощь клуба: ${settings.clubHelps === 0 ? "выключена" : `${timesWords(settings.clubHelps)} за игру`}`,
  `Спорный ответ: ${settings.voteMs === 0 ? "не засчитывается" : `${decide}, ${durationWords(settings.voteMs)}`}`,
  `Апелляция: ${settings.appeals === 0 ? "выключена" : `${timesWords(settings.appeals)} за игру, ${settings.appealBy === "table" ? decide : "решает администратор"}`}`
]

export const isOpen = (state: GameState): boolean =>
  state._tag === "Idle" || state._tag === "Finished" || state._tag === "Lobby"

/** Whoever is alone decides alone. */
export const settingsShown = (state: GameState, { alone, gameOnly }: Pick<Around, "alone" | "gameOnly">): Piece => {
  const settings = nextSettingsOf(state)
  const { decide } = alone ? one : votersBy(settings)
  const hint = isOpen(state)
    ? "Другой темп — кнопкой или словами: «пресет быстрая»."
    : "Сменить настройки можно, когда игра закончится."
  return piece(
    paragraphs("⚙️ Настройки", lines(`${settingsWords(settings)}.`, ...ruleLines(settings, decide, gameOnly)), hint),
    isOpen(state) ? settingsKeyboard(state) : null
  )
}

/** In the lobby the list of players tells it; elsewhere everybody should know. */
export const settingsChosen = (settings: Settings, state: GameState): Piece | null =>
  state._tag === "Lobby"
    ? null
    : piece(lines("⚙️ Следующая игра:", `${settingsWords(settings)}.`, chosenQuestions(settings), clockWords(settings)))
