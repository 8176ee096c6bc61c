/** The same measure in a larger unit or a smaller one: «42 км 195 м» is 42 195 metres, «1,5 кг» is 1500 grams. */
import { numberAt } from "../words/numbers.ts"

interface Unit {
  /** As people write it, cut short too. */
  readonly written: RegExp
  /** After a large number. */
  readonly name: string
}

const unit = (name: string, written: RegExp): Unit => ({ name, written })

const metres = unit("метров", /^(?:м|метр(?:а|ов|ы)?)$/)
const grams = unit("граммов", /^(?:г|гр|грамм(?:а|ов|ы)?)$/)
const kilograms = unit("килограммов", /^(?:кг|кило|килограмм(?:а|ов|ы)?)$/)
const minutes = unit("минут", /^(?:мин|минут(?:а|ы)?)$/)

/** So many of the second are one of the first. */
const pairs: ReadonlyArray<readonly [larger: Unit, smaller: Unit, worth: number]> = [
  [unit("километров", /^(?:км|километр(?:а|ов|ы)?)$/), metres, 1_000],
  [metres, unit("сантиметров", /^(?:см|сантиметр(?:а|ов|ы)?)$/), 100],
  [unit("тонн", /^(?:т|тонн(?:а|ы)?)$/), kilograms, 1_000],
  [kilograms, grams, 1_000],
  [unit("литров", /^(?:л|литр(?:а|ов|ы)?)$/), unit("миллилитров", /^(?:мл|миллилитр(?:а|ов|ы)?)$/), 1_000],
  [unit("часов", /^(?:ч|час(?:а|ов|ы)?)$/), minutes, 60],
  [minutes, unit("секунд", /^(?:сек|секунд(?:а|ы)?)$/), 60]
]

interface Measure {
  readonly count: number
  readonly unit: string
  /** How many words tell it. */
  readonly length: number
}

const plainNumber = /^\d+(?:\.\d+)?$/

const measureAt = (words: ReadonlyArray<string>, at: number): Measure | null => {
  const number = numberAt(words, at)
  if (number === null || number.value.kind === "ordinal" || !plainNumber.test(number.value.digits)) return null
  const { length, value } = number
  return { count: Number(value.digits), unit: words[at + length] ?? "", length: length + 1 }
}

/** What of it is told in the smaller unit; null when something else is told. */
const restIn = (smaller: Unit, words: ReadonlyArray<string>, at: number): number | null => {
  if (at === words.length) return 0
  const rest = measureAt(words, at)
  return rest !== null && smaller.written.test(rest.unit) && at + rest.length === words.length ? rest.count : null
}

const shortened = (count: number): number => Math.round(count * 1_000) / 1_000

export const inOtherUnits = (normal: string): ReadonlyArray<string> => {
  const words = normal.split(" ")
  const measure = measureAt(words, 0)
  if (measure === null) return []
  const { count, length } = measure
  return pairs.flatMap(([larger, smaller, worth]) => {
    if (smaller.written.test(measure.unit)) {
      const inLarger = shortened(count / worth)
      return length === words.length && inLarger * worth === count ? [`${inLarger} ${larger.name}`] : []
    }
    const rest = larger.written.test(measure.unit) ? restIn(smaller, words, length) : null
    const all = rest === null ? Number.NaN : shortened(count * worth) + rest
    return Number.isSafeInteger(all) ? [`${all} ${smaller.name}`] : []
  })
}

/** How many of the second unit are one of the first; null when one of them is not known, or they measure different things. */
export const worthOf = (one: string, other: string): number | null => {
  for (const [larger, smaller, worth] of pairs) {
    if (isBoth(larger, one, other) || isBoth(smaller, one, other)) return 1
    if (larger.written.test(one) && smaller.written.test(other)) return worth
    if (smaller.written.test(one) && larger.written.test(other)) return 1 / worth
  }
  return null
}

const isBoth = ({ written }: Unit, one: string, other: string): boolean => written.test(one) && written.test(other)
