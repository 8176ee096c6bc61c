/** The verdict on a given answer by one wording of the reference. */
import type { Agreement } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { byAgreement } from "./match-complete.ts"
import { byRemainder } from "./match-remainder.ts"
import { byNameList } from "./match-name-list.ts"
import { byNames } from "./match-names.ts"
import { matchToken } from "../agree/match-token.ts"
import { other, outcome } from "../verdict/outcome.ts"
import { isRunTogether } from "./run-together.ts"
import type { Token } from "../words/tokens.ts"
import { type Pairing, pairTokens, withoutPairs } from "./pair-tokens.ts"

export const matchForm = (form: AnswerForm, given: GivenAnswer): Judgement => {
  if (given.normal === form.normal) return certainly(form, outcome("accepted", "exact", form.shown))
  const loose = compare(form, given)
  return form.traits.strict ? strictly(form, loose) : certainly(form, loose)
}

/** What is perhaps a piece of an answer is never accepted alone. */
const certainly = (form: AnswerForm, judgement: Judgement): Judgement =>
  form.traits.certain || judgement.verdict !== "accepted" ? judgement : outcome("disputed", "partial", form.shown)

/** Where the wording is the point, a small difference is for people, a large one is an error. */
const strictly = (form: AnswerForm, loose: Judgement): Judgement => {
  if (loose.verdict === "rejected") return loose
  const declined = loose.reason === "form" || loose.reason === "word order"
  if (form.traits.anyForm && declined) return certainly(form, loose)
  return outcome(loose.verdict === "accepted" ? "disputed" : "rejected", "inexact", form.shown)
}

const compare = (form: AnswerForm, given: GivenAnswer): Judgement => {
  if (isDividedOtherwise(form, given)) return outcome("accepted", "spacing", form.shown)
  const pairing = pairTokens(form, given)
  const named = pairing === null ? null : (byNames(form, given, pairing) ?? byNameList(form, given, pairing))
  if (named !== null) return named
  if (pairing?.missing.length === 0 && pairing.extra.length === 0) return byAgreement(form, given, pairing)
  const spacing = bySpacing(form, given, pairing)
  if (spacing !== null) return spacing
  if (isRunTogether(form, given)) return outcome("accepted", "abbreviation", form.shown)
  return pairing === null ? byNothing(form, given) : byRemainder(form, given, pairing)
}

/** Of an answer that has no word of the reference only its numbers tell anything. */
const byNothing = (form: AnswerForm, given: GivenAnswer): Judgement => {
  if (given.hasNumber) return byRemainder(form, given, withoutPairs(form, given.tokens))
  return isTakenApart(form, given) ? outcome("disputed", "near", form.shown) : other
}

const shortestCompound = 9
const shortestRoot = 3

/** «пожали руки» for «рукопожатие»: a long word said by those that it is made of. */
const isTakenApart = ({ required }: AnswerForm, given: GivenAnswer): boolean => {
  const [only, second] = required
  if (only === undefined || second !== undefined || only.text.length < shortestCompound) return false
  const places = given.content.map(({ text }) => only.text.indexOf(text.slice(0, shortestRoot)))
  return Math.min(...places) >= 0 && Math.max(...places) - Math.min(...places) >= shortestRoot
}

/** «О. Генри» and «О’Генри»: the same letters, divided otherwise. */
const isDividedOtherwise = (form: AnswerForm, given: GivenAnswer): boolean =>
  isOtherwiseDivided(form, given) && form.joined !== null && form.joined.text === given.joined?.text

const isOtherwiseDivided = (form: AnswerForm, given: GivenAnswer): boolean => form.tokens.length !== given.tokens.length

/** «нью йорк» for «New York»: short words tell more together than each alone. */
const isInOtherAlphabet = (form: AnswerForm, given: GivenAnswer): boolean => form.joined?.latin !== given.joined?.latin

/** So long that a slip makes no other word of two. */
const shortestJoined = 8

/** «грома отвод»: one word, which one of them has divided. */
const isLongWord = (form: AnswerForm, given: GivenAnswer): boolean =>
  (form.tokens.length === 1 || given.tokens.length === 1) && (form.joined?.text.length ?? 0) >= shortestJoined

const mayBeDivided = (form: AnswerForm, given: GivenAnswer): boolean =>
  isOtherwiseDivided(form, given) || isInOtherAlphabet(form, given) || given.afterPreposition !== null

/** The same, with another ending, in another alphabet or with a slip. */
const bySpacing = (form: AnswerForm, given: GivenAnswer, pairing: Pairing | null): Judgement | null => {
  if (form.joined === null || !mayBeDivided(form, given)) return null
  const agreement = joinedAgreement(form.joined, given)
  if (agreement === "form") return outcome("accepted", "spacing", form.shown)
  if (agreement === "transliteration") return outcome("accepted", "transliteration", form.shown)
  const isLeft = pairing === null || (pairing.extra.length > 0 && pairing.missing.length > 0)
  return isLeft && (agreement === "typo" || agreement === "likely typo") ? bySlip(form, given, agreement) : null
}

const joinedAgreement = (reference: Token, given: GivenAnswer): Agreement => {
  const whole = matchJoined(reference, given.joined)
  return matchJoined(reference, given.afterPreposition) === "form" ? "form" : whole
}

/** No ending has so many letters, nor does another alphabet need so many more. */
const mostMore = 10

const matchJoined = (reference: Token, given: Token | null): Agreement =>
  given === null || Math.abs(reference.text.length - given.text.length) > mostMore
    ? "none"
    : matchToken(reference, given)

const bySlip = (form: AnswerForm, given: GivenAnswer, agreement: Agreement): Judgement => {
  const isSafe = agreement === "typo" && form.typos && isLongWord(form, given)
  return isSafe ? outcome("accepted", "typo", form.shown) : outcome("disputed", "near", form.shown)
}
