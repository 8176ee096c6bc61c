/** Which number stands at a place in a line of words: figures, «двадцать один», «21-й», «5 тысяч». */
import { fractionWords, type NumberWord, numberWords, partWords } from "./number-words.ts"

export interface NumberValue {
  /** As digits, so that no figure is too long; figures are kept as they are written. */
  readonly digits: string
  /** A decade is «1980-е» or «восьмидесятые»: ten years and no number of a thing. */
  readonly kind: "figure" | "cardinal" | "ordinal" | "decade"
  /** A figure with the ending of an ordinal: «41-м». */
  readonly ended?: true
}

interface NumberFound {
  readonly value: NumberValue
  /** How many words it takes. */
  readonly length: number
}

const figure = /^\d+(?:\.\d+)?$/
const fraction = /^\d{1,4}\/\d{1,4}$/
/** Of a plural; «е» may be «50-е место» too, and then a vote is the worst that comes of it. */
const pluralEnding = /^(?:е|ые|х|ых|ми)$/
const pluralOrdinal = /(?:ые|ых|ыми)$/
const mayBeDecade = /^(?:\d\d)?[1-9]0$|^2000$/
const endingAlone = /^(?:й|ый|ой|ий|я|ая|е|ое|ые|го|ого|му|ому|ом|ую|х|ых|ми|ти)$/

/** Whether a word without figures may begin a number. */
export const isNumberWord = (word: string): boolean =>
  numberWords.has(word) || fractionWords.has(word) || word.startsWith("чертов")

/** «й» of «21-й». */
export const isEndingAlone = (word: string): boolean => endingAlone.test(word)

/** Nothing is written beyond the last. */
const wordAt = (words: ReadonlyArray<string>, at: number): string => words[at] ?? ""

export const numberAt = (words: ReadonlyArray<string>, at: number): NumberFound | null => {
  const number = plainNumberAt(words, at)
  return number === null ? null : (withHalf(number, words, at) ?? number)
}

/** «два с половиной», «три с половиной тысячи». */
const withHalf = ({ length, value }: NumberFound, words: ReadonlyArray<string>, at: number): NumberFound | null => {
  const [joint, half] = words.slice(at + length)
  if (half !== "половиной" || joint !== "с" || !/^\d+$/.test(value.digits) || value.kind === "ordinal") return null
  const multiplier = numberWords.get(wordAt(words, at + length + 2))
  const product =
    multiplier?.role === "multiplier" && !multiplier.ordinal ? (Number(value.digits) + 0.5) * multiplier.worth : NaN
  return Number.isSafeInteger(product)
    ? { value: { digits: String(product), kind: "figure" }, length: length + 3 }
    : { value: { digits: `${value.digits}.5`, kind: "figure" }, length: length + 2 }
}

/** «чёртова дюжина» */
const bakers = /^чертов(?:а|ой|у|ою)$/
const isDozen = (word: string): boolean => word.startsWith("дюжин") && numberWords.has(word)

const plainNumberAt = (words: ReadonlyArray<string>, at: number): NumberFound | null => {
  const word = wordAt(words, at)
  if (isDozen(wordAt(words, at + 1)) && bakers.test(word))
    return { value: { digits: "13", kind: "cardinal" }, length: 2 }
  const named = numberWords.get(word)
  if (named !== undefined) return fractionAt(words, at, named) ?? spelledAt(words, at)
  if (figure.test(word)) return figureAt(words, at, word)
  return spelledFraction(words, at, word) ?? writtenFraction(word)
}

/** As a decimal fraction if it ends as one. */
const quotient = (above: number, below: number): string => {
  const [a, b] = [above / gcd(above, below), below / gcd(above, below)]
  const isDecimal = /^[25]*$/.test(primes(b).join(""))
  return isDecimal ? String(a / b) : `${a}/${b}`
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

const primes = (value: number): ReadonlyArray<number> => {
  const found: Array<number> = []
  let rest = value
  for (let prime = 2; prime <= rest; prime++) {
    for (; rest % prime === 0; rest /= prime) found.push(prime)
  }
  return found
}

/** «половина», «полтора миллиона». */
const spelledFraction = (words: ReadonlyArray<string>, at: number, word: string): NumberFound | null => {
  const digits = fractionWords.get(word)
  if (digits === undefined) return null
  const multiplier = numberWords.get(wordAt(words, at + 1))
  const product = multiplier?.role === "multiplier" && !multiplier.ordinal ? Number(digits) * multiplier.worth : NaN
  return Number.isInteger(product)
    ? { value: { digits: String(product), kind: "figure" }, length: 2 }
    : { value: { digits, kind: "figure" }, length: 1 }
}

const writtenFraction = (word: string): NumberFound | null => {
  if (!fraction.test(word)) return null
  const [above = 0, below = 0] = word.split("/").map(Number)
  return below === 0 ? null : { value: { digits: quotient(above, below), kind: "figure" }, length: 1 }
}

/** What a word divides by: «четверти», «пятых», after «одна» also «пятая»; 0 when it does not. */
const divisorOf = (word: string, above: number): number => {
  const named = partWords.get(word)
  if (named !== undefined) return named
  const ordinal = numberWords.get(word)
  const dividing = word.endsWith("ых") || (above === 1 && word.endsWith("ая"))
  return ordinal?.ordinal === true && dividing ? ordinal.worth : 0
}

/** «три четверти», «две пятых». */
const fractionAt = (words: ReadonlyArray<string>, at: number, above: NumberWord): NumberFound | null => {
  if (above.ordinal || above.worth === 0) return null
  const below = divisorOf(wordAt(words, at + 1), above.worth)
  if (above.worth >= below) return null
  return { value: { digits: quotient(above.worth, below), kind: "figure" }, length: 2 }
}

/** «45 год» is no forty-five of anything; «41 год до н. э.» is long before «1941». */
const yearNamed = /^году?$/

const isYear = (words: ReadonlyArray<string>, at: number): boolean =>
  yearNamed.test(wordAt(words, at + 1)) && words[at + 2] !== "до"

const endedFigure = (digits: string, ending: string): NumberFound => {
  const kind = pluralEnding.test(ending) && mayBeDecade.test(digits) ? "decade" : "figure"
  return { value: { digits, kind, ...(kind === "figure" ? { ended: true } : {}) }, length: 2 }
}

const figureAt = (words: ReadonlyArray<string>, at: number, digits: string): NumberFound => {
  const next = wordAt(words, at + 1)
  if (isEndingAlone(next)) return endedFigure(digits, next)
  if (isYear(words, at)) return { value: { digits, kind: "figure", ended: true }, length: 1 }
  const multiplier = numberWords.get(next)
  const product = Number(digits) * (multiplier?.worth ?? 1)
  if (multiplier?.role === "multiplier" && !multiplier.ordinal && Number.isSafeInteger(product)) {
    return { value: { digits: String(product), kind: "figure" }, length: 2 }
  }
  return { value: { digits: withoutIdleZeros(digits), kind: "figure" }, length: 1 }
}

const withoutIdleZeros = (digits: string): string => (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits)

/** What the words read so far are worth, and what the next may be. */
interface Reading {
  readonly thousands: number
  readonly below: number
  /** The next word must be worth less than this. */
  readonly limit: number
  readonly multiplierLimit: number
}

const nextLimit = { unit: 0, ten: 10, hundred: 100, multiplier: 1000 } as const

const read = (reading: Reading, word: NumberWord): Reading | null => {
  if (word.role === "multiplier") {
    if (word.worth >= reading.multiplierLimit) return null
    const thousands = reading.thousands + (reading.below === 0 ? 1 : reading.below) * word.worth
    return { thousands, below: 0, limit: 1000, multiplierLimit: word.worth }
  }
  if (word.worth >= reading.limit) return null
  return { ...reading, below: reading.below + word.worth, limit: nextLimit[word.role] }
}

const spelledAt = (words: ReadonlyArray<string>, at: number): NumberFound => {
  let reading: Reading = { thousands: 0, below: 0, limit: 1000, multiplierLimit: Infinity }
  let length = 0
  let kind: NumberValue["kind"] = "cardinal"
  while (kind === "cardinal") {
    const word = numberWords.get(wordAt(words, at + length))
    if (word === undefined) break
    if (word.worth === 0)
      return length === 0 ? { value: { digits: "0", kind }, length: 1 } : found(reading, kind, length)
    const next = read(reading, word)
    if (next === null) break
    reading = next
    length += 1
    if (word.ordinal) kind = "ordinal"
    if (isAndOne(words, at, length)) length += 1
  }
  return asDecade(found(reading, kind, length), wordAt(words, at + length - 1))
}

const roundOnes = /^(?:тысяч[аиуе]|сто)$/
const one = /^(?:один|одна|одну|одной|одном|одного|одному)$/

/** «тысяча и одна» */
const isAndOne = (words: ReadonlyArray<string>, at: number, length: number): boolean =>
  length === 1 && roundOnes.test(wordAt(words, at)) && words[at + 1] === "и" && one.test(wordAt(words, at + 2))

const asDecade = (number: NumberFound, last: string): NumberFound => {
  const { digits, kind } = number.value
  const isDecade = kind === "ordinal" && pluralOrdinal.test(last) && mayBeDecade.test(digits)
  return isDecade ? { ...number, value: { digits, kind: "decade" } } : number
}

const found = (reading: Reading, kind: NumberValue["kind"], length: number): NumberFound => ({
  value: { digits: String(reading.thousands + reading.below), kind },
  length
})

export const sameNumber = (left: NumberValue, right: NumberValue): boolean => left.digits === right.digits

const ownTimes = /^(?:19|20)/

/** «80-е» are the «1980-е» to everybody who does not say otherwise. */
export const isShortDecade = (short: NumberValue, full: NumberValue): boolean =>
  short.kind === "decade" &&
  full.kind === "decade" &&
  short.digits.length === 2 &&
  ownTimes.test(full.digits) &&
  full.digits.endsWith(short.digits)

const ownCentury = /^19\d\d$/

/** «в сорок пятом» for «1945». */
export const isShortYear = (short: NumberValue, full: NumberValue): boolean =>
  (short.kind === "ordinal" || short.ended === true) &&
  short.digits.length === 2 &&
  ownCentury.test(full.digits) &&
  full.kind !== "decade" &&
  full.digits.endsWith(short.digits)
