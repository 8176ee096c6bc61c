/** Which numbers a зачёт allows that names two ends: «от 90 до 110», «1904—1906». */
import { isHarmless } from "../words/function-words.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { lettered } from "../letters/lettered.ts"
import { areUnits } from "./match-numbers.ts"
import { normalForm } from "../letters/normal-form.ts"
import { numberAt } from "../words/numbers.ts"
import { outcome } from "../verdict/outcome.ts"
import { type Token, tokensOf } from "../words/tokens.ts"
import { worthOf } from "../given/in-other-units.ts"

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
const mayTell = /\d|(?:^|\s)от\s|точн|погрешн|ошибк|плюс/iu

/** «от 20 до 30 тысяч»: both are. */
const ofBoth = lettered(
  "iu",
  String.raw`(от )([\d.,]+|\p{L}+)( до (?:[\d.,]+|\p{L}+) (тысяч\p{L}*|тыс|миллион\p{L}*|млн|миллиард\p{L}*|млрд)(?!\p{L}))`
)

/** «с точностью до двух лет» with a figure for the number. */
const inFigures = (text: string): string => {
  const words = text.replace(ofBoth(text), "$1$2 $4$3").split(" ")
  const plain = words.map((word) => normalForm(word))
  const written: Array<string> = []
  for (let at = 0; at < words.length;) {
    const number =
      /^\p{L}/u.test(words[at] ?? "") || hasMultiplier.test(plain[at + 1] ?? "") ? numberAt(plain, at) : null
    const isWhole = number !== null && /^\d+(?:\.\d+)?$/.test(number.value.digits) && number.value.kind !== "ordinal"
    written.push(isWhole ? number.value.digits : (words[at] ?? ""))
    at += isWhole ? number.length : 1
  }
  return written.join(" ")
}

const hasMultiplier = /^(?:тысяч|тыс$|миллион|млн|миллиард|млрд)/u

const numberOf = (text: string): number => Number(text.replaceAll(" ", "").replace(",", "."))

const mostOfAmounts = 1_000
const leastOfAmounts = 5

/** «10–12»: neither a score nor two years of a life. */
const areAmounts = (from: number, to: number): boolean => from >= leastOfAmounts && to < mostOfAmounts && to <= from * 2

/** A dash alone may as well be a score or two years of a life: only a зачёт means all that is between for certain. */
export const rangeIn = (text: string, ofAnswer: boolean, anyOfIt = false): NumberRange | null => {
  const said = mayTell.test(text) ? inFigures(text) : text
  const found = hasFigure.test(said) ? range(said).exec(said) : null
  if (found === null) return null
  const [, after, before, end] = found
  const [from, to] = [numberOf(`${after ?? before}`), numberOf(`${end}`)]
  return ofAnswer && after === undefined && !areAmounts(from, to)
    ? null
    : { from, to, shown: text, units: text, certain: !ofAnswer || anyOfIt }
}

const tolerance = lettered(
  "iu",
  String.raw`^(?:плюс[- ]минус|±|\+\/?-|(?:с (?:точностью|погрешностью|ошибкой)|погрешность) (?:до |в )?)\s*(?:${amount}\s*)?(%|[^\d]{0,30}?)((?: в (?:любую|обе|ту или другую|ту и другую) сторон[уы])?)\.?$`
)
const ofHundred = /^(?:%|процент)/iu

/** «плюс-минус 5 градусов», «с точностью до года в любую сторону» around the number of the answer. */
export const rangeAround = (answer: string, text: string): NumberRange | null => {
  const said = mayTell.test(text) ? inFigures(text) : ""
  const [found, given, unit = "", bothWays] = tolerance(said).exec(said) ?? []
  const [value, another] = tokensOf(normalForm(answer)).flatMap(({ number }) => number?.digits ?? [])
  // «с точностью до года»: the year has to be the right one.
  if (found === undefined || (given === undefined && bothWays === "")) return null
  if (value === undefined || another !== undefined) return null
  const [about, amountOff] = [Number(value), numberOf(given ?? "1")]
  const off = ofHundred.test(unit) ? (about * amountOff) / 100 : amountOff * worthIn(answer, unit)
  const [from, to] = [rounded(about - off), rounded(about + off)]
  return Number.isFinite(to) ? { from, to, shown: text, units: answer, certain: true } : null
}

/** 1.5 ± 0.1 is 1.6. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

const lastWordIn = (text: string): string => normalForm(text).split(" ").at(-1) ?? ""

/** «10 см» of an answer in metres; what is not known is of the same unit. */
const worthIn = (answer: string, unit: string): number => worthOf(lastWordIn(unit), lastWordIn(answer)) ?? 1

/** The one number that an answer is about, and the units it is counted in. */
interface Amount {
  readonly value: number
  readonly units: ReadonlyArray<Token>
}

/** «около 830» */
const nearly = new Set("около примерно приблизительно порядка почти где-то".split(" "))

const amountIn = ({ tokens }: GivenAnswer): Amount | null => {
  const said = tokens.filter(({ text }) => !isHarmless(text) && !nearly.has(text))
  const [value, ...others] = said.flatMap(({ number }) => (number === null ? [] : [Number(number.digits)]))
  const units = said.filter((token) => token.number === null)
  return value !== undefined && others.length === 0 && units.every(isUnit) ? { value, units } : null
}

const isUnit = (token: Token): boolean => areUnits([token]) || worthOf(token.text, token.text) !== null

/** «100 миль» are not «от 90 до 110 километров», «160 см» are «1,6 метра». */
const isInside = ({ from, to, units: written }: NumberRange, { units, value }: Amount): boolean => {
  const words = tokensOf(normalForm(written)).filter(isUnit)
  const [unit] = units
  const word = words.find(({ text }) => unit !== undefined && worthOf(unit.text, text) === 1) ?? words.at(-1)
  const worth = unit === undefined || word === undefined ? 1 : worthOf(unit.text, word.text)
  if (worth !== null) return from <= rounded(value * worth) && rounded(value * worth) <= to
  return from <= value && value <= to && units.every((each) => words.some((one) => one.stem.stem === each.stem.stem))
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
