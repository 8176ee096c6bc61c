/** The verdict on a complete answer with what it is for, or of what place it is, said after it: «зонт от дождя», «КГБ СССР». */
import type { AnswerForm } from "../reference/answer-form.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { isName } from "../agree/match-known.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "../words/tokens.ts"
import { isPlainAdjective } from "../words/word-traits.ts"

const purposes = new Set(["от", "для"])

export const byTail = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): Judgement | null => {
  const tail = tailOf(form, given, pairing)
  if (tail === null || tail.lemmas.length === 0 || isName(tail)) return null
  const before = given.tokens[given.tokens.indexOf(tail) - 1]
  // «ключ от квартиры» is another than «Ключ [от города]».
  const isPurpose = before !== undefined && purposes.has(before.text) && form.names?.isOptional(before) !== true
  const isPlace =
    pairing.pairs.some((pair) => pair.given === before) &&
    form.tellsAlone &&
    form.namesPlace(tail) &&
    form.names !== null
  return isPurpose || isPlace ? outcome("accepted", "form", form.shown) : null
}

/** «новогодняя ёлочная игрушка»: beside the adjective of the answer another tells nothing else. */
export const byAdjective = (
  form: AnswerForm,
  given: GivenAnswer,
  { extra, missing, pairs }: Pairing
): Judgement | null => {
  const [adjective] = extra
  const [first] = form.required
  if (adjective === undefined || first === undefined || extra.length > 1 || missing.length > 0 || form.listed)
    return null
  const isWhole = pairs.length > 1 && pairs.every(({ agreement }) => agreement === "same" || agreement === "form")
  const stands = pairs.every(({ at }) => at > given.tokens.indexOf(adjective))
  return isWhole && stands && isPlainAdjective(first) && mayDescribe(adjective)
    ? outcome("accepted", "form", form.shown)
    : null
}

/** «красная» is a noun too. */
const mayDescribe = ({ lemmas }: Token): boolean =>
  lemmas.some(({ kind, name }) => kind === "adjective" && name === null)

/** The one word after all of the answer. */
const tailOf = (form: AnswerForm, given: GivenAnswer, { extra, missing, pairs }: Pairing): Token | null => {
  const [tail] = extra
  const isWhole = missing.length === 0 && pairs.every(({ agreement }) => agreement === "same" || agreement === "form")
  if (tail === undefined || extra.length > 1 || !isWhole || form.listed) return null
  const at = given.tokens.indexOf(tail)
  return pairs.every((pair) => pair.at < at) ? tail : null
}
