/** What there is to be asked, what of it is chosen, and how to choose. */
import { type GameState, nextSettingsOf } from "@znatoki/engine"
import type { Shelves } from "@znatoki/chat/question-choice"
import type { Text } from "@znatoki/chat/message"
import { isOpen } from "../settings-message.ts"
import { questionsKeyboard } from "../keyboards.ts"
import { questionsWords } from "../game-words.ts"
import { quoted } from "../quoted.ts"
import { type Piece, piece } from "../piece.ts"
import { lines, paragraphs } from "../text.ts"
import { choiceWords } from "./choice-words.ts"
import { choiceOf } from "@znatoki/chat/kept-settings"
import { themeTitle } from "@znatoki/chat/theme-names"

const themesMax = 20
const packsMax = 10

/** What there is more than can be shown is not told one by one. */
const listed = (title: string, all: ReadonlyArray<string>, max: number): Text | null => {
  if (all.length === 0) return null
  const more = all.length - max
  return lines(title, ...all.slice(0, max), more > 0 ? `и ещё ${more}` : null)
}

const missing = (unknown: string): string => `Таких вопросов у меня нет: «${quoted(unknown)}».`

/** `shelves`: null where nobody could be asked. */
export const shelvesShown = (state: GameState, shelves: Shelves | null, unknown: string | null): Piece => {
  if (shelves === null) return piece(lines("📦 Список вопросов сейчас не посмотреть."))
  const { packs, themes } = shelves
  const chosen = choiceWords(choiceOf(nextSettingsOf(state)))
  const hint = isOpen(state)
    ? "Выбрать: «тема кино», «пакет Название», «лёгкие вопросы» — или сразу «старт лёгкая». Вернуть всё: «любые вопросы»."
    : "Выбрать другие можно, когда игра закончится."
  return piece(
    paragraphs(
      lines("📦 Вопросы", unknown === null ? null : missing(unknown), `Сейчас: ${chosen ?? "любые"}.`),
      listed(
        "Темы:",
        themes.map(({ name, questions }) => `${themeTitle(name)} — ${questions}`),
        themesMax
      ),
      listed(
        "Пакеты:",
        packs.map(
          ({ own, questions, title }) => `«${quoted(title)}» — ${questionsWords(questions)}${own ? ", только ваш" : ""}`
        ),
        packsMax
      ),
      hint
    ),
    isOpen(state) ? questionsKeyboard(state, themes) : null
  )
}
