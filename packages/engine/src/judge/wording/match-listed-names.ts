/** The verdict on several that are called by name, each with a word for who that is: «кот Том и мышонок Джерри». */
import type { AnswerForm } from "../reference/answer-form.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "../words/tokens.ts"

/** Null when more is said than that. A name in another case may be of somebody else: «дети Адама и Евы». */
export const byListedNames = (form: AnswerForm, { tokens }: GivenAnswer, pairing: Pairing): Judgement | null => {
  const { extra, missing, pairs } = pairing
  if (!form.listed || missing.length > 0 || extra.length === 0) return null
  if (!pairs.every(({ agreement, reference }) => agreement === "same" && form.isProper(reference))) return null
  const names = new Set(pairs.map((pair) => pair.given))
  const next = (token: Token): Token | undefined => tokens[tokens.indexOf(token) + 1]
  const standsBefore = (token: Token): boolean => {
    const following = next(token)
    return following !== undefined && names.has(following)
  }
  return extra.every((token) => isSomebody(token, tokens[0]) && standsBefore(token))
    ? outcome("accepted", "form", form.shown)
    : null
}

/** One of them is named as a dictionary lists it; a word for all of them stands first. */
const isSomebody = (token: Token, first: Token | undefined): boolean =>
  token.lemmas.some(
    ({ animate, base, kind, name }) => kind === "noun" && animate && name === null && (base || token === first)
  )
