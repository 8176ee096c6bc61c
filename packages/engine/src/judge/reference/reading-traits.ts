/** What the spelling of a reference tells beside its words: names, lists, a text cited letter for letter. */
import { lettered } from "../letters/lettered.ts"
import { normalForm } from "../letters/normal-form.ts"

const capitalised = lettered("gu", String.raw`\p{Lu}[\p{L}\p{M}'’]*`)
/** A quoted text that begins with a small letter is cited for its spelling; a title begins with a capital. */
const citedSpelling = lettered("u", String.raw`^[«"„“]\p{Ll}[^«»"„“”]*[»"“”]\.?$`)
const listSeparator = /,\s|\s(?:и|или|&)\s/iu
const longestListItem = 2

export const isQuoted = (reading: string): boolean => /[«"„“]/u.test(reading)

export const isCitedSpelling = (reading: string): boolean => citedSpelling(reading).test(reading.trim())

const capitals = lettered("u", String.raw`^[«"„“]?\p{Lu}{2,8}[»"“”]?\.?$`)

export const isInCapitals = (reading: string): boolean => capitals(reading).test(reading.trim())

/** «дуб, ясень» and «война и мир» are lists; a phrase of long clauses is not. */
export const isList = (reading: string): boolean => {
  const items = reading.split(listSeparator).map((item) => item.trim().split(/\s+/u).length)
  return items.length > 1 && items.every((words) => words <= longestListItem)
}

export const properWords = (reading: string): ReadonlySet<string> =>
  new Set([...reading.matchAll(capitalised(reading))].flatMap(([word]) => normalForm(word).split(" ")))

const innerName = lettered("gu", String.raw`(?<=[\p{L}\]] +)\p{Lu}\p{Ll}{0,2}(?!\p{L})`)
const firstName = lettered("gu", String.raw`\p{Lu}\p{Ll}*`)
const soleName = lettered("u", String.raw`^\p{Lu}\p{Ll}{0,2}\.?$`)

const quotedLetters = lettered("gu", String.raw`(?<=[«"„“])\p{L}{1,2}(?=[»"“”])`)

const longestSoleName = 8
/** Of one word, as most are, no part is small. */
const dividing = /[ «"„“]/u
const noNames: ReadonlySet<string> = new Set()

/** «Эдгар По», «о» in quotes: a small word that is written as a name is one, and a cited one is what the text is about. */
export const harmlessNames = (reading: string): ReadonlySet<string> => {
  if (reading.length > longestSoleName && !dividing.test(reading)) return noNames
  return new Set(
    [
      ...reading.matchAll((soleName(reading).test(reading) ? firstName : innerName)(reading)),
      ...reading.matchAll(quotedLetters(reading))
    ].map(([name]) => normalForm(name))
  )
}
