/** How one word of the reference and one given word agree. */
import type { Agreement } from "../words/agreement.ts"
import { matchForeign } from "./match-foreign.ts"
import { matchKnown } from "./match-known.ts"
import { matchRussian } from "./match-russian.ts"
import { isShortDecade, isShortYear, type NumberValue, sameNumber } from "../words/numbers.ts"
import { closeness } from "../letters/slip-cost.ts"
import type { Token } from "../words/tokens.ts"

export const matchToken = (reference: Token, given: Token): Agreement => {
  // A twin is of the other alphabet.
  const areCyrillic = reference.cyrillic && given.cyrillic
  if (reference.text === given.text || (!areCyrillic && reference.twin === given.text)) return "same"
  if (reference.number !== null || given.number !== null) return matchAsNumbers(reference, given)
  if (areCyrillic) return matchRussian(reference, given)
  return isSameNumeral(reference, given) ? "form" : matchForeign(reference, given)
}

/** «XlX» for «XIX» */
const isSameNumeral = ({ roman }: Token, given: Token): boolean => roman !== null && roman === given.roman

/** Of which one at least is a number. */
const matchAsNumbers = (reference: Token, given: Token): Agreement => {
  if (reference.number !== null && given.number !== null) return matchNumbers(reference.number, given.number)
  // «пятой» is «пята» too, and «семью» is «семья».
  if (given.number !== null && matchKnown(reference, given) === "form") return "form"
  const number = numberOf(reference)
  if (number !== null) return matchNumber(reference, number, given)
  const other = numberOf(given)
  return other === null ? matchForeign(reference, given) : matchNumber(given, other, reference)
}

/** «сикс» may be said for «six». */
const numberOf = (token: Token): NumberValue | null => (token.latin ? null : token.number)

/** A figure is read either way, «три» is not «третий»; one year is no decade. */
const matchNumbers = (reference: NumberValue, given: NumberValue): Agreement => {
  if (isShortDecade(reference, given)) return "form"
  if (isShortDecade(given, reference)) return "near"
  if (isShortYear(given, reference)) return "form"
  if (!sameNumber(reference, given)) return "none"
  if (reference.kind === "decade" || given.kind === "decade") return reference.kind === given.kind ? "form" : "near"
  const figure = reference.kind === "figure" || given.kind === "figure"
  return figure || reference.kind === given.kind ? "form" : "near"
}

const shortestSpelled = 5

/** A number and a word: a Roman numeral, or a number misspelled. */
const matchNumber = (token: Token, number: NumberValue, word: Token): Agreement => {
  if (word.roman !== null) return String(word.roman) === number.digits ? "form" : "none"
  const spelled =
    token.cyrillic &&
    word.cyrillic &&
    word.lemmas.length === 0 &&
    Math.min(token.text.length, word.text.length) >= shortestSpelled
  return spelled && closeness(token.text, word.text) === "slip" ? "typo" : "none"
}
