/** What the dictionary tells of a word by itself, whatever it is held against. */
import type { Token } from "./tokens.ts"

/** In the form in which a dictionary lists it, as far as it knows. */
export const isListed = ({ lemmas }: Token): boolean => lemmas.length === 0 || lemmas.some((lemma) => lemma.base)

/** «древнегреческий» of «древнегреческий философ»: nobody's name. */
export const isPlainAdjective = ({ lemmas, meant }: Token): boolean =>
  lemmas.length > 0 && meant.every(({ kind, name }) => kind === "adjective" && name === null)

const months = new Set("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "))

/** As a date has it. */
export const isMonth = ({ text }: Token): boolean => months.has(text)
