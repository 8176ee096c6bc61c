/** Whose name a title is, so that the surname alone may be meant for the work: «Онегин» for «„Евгений Онегин“». */
import { roleOf } from "./known-names.ts"
import { lettered } from "../letters/lettered.ts"
import type { Lexicon } from "../words/lexicon.ts"
import { isName } from "../agree/match-known.ts"
import { normalForm } from "../letters/normal-form.ts"
import { type Token, tokensOf } from "../words/tokens.ts"

const fullName = lettered("u", String.raw`^[«"„“]\p{Lu}\p{Ll}+\s(\p{Lu}\p{Ll}{2,})[»"“”]\.?$`)

const isGiven = (token: Token): boolean => roleOf(token) === "given"
const isBearer = (token: Token): boolean => token.unheardOf || (isName(token) && roleOf(token) === "none")

export const titleHero = (reading: string, lexicon: Lexicon): string | null => {
  const surname = reading.replace(fullName(reading), "$1")
  if (surname === reading) return null
  const words = tokensOf(normalForm(reading), lexicon)
  return words.every((word, i) => (i === 0 ? isGiven(word) : isBearer(word))) ? surname : null
}
