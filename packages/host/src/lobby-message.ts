/** The table before the game: who sits there, what is played, when it begins. */
import type { Lobby } from "@znatoki/engine"
import { durationWords } from "./duration-words.ts"
import { clockWords, numbered, settingsWords } from "./game-words.ts"
import { chosenQuestions } from "./questions/choice-words.ts"
import type { Text } from "@znatoki/chat/message"
import { lines, paragraphs } from "./text.ts"

export const lobbySlot = ({ game }: Lobby): string => `${game}/lobby`

/** Says nothing that is not in the state, for it is written anew with every change of the seats. */
export const lobbyText = (state: Lobby): Text =>
  paragraphs(
    lines(
      "🦉 Собираем стол!",
      `${settingsWords(state.settings)}.`,
      chosenQuestions(state.settings),
      clockWords(state.settings)
    ),
    lines(`За столом (${state.players.length}):`, numbered(state.players)),
    `⏳ На сбор — ${durationWords(state.settings.lobbyMs)}, или раньше по кнопке «Поехали».`
  )
