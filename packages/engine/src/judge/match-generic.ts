/** The verdict on an answer that has all of the reference and, beside it, only what kind of thing that is. */
import { isSure } from "./agreement.ts"
import type { AnswerForm } from "./answer-form.ts"
import {
  ofAmounts,
  ofAnything,
  ofCenturies,
  ofCounts,
  ofGoods,
  ofLetters,
  ofNumbers,
  ofPeople,
  ofRelatives,
  ofStates,
  ofTitles,
  yearAbbreviations
} from "./generic-words.ts"
import type { GivenAnswer } from "./given-answer.ts"
import { roleOf } from "./known-names.ts"
import type { Judgement } from "./judgement.ts"
import { isName } from "./match-known.ts"
import { outcome } from "./outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "./tokens.ts"

export const byGeneric = (
  form: AnswerForm,
  given: GivenAnswer,
  { extra, missing, pairs }: Pairing
): Judgement | null => {
  if (missing.length > 0 || extra.length === 0 || !pairs.every((pair) => isSure(pair.agreement))) return null
  const asWritten = pairs.every((pair) => pair.agreement !== "form" && pair.agreement !== "transliteration")
  const mayBeTitled = asWritten && isCalledByName(form) && !given.tokens.some((token) => conjunctions.has(token.text))
  const before = new Set(given.tokens.slice(0, pairs[0]?.at ?? 0))
  const isTitleHere = (token: Token): boolean =>
    mayBeTitled && before.has(token) && form.required.some((name) => isTitle(token, name))
  if (!extra.every((token) => isTitleHere(token) || saysTheKind(form, token, asWritten))) return null
  const slipped = pairs.some((pair) => pair.agreement === "typo")
  return outcome("accepted", slipped ? "typo" : "form", form.shown)
}

/** «Малыш и Карлсон» are two. */
const conjunctions = new Set(["и", "с"])

/** «сказка „Колобок“», but not «песня птицы» for «птица»: what a thing is called stands in the nominative. */
const saysTheKind = (form: AnswerForm, token: Token, asWritten: boolean): boolean => {
  const { stem } = token.stem
  if (ofAnything.has(stem) || ofStates.has(stem)) return true
  const [only] = form.required
  const said = form.required.length === 1 && only !== undefined ? saysTheKindOf(only, token) : null
  if (said !== null) return said
  if (form.isKind(token)) return true
  if (ofPeople.has(stem) && namesAPerson(form)) return true
  return (form.quoted || asWritten) && form.surname === null && bearsATitle(form, stem)
}

const bearsATitle = (form: AnswerForm, stem: string): boolean =>
  ofTitles.has(stem) || (ofGoods.has(stem) && (form.quoted || !form.required.some(mayBeAlive)))

const mayBeAlive = (token: Token): boolean => token.lemmas.some((lemma) => lemma.animate || lemma.name !== null)

/** Of an answer of one word; null when that word alone does not tell. */
const saysTheKindOf = (only: Token, token: Token): boolean | null => {
  const { stem } = token.stem
  if (isNumber(only)) return isYear(only, token) || ofCounts.has(stem)
  if (only.text.length === 1) return ofLetters.has(stem)
  return ofAmounts.has(stem) ? true : null
}

const isNumber = (token: Token): boolean => token.number !== null || token.roman !== null

const namesAPerson = (form: AnswerForm): boolean =>
  form.surname !== null || form.required.some((token) => form.isProper(token) && roleOf(token) === "given")

/** «вратарь Яшин», «рыцарь Дон Кихот»; «дедушка Крылов» is he, while «сын Гудини» is another. */
export const isTitle = (token: Token, name: Token): boolean =>
  token.lemmas.some((lemma) => lemma.base && lemma.animate && lemma.name === null) &&
  (!ofRelatives.has(token.stem.stem) || showsItsCase(name))

/** A name of the dictionary that would be another word in another case. */
const showsItsCase = (name: Token): boolean =>
  name.lemmas.some((lemma) => lemma.base && lemma.name !== null) && !name.lemmas.some((lemma) => lemma.indeclinable)

const isCalledByName = (form: AnswerForm): boolean =>
  !form.quoted &&
  !form.listed &&
  form.required.every((token) => form.isProper(token)) &&
  (form.required.length > 1 || form.required.every((token) => (isName(token) || token.unheardOf) && !isWordToo(token)))

/** «Павлин» is somebody's name, and a bird. */
const isWordToo = (token: Token): boolean => token.lemmas.some((lemma) => lemma.base && lemma.name === null)

const firstYear = 100

const isYear = (number: Token, token: Token): boolean =>
  isCentury(number, token) ||
  ((ofNumbers.has(token.stem.stem) || yearAbbreviations.has(token.text)) &&
    (Number(number.number?.digits ?? 0) >= firstYear || number.number?.kind === "decade" || token.stem.stem !== "год"))

/** «XIX век»; «19» alone may be anything. */
const isCentury = (number: Token, token: Token): boolean =>
  (number.roman !== null || number.number?.kind === "ordinal") && ofCenturies.has(token.stem.stem)
