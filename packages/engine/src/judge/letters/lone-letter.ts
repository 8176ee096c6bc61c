/** Whether an answer names another of two letters that are one everywhere else: «е» for «буква Ё». */
import { lettered } from "./lettered.ts"

const loneLetter = lettered("giu", String.raw`(?<!\p{L})[её](?!\p{L})`)

/** Of nearly every answer nothing more has to be asked. */
const mayHaveOne = /(?:^|[^а-яё])[её](?![а-яё])/iu

const lettersIn = (text: string): string => {
  if (!mayHaveOne.test(text)) return ""
  const composed = text.normalize("NFC")
  return [...new Set([...composed.matchAll(loneLetter(composed))].map(([letter]) => letter.toLowerCase()))].join("")
}

export const isOtherLetter = (written: ReadonlyArray<string>, given: string): boolean => {
  const said = lettersIn(given)
  if (said.length !== 1) return false
  const asked = lettersIn(written.join(" "))
  return asked.length === 1 && asked !== said
}
