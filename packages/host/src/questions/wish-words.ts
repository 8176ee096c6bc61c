/** Which words wish for questions: of a degree, a theme, a pack. All in plain words. */
import { anyWish, type Level, type QuestionWish } from "@znatoki/chat/question-choice"

const levels: ReadonlyMap<string, Level | null> = new Map(
  Object.entries({
    easy: ["легкая", "легкую", "легкие", "легкий", "просто", "простая", "простую", "простые", "easy"],
    medium: ["средняя", "среднюю", "средние", "средний", "medium"],
    hard: ["сложная", "сложную", "сложные", "сложный", "трудная", "трудную", "трудные", "hard"]
  } satisfies Record<Level, ReadonlyArray<string>>).flatMap(([level, words]) =>
    words.map((word) => [word, level as Level] as const)
  )
)

/** Whether words by themselves are about questions; «лёгкая» alone is talk. */
export const namesQuestions = /^(?:(?:тема|тему|на тему|пакет|сложность) |\S+ вопросы$)/u

const anything = new Set(["любая", "любые", "любой", "любую", "все", "всё", "any"])

const nameOf = (name: string): string | null => (anything.has(name) ? null : name)

/** Null: they wish for nothing of the kind. A degree may stand before a theme: «лёгкая тема кино». */
export const wishIn = (words: string): QuestionWish | null => {
  if (anything.has(words)) return anyWish
  const [first = "", ...rest] = words.split(" ")
  const level = levels.get(first)
  if (level === undefined) return named(words)
  if (rest.length === 0) return { level }
  const further = named(rest.join(" "))
  return further === null ? null : { level, ...further }
}

const prefixes: ReadonlyArray<readonly [prefix: RegExp, wish: (name: string) => QuestionWish | null]> = [
  [/^(?:на тему|тема|тему) /u, (name) => ({ theme: nameOf(name) })],
  [/^пакет /u, (name) => ({ pack: nameOf(name) })],
  [/^сложность /u, (name) => levelNamed(name)]
]

const levelNamed = (name: string): QuestionWish | null => {
  if (anything.has(name)) return { level: null }
  const level = levels.get(name)
  return level === undefined ? null : { level }
}

const named = (words: string): QuestionWish | null => {
  const found = prefixes.find(([prefix]) => prefix.test(words))
  return found === undefined ? null : found[1](words.replace(found[0], "").trim())
}
