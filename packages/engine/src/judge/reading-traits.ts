/** What the spelling of a reference tells beside its words: names, lists, a text cited letter for letter. */
import { normalForm } from "./normal-form.ts"

const capitalised = /\p{Lu}[\p{L}\p{M}'’]*/gu
/** A quoted text that begins with a small letter is cited for its spelling; a title begins with a capital. */
const citedSpelling = /^[«"„“]\p{Ll}[^«»"„“”]*[»"“”]\.?$/u
const listSeparator = /,\s|\sи\s|\sили\s/iu
const longestListItem = 2

export const isQuoted = (reading: string): boolean => /[«"„“]/u.test(reading)

export const isCitedSpelling = (reading: string): boolean => citedSpelling.test(reading.trim())

const capitals = /^[«"„“]?\p{Lu}{2,8}[»"“”]?\.?$/u

export const isInCapitals = (reading: string): boolean => capitals.test(reading.trim())

/** «дуб, ясень» and «война и мир» are lists; a phrase of long clauses is not. */
export const isList = (reading: string): boolean => {
  const items = reading.split(listSeparator).map((item) => item.trim().split(/\s+/u).length)
  return items.length > 1 && items.every((words) => words <= longestListItem)
}

export const properWords = (reading: string): ReadonlySet<string> =>
  new Set([...reading.matchAll(capitalised)].flatMap(([word]) => normalForm(word).split(" ")))

const innerName = /(?<=[\p{L}\]] +)\p{Lu}\p{Ll}{0,2}(?!\p{L})/gu
const soleName = /^\p{Lu}\p{Ll}{0,2}\.?$/u

const quotedLetters = /(?<=[«"„“])\p{L}{1,2}(?=[»"“”])/gu

/** «Эдгар По», «о» in quotes: a small word that is written as a name is one, and a cited one is what the text is about. */
export const harmlessNames = (reading: string): ReadonlySet<string> =>
  new Set(
    [
      ...reading.matchAll(soleName.test(reading) ? /\p{Lu}\p{Ll}*/gu : innerName),
      ...reading.matchAll(quotedLetters)
    ].map(([name]) => normalForm(name))
  )
