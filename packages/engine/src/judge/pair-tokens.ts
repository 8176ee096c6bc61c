/** Which given word answers to which word of the reference, and what is left over on either side. */
import { type Agreement, agreements } from "./agreement.ts"
import type { AnswerForm } from "./answer-form.ts"
import { isHarmless } from "./function-words.ts"
import { areRelated } from "./match-russian.ts"
import { matchToken } from "./match-token.ts"
import type { Token } from "./tokens.ts"

interface Pair {
  readonly reference: Token
  readonly given: Token
  /** The place of the given word. */
  readonly at: number
  readonly agreement: Agreement
}

export interface Pairing {
  /** In the order of the reference. */
  readonly pairs: ReadonlyArray<Pair>
  readonly missing: ReadonlyArray<Token>
  readonly extra: ReadonlyArray<Token>
}

/** «К. Моне» is «Клод Моне», as long as the surname is there in full. */
const isInitial = (form: AnswerForm, reference: Token, given: Token): boolean =>
  given.text.length === 1 &&
  given.number === null &&
  reference.text.startsWith(given.text) &&
  reference !== form.required.at(-1) &&
  form.isProper(reference)

const matchWord = (form: AnswerForm, reference: Token, given: Token): Agreement => {
  if (isInitial(form, reference, given)) return "form"
  const agreement = matchToken(reference, given)
  return agreement === "none" && form.required.length > 1 && areRelated(reference, given) ? "near" : agreement
}

/** «7 (семь)», «Нева, Нева»: what is said twice is not said otherwise; the same figure twice may be another number. */
const repeats = (token: Token, pairs: ReadonlyArray<Pair>): boolean =>
  pairs.some(({ given }) => {
    if (token.number !== null && token.number.kind === given.number?.kind) return false
    return matchToken(given, token) === (token.number === null ? "same" : "form")
  })

/** How every required word agrees with every given one, a row after a row; null when no two agree at all. */
const agreementsOf = (form: AnswerForm, given: ReadonlyArray<Token>): ReadonlyArray<Agreement> | null => {
  let table: Array<Agreement> | null = null
  for (let i = 0; i < form.required.length; i++) {
    for (let at = 0; at < given.length; at++) {
      const [reference, token] = [form.required[i], given[at]]
      if (reference === undefined || token === undefined) continue
      const agreement = matchWord(form, reference, token)
      if (agreement === "none") continue
      table ??= Array.from({ length: form.required.length * given.length }, () => "none")
      table[i * given.length + at] = agreement
    }
  }
  return table
}

/** The surest pairs are made first, so that a word is not taken by one that only resembles it. */
const pairsBy = (
  table: ReadonlyArray<Agreement>,
  required: ReadonlyArray<Token>,
  given: ReadonlyArray<Token>
): ReadonlyArray<Pair | undefined> => {
  const pairs: Array<Pair | undefined> = required.map(() => undefined)
  const taken = given.map(() => false)
  for (const agreement of agreements) {
    if (agreement === "none" || !table.includes(agreement)) continue
    required.forEach((reference, i) => {
      if (pairs[i] !== undefined) return
      const at = given.findIndex((_, place) => !taken[place] && table[i * given.length + place] === agreement)
      const token = given[at]
      if (token === undefined) return
      pairs[i] = { reference, given: token, at, agreement }
      taken[at] = true
    })
  }
  return pairs
}

/** Null when none of the required words is there. */
export const pairTokens = (form: AnswerForm, given: ReadonlyArray<Token>): Pairing | null => {
  const { required } = form
  const table = agreementsOf(form, given)
  if (table === null) return null
  const found = pairsBy(table, required, given)
  const pairs = found.filter((pair) => pair !== undefined)
  const isFree = (at: number): boolean => pairs.every((pair) => pair.at !== at)
  return {
    pairs,
    missing: required.filter((_, i) => found[i] === undefined),
    extra: given.filter((token, at) => isFree(at) && !isHarmless(token.text) && !repeats(token, pairs))
  }
}

export const withoutPairs = (form: AnswerForm, given: ReadonlyArray<Token>): Pairing => ({
  pairs: [],
  missing: form.required,
  extra: given.filter((token) => !isHarmless(token.text))
})
