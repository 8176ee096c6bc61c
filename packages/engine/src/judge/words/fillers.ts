/** The words people put around an answer: «мой ответ», «я думаю, это», «наверное». */
import { leading, trailing } from "./filler-words.ts"

/** The phrases by a word of theirs, the longest first. */
const byWord = (
  phrases: ReadonlyArray<string>,
  wordOf: (phrase: string) => string
): ReadonlyMap<string, ReadonlyArray<string>> => {
  const groups = new Map<string, Array<string>>()
  for (const phrase of phrases.toSorted((a, b) => b.length - a.length)) {
    const group = groups.get(wordOf(phrase)) ?? []
    groups.set(wordOf(phrase), group)
    group.push(phrase)
  }
  return groups
}

const firstWord = (text: string): string => text.slice(0, `${text} `.indexOf(" "))
const lastWord = (text: string): string => text.slice(text.lastIndexOf(" ") + 1)

/** «эээ», «ахаха», «лол»: drawn out as long as one likes. */
const sound = /^(?:э+м+|([аоуыэм])\1+|[хг]м+|а*(?:х[аеиы])+х?|кек|лол|ржу|хд)$/u

/** «жена говорит …», «отвечает Иванов: …» */
const saidBy =
  /^(?:(?:мо[йяи] |наша? )?\S+ (?:говор[ия]т|счита[ею]т|дума[ею]т|подсказыва[ею]т|уверен[аы]?)(?: что)?|отвечает \S+) (?=\S)/u

/** Of nearly every answer it need not be looked for. */
const mayBeSaidBy = (text: string): boolean => text.includes("т ") || text.includes("увер")

const starts = byWord(leading, firstWord)
const ends = byWord(trailing, lastWord)

const fillers = new Set([...leading, ...trailing])

/** Whether a normal form is nothing but one filler. */
export const isFiller = (normal: string): boolean => fillers.has(normal)

/** The normal form, then the same with one filler after another taken off its ends; one word at least is left. */
export const withoutFillers = (normal: string): ReadonlyArray<string> => {
  const readings = [normal]
  for (let rest: string | null = normal; rest !== null;) {
    rest = withoutOne(rest)
    if (rest !== null) readings.push(rest)
  }
  return readings
}

const withoutOne = (text: string): string | null => {
  if (!text.includes(" ")) return null
  const start = starts
    .get(firstWord(text))
    ?.find((phrase) => text.charAt(phrase.length) === " " && text.startsWith(phrase))
  if (start !== undefined) return text.slice(start.length + 1)
  if (sound.test(firstWord(text))) return text.slice(text.indexOf(" ") + 1)
  const end = ends
    .get(lastWord(text))
    ?.find((phrase) => text.endsWith(phrase) && text.charAt(text.length - phrase.length - 1) === " ")
  if (end !== undefined) return text.slice(0, text.length - end.length - 1)
  if (sound.test(lastWord(text))) return text.slice(0, text.lastIndexOf(" "))
  const speaker = mayBeSaidBy(text) ? saidBy.exec(text) : null
  return speaker === null ? null : text.slice(speaker[0].length)
}
