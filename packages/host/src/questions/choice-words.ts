/** The questions that were chosen, in words: «лёгкие, кино». */
import type { Settings } from "@znatoki/engine"
import type { Level, QuestionChoice } from "@znatoki/chat/question-choice"
import { quoted } from "../quoted.ts"
import { choiceOf } from "@znatoki/chat/kept-settings"
import { themeTitle } from "@znatoki/chat/theme-names"

export const levelWords: { readonly [L in Level]: string } = {
  easy: "лёгкие",
  medium: "средние",
  hard: "сложные"
}

export const choiceWords = ({ level, packs, themes }: QuestionChoice): string | null => {
  const parts = [
    ...(level === null ? [] : [levelWords[level]]),
    ...themes.map((theme) => themeTitle(theme).toLowerCase()),
    ...packs.map(({ title }) => `пакет «${quoted(title)}»`)
  ]
  return parts.length === 0 ? null : parts.join(", ")
}

/** «Вопросы: лёгкие, кино.» Null: any. */
export const chosenQuestions = (settings: Settings): string | null => {
  const words = choiceWords(choiceOf(settings))
  return words === null ? null : `Вопросы: ${words}.`
}
