/** Which numbers a зачёт allows that names two ends: «от 90 до 110», «1904—1906». */
import { isHarmless } from "../words/function-words.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { lettered } from "../letters/lettered.ts"
import { areUnits } from "./match-numbers.ts"
import { normalForm } from "../letters/normal-form.ts"
import { outcome } from "../verdict/outcome.ts"
import { type Token, tokensOf } from "../words/tokens.ts"

export interface NumberRange {
  readonly from: number
  readonly to: number
  readonly shown: string
  /** Where the units stand that it is counted in, if any. */
  readonly units: string
  /** False for an answer that is itself a range: then a number inside it may be too little. */
  readonly certain: boolean
}

const amount = String.raw`(\d[\d ]*(?:[.,]\d+)?)`
const range = lettered(
  "iu",
  String.raw`^(?:.{0,30}\s)?(?:от ${amount} (?:\p{L}+ )?до|${amount} ?[–—-]) ?${amount}(?: [^\d]{0,30})?\.?$`
)

/** Of most texts nothing more has to be asked. */
const hasFigure = /\d/

const numberOf = (text: string): number => Number(text.replaceAll(" ", "").replace(",", "."))

const mostOfAmounts = 1_000
const leastOfAmounts = 5

/** «10–12»: neither a score nor two years of a life. */
const areAmounts = (from: number, to: number): boolean => from >= leastOfAmounts && to < mostOfAmounts && to <= from * 2

/** A dash alone may as well be a score or two years of a life: only a зачёт means all that is between for certain. */
export const rangeIn = (text: string, ofAnswer: boolean): NumberRange | null => {
  const found = hasFigure.test(text) ? range(text).exec(text) : null
  if (found === null) return null
  const [, after, before, end] = found
  const [from, to] = [numberOf(`${after ?? before}`), numberOf(`${end}`)]
  return ofAnswer && after === undefined && !areAmounts(from, to)
    ? null
    : { from, to, shown: text, units: text, certain: !ofAnswer }
}

const tolerance = lettered(
  "iu",
  String.raw`^(?:плюс[- ]минус|±|\+\/?-|(?:с (?:точностью|погрешностью|ошибкой)|погрешность) (?:до |в )?)\s*${amount}\s*(%|процент\p{L}*)?(?: [^\d]{0,30})?\.?$`
)

/** «плюс-минус 5 градусов» around the number of the answer. */
export const rangeAround = (answer: string, text: string): NumberRange | null => {
  const [, given, ofHundred] = hasFigure.test(text) ? (tolerance(text).exec(text) ?? []) : []
  const [value, another] = tokensOf(normalForm(answer)).flatMap(({ number }) => number?.digits ?? [])
  if (given === undefined || value === undefined || another !== undefined) return null
  const about = Number(value)
  const off = ofHundred === undefined ? numberOf(given) : (about * numberOf(given)) / 100
  const units = ofHundred === undefined ? text : answer
  return Number.isFinite(about + off) ? { from: about - off, to: about + off, shown: text, units, certain: true } : null
}

/** The one number that an answer is about, and the units it is counted in. */
interface Amount {
  readonly value: number
  readonly units: ReadonlyArray<Token>
}

const amountIn = ({ tokens }: GivenAnswer): Amount | null => {
  const said = tokens.filter((token) => !isHarmless(token.text))
  const [value, ...others] = said.flatMap(({ number }) => (number === null ? [] : [Number(number.digits)]))
  const units = said.filter((token) => token.number === null)
  return value !== undefined && others.length === 0 && areUnits(units) ? { value, units } : null
}

/** «100 миль» are not «от 90 до 110 километров». */
const isInside = ({ from, to, units: written }: NumberRange, { units, value }: Amount): boolean => {
  const words = tokensOf(normalForm(written)).filter((token) => areUnits([token]))
  const sameUnits = words.length === 0 || units.every((unit) => words.some((word) => word.stem.stem === unit.stem.stem))
  return from <= value && value <= to && sameUnits
}

/** Null when no number inside is said, and nothing but one. */
export const matchRanges = (
  ranges: ReadonlyArray<NumberRange>,
  readings: ReadonlyArray<GivenAnswer>
): Judgement | null => {
  const found = ranges.find((each) =>
    readings.some((given) => {
      const said = amountIn(given)
      return said !== null && isInside(each, said)
    })
  )
  if (found === undefined) return null
  return found.certain ? outcome("accepted", "form", found.shown) : outcome("disputed", "partial", found.shown)
}
