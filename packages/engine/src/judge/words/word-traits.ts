/** What the dictionary tells of a word by itself, whatever it is held against. */
import { months } from "./months.ts"
import type { Token } from "./tokens.ts"

/** In the form in which a dictionary lists it, as far as it knows. */
export const isListed = ({ lemmas }: Token): boolean => lemmas.length === 0 || lemmas.some((lemma) => lemma.base)

/** As it is meant; a name is one too. */
export const isNoun = ({ meant }: Token): boolean => meant.some(({ kind }) => kind === "noun")

/** «древнегреческий» of «древнегреческий философ»: nobody's name. */
export const isPlainAdjective = ({ lemmas, meant }: Token): boolean =>
  lemmas.length > 0 && meant.every(({ kind, name }) => kind === "adjective" && name === null)

const ofDates = new Set(months)

/** As a date has it. */
export const isMonth = ({ text }: Token): boolean => ofDates.has(text)

/** By their first letters; finding out more takes time. */
export const beginAlike = (one: Token, other: Token): boolean => one.text.charCodeAt(0) === other.text.charCodeAt(0)
