/** What a player wrote, as the judge reads it: with the fillers, and without them. */
import { initialsOf } from "../words/abbreviation.ts"
import { inOtherUnits } from "./in-other-units.ts"
import { withoutFillers } from "../words/fillers.ts"
import { isHarmless, isPreposition } from "../words/function-words.ts"
import { joinedToken } from "../words/joined-token.ts"
import { lookAlikeOf } from "../letters/look-alikes.ts"
import { lettered } from "../letters/lettered.ts"
import { type Lexicon, noLexicon } from "../words/lexicon.ts"
import { months } from "../words/months.ts"
import { normalForm } from "../letters/normal-form.ts"
import { isNumberWord, numberAt } from "../words/numbers.ts"
import { type Token, tokensOf } from "../words/tokens.ts"

const noWords: ReadonlySet<string> = new Set()

export class GivenAnswer {
  readonly normal: string
  /** Words that were cut short with a dot. */
  readonly shortened: ReadonlySet<string>
  readonly #lexicon: Lexicon
  #tokens: ReadonlyArray<Token> | undefined
  #joined: Token | null | undefined
  #afterPreposition: Token | null | undefined
  #content: ReadonlyArray<Token> | undefined
  #hasNumber: boolean | undefined
  #initials: string | null | undefined

  constructor(normal: string, lexicon: Lexicon, shortened: ReadonlySet<string> = noWords) {
    this.shortened = shortened
    this.#lexicon = lexicon
    this.normal = normal
  }

  get tokens(): ReadonlyArray<Token> {
    return (this.#tokens ??= tokensOf(this.normal, this.#lexicon))
  }

  /** The words that say something. */
  get content(): ReadonlyArray<Token> {
    return (this.#content ??= this.tokens.filter(({ text }) => !isHarmless(text)))
  }

  get hasNumber(): boolean {
    return (this.#hasNumber ??= this.tokens.some((token) => token.number !== null || token.roman !== null))
  }

  /** All its letters run together. */
  get joined(): Token | null {
    if (this.#joined === undefined) this.#joined = joinedToken(this.tokens, this.#lexicon)
    return this.#joined
  }

  /** «в тиктоке»: what stands after the preposition that it begins with. */
  get afterPreposition(): Token | null {
    if (this.#afterPreposition === undefined) this.#afterPreposition = this.#joinAfterPreposition()
    return this.#afterPreposition
  }

  #joinAfterPreposition(): Token | null {
    const [first, ...rest] = this.tokens
    return first !== undefined && isPreposition(first.text) ? joinedToken(rest, this.#lexicon) : null
  }

  get initials(): string | null {
    if (this.#initials === undefined) this.#initials = initialsOf(this.normal)
    return this.#initials
  }
}

const mostReadings = 6

/** What the groups of a pattern hold; none where it does not fit. */
const groupsIn = (pattern: RegExp, text: string): ReadonlyArray<string> => pattern.exec(text)?.slice(1) ?? []

const percentage = /^(.+) процент(?:а|ов)?$/
const percents = /^\d{1,2}(?:\.\d+)?$/
const hundredths = /^0\.(\d)(\d?)$/

/** «50 %», «пятьдесят процентов» is a half; null when it speaks of no percents. */
const ofPercents = (normal: string): ReadonlyArray<string> | null => {
  const [said] = groupsIn(percentage, normal)
  if (said === undefined) return null
  const count = percents.test(said) ? said : (wholeNumberIn(said) ?? "")
  return percents.test(count) ? [String(Math.round(Number(count) * 10_000) / 1_000_000)] : []
}

/** … and a half is «50 %». */
const asPercents = (normal: string): ReadonlyArray<string> => {
  const words = normal.split(" ")
  const number = numberAt(words, 0)
  const [tens, ones] = number?.length === words.length ? groupsIn(hundredths, number.value.digits) : []
  return tens === undefined ? [] : [`${Number(`${tens}${ones === "" ? "0" : ones}`)} процентов`]
}

const asPercentage = (normal: string): ReadonlyArray<string> => ofPercents(normal) ?? asPercents(normal)

const thousands = lettered("iu", String.raw`(?<=\d)\s?(?:[кk]|т\.?\s?р\.?)(?!\p{L})`)
const mixed = /^\s*(\d{1,3})\s+(\d)\/(\d)(?!\d)/u

/** «5к», «5т.р.», «4 1/2». */
const asWritten = (text: string): ReadonlyArray<string> => {
  const [whole, above, below] = groupsIn(mixed, text)
  if (Number(below) > Number(above)) return [String(Number(whole) + Number(above) / Number(below))]
  return thousands(text).test(text) ? [normalForm(text.replace(thousands(text), " тысяч "))] : []
}

/** «1) зеркало», «зеркало!!!11» */
const counted = /^\s*\d{1,2}[.)]\s+(?=["«a-zа-яё])/iu
const shouted = /!1+\s*$/

const withoutFigures = (text: string): ReadonlyArray<string> =>
  counted.test(text) || shouted.test(text) ? [normalForm(text.replace(counted, "").replace(shouted, ""))] : []

const parts: ReadonlyArray<readonly [RegExp, number]> = [
  [/^трет(?:ь|и|ей|ья|ью|ьих)$/, 3],
  [/^четверт(?:ь|и|ей|ая|ую|ых)$/, 4],
  [/^пят(?:ая|ую|ых)$/, 5],
  [/^шест(?:ая|ую|ых)$/, 6],
  [/^седьм(?:ая|ую|ых)$/, 7],
  [/^восьм(?:ая|ую|ых)$/, 8],
  [/^девят(?:ая|ую|ых)$/, 9],
  [/^десят(?:ая|ую|ых)$/, 10],
  [/^сот(?:ая|ую|ых)$/, 100]
]
const inFigures = /^(\d{1,2}) (\S+)(?: част\S+)?$/u
const aPart = /^(?:в )?(\S+) част(?:ь|и|ью)$/u

const partIn = (word = ""): number => parts.find(([form]) => form.test(word))?.[1] ?? 0

/** «3 четверти», «4 пятых», «восьмая часть». */
const asFraction = (normal: string): ReadonlyArray<string> => {
  const [above, divisor] = groupsIn(inFigures, normal)
  const [sole] = groupsIn(aPart, normal)
  const [count, part] = above === undefined ? [1, partIn(sole)] : [Number(above), partIn(divisor)]
  return count < part ? [`${count}/${part}`] : []
}

const byTimes: ReadonlyMap<string, number> = new Map([
  ["вдвое", 2],
  ["втрое", 3],
  ["вчетверо", 4],
  ["впятеро", 5],
  ["вшестеро", 6],
  ["вдесятеро", 10]
])
const inTimes = /^в (.+) раза?$/u
const soOften: ReadonlyMap<string, number> = new Map([
  ["дважды", 2],
  ["трижды", 3],
  ["четырежды", 4]
])
const often = /^(.+) раза?$/u

const worded = (words: ReadonlyMap<string, number>, inWords: RegExp, normal: string): ReadonlyArray<string> => {
  const [count] = groupsIn(inWords, normal)
  const said = wholeNumberIn(count)
  return [...words].filter(([, worth]) => String(worth) === said).map(([word]) => word)
}

/** «дважды» is «2 раза», «вдвое» is «в 2 раза». */
const asTimes = (normal: string): ReadonlyArray<string> => {
  const times = byTimes.get(normal)
  if (times !== undefined) return [`в ${times} ${times < 5 ? "раза" : "раз"}`]
  const so = soOften.get(normal)
  if (so !== undefined) return [`${so} раза`]
  return [...worded(byTimes, inTimes, normal), ...worded(soOften, often, normal)]
}

const onceIn = /^(?:(?:1|один) )?раз в (.+)$/u
const every = /^кажд(?:ый|ую|ое|ые) (.+)$/u

/** «каждые 4 года», «1 раз в 4 года»: once in four years. */
const asOften = (normal: string): ReadonlyArray<string> => {
  if (onceIn.test(normal)) return [normal.replace(onceIn, "раз в $1"), normal.replace(onceIn, "каждый $1")]
  return every.test(normal) ? [normal.replace(every, "раз в $1")] : []
}

const numbered = /^(?:(.+) )?номер (.+)$/u

/** «симфония № 5», «симфония номер пять»: it may be the fifth. */
const asNumbered = (normal: string): ReadonlyArray<string> => {
  const [thing = "", number] = groupsIn(numbered, normal)
  const digits = wholeNumberIn(number)
  return digits === null ? [] : [`${thing} ${digits}`.trim()]
}

const oneAndHalf = /^(\S+) с половиной$/

/** «метр с половиной» is one and a half. */
const asOneAndHalf = (normal: string): ReadonlyArray<string> =>
  oneAndHalf.test(normal) && !isNumberWord(normal.split(" ")[0] ?? "") ? [normal.replace(oneAndHalf, "1.5 $1")] : []

/** «+40» is forty. */
const withoutPlus = (normal: string): ReadonlyArray<string> => (/^плюс \d/.test(normal) ? [normal.slice(5)] : [])

const frost = /^(.+?)((?: градус(?:а|ов)?)?) (?:мороза|ниже нуля)$/

/** «18 градусов мороза» */
const asFrost = (normal: string): ReadonlyArray<string> =>
  frost.test(normal) ? [normal.replace(frost, "минус $1$2")] : []

const fewestDigits = 3
const mostDigits = 6

/** «шесть шесть шесть»: a number read digit by digit. */
const asDigits = (normal: string): ReadonlyArray<string> => {
  const words = normal.split(" ")
  if (words.length < fewestDigits || words.length > mostDigits) return []
  const digits = words.map((word) => wholeNumberIn(word))
  return digits.every((digit) => digit?.length === 1) ? [digits.join("")] : []
}

const wholeAndTenths = lettered("u", String.raw`^(.+?)(?: цел\p{L}+)? и? ?(\S+?)(?: десят\p{L}+)?$`)

/** «тридцать шесть и шесть», «три целых пять десятых»: two numbers may be one with a decimal fraction. */
const asDecimal = (normal: string): ReadonlyArray<string> => {
  // «36 и 6» are two numbers.
  if (!/ и | цел/.test(normal) || /\d/.test(normal)) return []
  const [whole, tenths] = groupsIn(wholeAndTenths(normal), normal).map((part) => wholeNumberIn(part))
  return typeof whole === "string" && tenths?.length === 1 ? [`${whole}.${tenths}`] : []
}

const wholeNumberIn = (text = ""): string | null => {
  const words = text.split(" ")
  const number = numberAt(words, 0)
  return number?.length === words.length && /^\d+$/.test(number.value.digits) ? number.value.digits : null
}

const fromTo = /^(?:где то |примерно )?от (.+?) до (.+)$/u

/** «от 10 до 12» is «10–12». */
const asRange = (normal: string): ReadonlyArray<string> =>
  fromTo.test(normal) ? [normal.replace(fromTo, "$1 $2")] : []

const writtenDate = /^\s*(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d\d))?\s*\.?\s*$/u

/** «08.03» is «8 марта». */
const asDate = (text: string): ReadonlyArray<string> => {
  const [day, month, year] = groupsIn(writtenDate, text)
  const name = months[Number(month) - 1]
  const ofYear = year?.length === 2 ? `${year} год` : (year ?? "")
  return name === undefined || Number(day) > 31 ? [] : [`${Number(day)} ${name} ${ofYear}`.trim()]
}

const clock = /^\D*([01]?\d|2[0-3])\.([0-5]\d)\D*$/u

const inHours = /^\D*([01]?\d|2[0-3]) ?ч(?:ас(?:а|ов)?)?\.? ?([0-5]\d) ?м(?:ин(?:ут(?:а|ы)?)?)?\.?\D*$/u

/** «12.00», «12 часов 00 минут» is «12:00». */
const asTime = (text: string): ReadonlyArray<string> =>
  [clock, inHours].filter((written) => written.test(text)).map((written) => text.replace(written, "$1 $2"))

/** «три дня» and «три ночи» are no hours. */
const hourOfDay = /^(?:в )?(.+?)(?: час(?:а|ов)? (утра|дня|вечера|ночи)| (утра|вечера))$/u
const noon = 12

/** «5 вечера» is «17:00». */
const asHourOfDay = (normal: string): ReadonlyArray<string> => {
  const [said, ofHours, ofDay] = groupsIn(hourOfDay, normal)
  const partOfDay = ofHours ?? ofDay
  const hour = Number(wholeNumberIn(said) ?? Number.NaN)
  if (!(hour >= 1 && hour <= noon)) return []
  const isLate = partOfDay === "дня" || partOfDay === "вечера"
  return [`${(hour % noon) + (isLate ? noon : 0)} 00`]
}

const fewestOfTwoMeasures = 4

/** An answer as people may count it: «5 часов вечера» is «17:00», «42 километра 195 метров» is «42 195 метров». */
export const alsoCounted = (normal: string): ReadonlyArray<string> => [
  ...asOneAndHalf(normal),
  ...asHourOfDay(normal),
  ...(normal.split(" ").length >= fewestOfTwoMeasures ? inOtherUnits(normal) : [])
]

const swapped: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(.+) а не (.+)$/, "$1 вместо $2"],
  [/^(.+) на месте (.+)$/, "$1 вместо $2"],
  [/^(?:замен\S+ )?(.+?)(?: замен\S+| поменя\S+)? на (.+)$/, "$2 вместо $1"]
]

/** «молоко, а не вода», «л заменили на р»: one in place of the other. */
const asInstead = (normal: string): ReadonlyArray<string> =>
  /а не | на месте |замен|поменя/.test(normal)
    ? swapped.filter(([said]) => said.test(normal)).map(([said, instead]) => normal.replace(said, instead))
    : []

/** «атм.», «сев.»: letters with a dot, and more after them. */
const cutShort = lettered("gu", String.raw`(\p{L}{2,})\.(?=\s*[\p{L}-])`)

const shortenedIn = (text: string): ReadonlySet<string> =>
  text.includes(".") ? new Set([...text.matchAll(cutShort(text))].map(([word]) => normalForm(word))) : noWords

/** «А. Толстой»: the letter is no «а». */
const initialFirst = lettered("u", String.raw`^\p{L}\.`)

/** What an answer that tells of numbers has in it, if no word of it is a number by itself. */
const ofNumbers = /\d|от .+ до |част|раз|кажд|номер|с половиной|(?:ое|еро|жды)$/u

const mayTellNumbers = (normal: string): boolean => ofNumbers.test(normal) || normal.split(" ").some(isNumberWord)

/** Of most answers none of the ways has to be tried. */
export const numbersIn = (normal: string): ReadonlyArray<string> =>
  mayTellNumbers(normal) ? readAsNumbers(normal) : []

/** By every way; what tells of no numbers is read by none. */
export const readAsNumbers = (normal: string): ReadonlyArray<string> =>
  [
    asPercentage,
    asDecimal,
    asRange,
    asDigits,
    asFraction,
    asTimes,
    asOften,
    asNumbered,
    asFrost,
    asOneAndHalf,
    asHourOfDay,
    withoutPlus
  ].flatMap((read) => read(normal))

const latinInitial = /^[A-Z](?=\.\s*[А-ЯЁ])/u

/** «M. Цветаева» with the initial of the other alphabet. */
const withOwnInitial = (text: string): string =>
  text.replace(latinInitial, (letter) => lookAlikeOf(letter.toLowerCase()) ?? letter)

/** Every reading stays, for a filler may be the answer itself. */
export const readingsOf = (given: string, lexicon: Lexicon = noLexicon): ReadonlyArray<GivenAnswer> => {
  const text = withOwnInitial(given)
  const readings = [...(initialFirst(text).test(text) ? [normalForm(text)] : withoutFillers(normalForm(text)))]
  const bare = readings.at(-1) ?? ""
  const hasFigure = /\d/.test(text)
  if (hasFigure) readings.push(...asDate(text), ...asTime(text), ...asWritten(text))
  readings.push(...numbersIn(bare), ...asInstead(bare))
  if (hasFigure) readings.push(...withoutFigures(text))
  const kept =
    readings.length > mostReadings ? [...readings.slice(0, mostReadings - 1), ...readings.slice(-1)] : readings
  const shortened = shortenedIn(text)
  return kept.map((reading) => new GivenAnswer(reading, lexicon, shortened))
}
