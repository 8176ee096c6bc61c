/** The verdict on an answer that has all of the reference and, beside it, only what kind of thing that is. */
import { isSure } from "./agreement.ts"
import type { AnswerForm } from "./answer-form.ts"
import {
  ofAnything,
  ofCenturies,
  ofLetters,
  ofNumbers,
  ofPeople,
  ofTitles,
  yearAbbreviations
} from "./generic-words.ts"
import { roleOf } from "./known-names.ts"
import type { Judgement } from "./judgement.ts"
import { outcome } from "./outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "./tokens.ts"

export const byGeneric = (form: AnswerForm, { extra, missing, pairs }: Pairing): Judgement | null => {
  if (missing.length > 0 || extra.length === 0 || !pairs.every((pair) => isSure(pair.agreement))) return null
  const asWritten = pairs.every((pair) => pair.agreement !== "form" && pair.agreement !== "transliteration")
  if (!extra.every((token) => saysTheKind(form, token, asWritten))) return null
  const slipped = pairs.some((pair) => pair.agreement === "typo")
  return outcome("accepted", slipped ? "typo" : "form", form.shown)
}

/** «сказка „Колобок“», but not «песня птицы» for «птица»: what a thing is called stands in the nominative. */
const saysTheKind = (form: AnswerForm, token: Token, asWritten: boolean): boolean => {
  const { stem } = token.stem
  if (ofAnything.has(stem)) return true
  const [only] = form.required
  if (form.required.length === 1 && only !== undefined) {
    if (only.number !== null || only.roman !== null) return isYear(only, token)
    if (only.text.length === 1) return ofLetters.has(stem)
    if (form.isKindOf(only, token)) return true
  }
  if (ofPeople.has(stem)) return namesAPerson(form)
  return (form.quoted || asWritten) && form.surname === null && ofTitles.has(stem)
}

const namesAPerson = (form: AnswerForm): boolean =>
  form.surname !== null || form.required.some((token) => form.isProper(token) && roleOf(token) === "given")

const firstYear = 100

const isYear = (number: Token, token: Token): boolean =>
  isCentury(number, token) ||
  ((ofNumbers.has(token.stem.stem) || yearAbbreviations.has(token.text)) &&
    (Number(number.number?.digits ?? 0) >= firstYear || number.number?.kind === "decade" || token.stem.stem !== "год"))

/** «XIX век»; «19» alone may be anything. */
const isCentury = (number: Token, token: Token): boolean =>
  (number.roman !== null || number.number?.kind === "ordinal") && ofCenturies.has(token.stem.stem)
