/** The verdict on a title with somebody named beside it: its author is welcome, another one is wrong. */
import { isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { isOneOf, ofPeople, ofTitles } from "../words/generic-words.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { roleOf } from "../names/known-names.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import { isParticle } from "../names/surname.ts"
import type { Token } from "../words/tokens.ts"

/** Null when more is said than a name, or when nobody knows whose work it is. */
export const byAuthor = (form: AnswerForm, { extra, missing, pairs }: Pairing): Judgement | null => {
  const { authors, names } = form
  if (names === null || authors.length === 0 || missing.length > 0 || !pairs.every((pair) => isSure(pair.agreement)))
    return null
  const isAuthor = (token: Token): boolean => authors.some((author) => names.isCalled(token, author))
  const others = extra.filter((token) => !saysWhatItIs(token) && !isParticle(token.text))
  const right = others.filter(isAuthor)
  // «Льюиса Кэрролла»: there is a Lewis whom that is the surname of.
  const theirs = authors.flatMap((author) => names.bearersOf(author)).flatMap((person) => person.given)
  const isTheirName = (token: Token): boolean => theirs.some((name) => names.isCalled(token, name))
  const wrong = others.filter(
    (token) => !right.includes(token) && !isTheirName(token) && names.people(token).length > 0
  )
  const given = wrong.flatMap((surname) => names.people(surname)).flatMap((person) => person.given)
  const belongs = (token: Token): boolean =>
    roleOf(token) !== "none" ||
    token.text.length === 1 ||
    isTheirName(token) ||
    given.some((name) => names.isCalled(token, name))
  if (!others.every((token) => right.includes(token) || wrong.includes(token) || belongs(token))) return null
  if (right.length > 0 && wrong.length === 0) return outcome("accepted", "form", form.shown)
  return wrong.length === 1 && right.length === 0 ? outcome("rejected", "wrong name", form.shown) : null
}

/** «роман писателя …» */
const saysWhatItIs = (token: Token): boolean => isOneOf(token, ofTitles) || isOneOf(token, ofPeople)
