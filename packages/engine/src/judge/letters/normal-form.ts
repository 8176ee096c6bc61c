/** Two texts that differ only in case, ё, accents, quotes, dashes, spaces or punctuation have one normal form. */
import { type Lettered, lettered } from "./lettered.ts"
import { plainNormalForm } from "./plain-normal-form.ts"

const accents = /[\u0300\u0301]/g
/** What is left of a mark after composition belongs to no letter of ours: emoji selectors, keycaps, stacked accents. */
const strayMarks = lettered("gu", String.raw`\p{M}`)
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
const apostrophe = lettered("gu", String.raw`(?<=\p{L})['’‘ʼ\x60´′](?=\p{L})`)
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g
const minus = lettered("gu", String.raw`(?<!\p{L})(?<!\p{N} ?)-(?=\d)`)
/** «в 1961-м»: with a dash it is an ending, without one it may be metres. */
const ordinalEnd = lettered("gu", String.raw`(?<=\d)-м(?!\p{L})`)
const groupedDigits = /(?<![\d.,])(\d{1,3})((?: \d{3})+)(?![\d.,]?\d)/g
/** «1.000.000»: with one dot it may be a fraction. */
const dottedDigits = /(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,]?\d)/g
const decimal = /(?<![\d.,:])(\d+)[.,](\d+)(?![.,:]?\d)/g
const decimalPoint = "\uE000"
const fraction = /(?<![\d.,/])(\d{1,4}) ?\/ ?(\d{1,4})(?![\d/]|[.,]\d)/g
/** «09:30», «00:00»: an hour is written with one figure or two. */
const earlyHour = /(?<![\d:.,])0(?=\d:[0-5]\d(?![\d:]))/g
const fractionBar = "\uE001"
const money = lettered("gu", String.raw`([$€£¥]) ?(\d[\d.,]*)|(\d) ?([$€£¥])(?![\p{L}\d])`)
/** «1 млн $» */
const moneyAfter = /(?<=\d ?(?:тыс|млн|млрд|тысяч[аи]?|миллион(?:а|ов)?|миллиард(?:а|ов)?)\.?) ?([$€£¥])/g
/** «Ctrl+Z»: together, and no sum. */
const keysTogether = /(?<=[a-z]) ?\+ ?(?=[a-z])/g
const letterMeetsDigit = lettered("gu", String.raw`(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})`)
const notWord = lettered("gu", String.raw`[^\p{L}\p{N}$€£¥\uE000\uE001]+`)

const currencies = new Map(Object.entries({ $: "долларов", "€": "евро", "£": "фунтов", "¥": "иен" }))

/** Marks people write instead of a word. */
const spelledMarks: ReadonlyArray<readonly [string | Lettered, string]> = [
  ["%", " процентов "],
  [lettered("gu", String.raw`° ?[cс](?!\p{L})`), " градусов "],
  ["°", " градусов "],
  ["&", " и "],
  [lettered("gu", String.raw`±|\+\/?-`), " плюс минус "],
  ["+", " плюс "],
  ["√", " корень из "],
  [lettered("gu", String.raw`(?<=[\p{L}\p{N}] ?)=(?= ?[\p{L}\p{N}-])`), " равно "],
  ["№", " номер "],
  ["₽", " рублей "]
]

const vulgarFraction = /[¼-¾⅐-⅞]/gu

/** «⅔» */
const inFigures = (sign: string): string => ` ${sign.normalize("NFKD").replace("⁄", fractionBar)} `

/** «50/50» */
const isDivision = (above: string, below: string): boolean => above === below && above.length > 1

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"
const lowered = "₀₁₂₃₄₅₆₇₈₉"
const smallDigits = /[⁰¹²³⁴-⁹₀-₉]/gu

/** «CO₂», «E = mc²» */
const onTheLine = (digit: string): string => String(Math.max(raised.indexOf(digit), lowered.indexOf(digit)))

const power = /(?<![\d.,])(\d{1,4})(?: ?\^ ?(\d{1,2})|([⁰¹²³⁴-⁹]{1,2}))(?!\d)/gu

/** «10⁶», «10^6»: a million, and no «106». */
const raisedTo = (_: string, base: string, exponent: string | undefined, small: string | undefined): string => {
  const times = exponent ?? [...(small ?? "")].map(onTheLine).join("")
  const value = Number(base) ** Number(times)
  return Number.isSafeInteger(value) ? String(value) : `${base} в степени ${times}`
}

/** Letters only: composed, lower case, ё as е, no accents; й stays й. */
const foldLetters = (text: string): string => {
  const composed = text.toWellFormed().normalize("NFD").replace(accents, "").normalize("NFC")
  const marks = strayMarks(composed)
  return composed.replace(marks, "").toLowerCase().replace(marks, "").replaceAll("ё", "е")
}

/** Words and numbers divided by single spaces. */
export const normalForm = (text: string): string => inFull(plainNormalForm(text) ?? fullNormalForm(text))

const era = /(?<![^ ])н э(?![^ ])/g
const beforeChrist = /(?<![^ ])до (?:рождества христова|р х)(?![^ ])/g

/** «до н. э.», «до Р. Х.» */
const inFull = (normal: string): string =>
  normal.includes("н э") || normal.includes(" х") || normal.includes("до рожд")
    ? normal.replace(era, "нашей эры").replace(beforeChrist, "до нашей эры")
    : normal

/** Every rule in its turn; what has no unusual sign is the same by the shorter way. */
export const fullNormalForm = (text: string): string => {
  const letters = foldLetters(text)
  const folded = letters
    .replace(invisible, "")
    .replace(power, raisedTo)
    .replace(smallDigits, onTheLine)
    .replace(dashes, "-")
    .replace(apostrophe(letters), "")
    .replace(/\s+/g, " ")
    .replace(ordinalEnd(letters), " ом")
    .replace(minus(letters), " минус ")
    .replace(groupedDigits, (_, head: string, groups: string) => head + groups.replaceAll(" ", ""))
    .replace(dottedDigits, (number) => number.replaceAll(".", ""))
    .replace(vulgarFraction, inFigures)
    .replace(earlyHour, "")
    .replace(money(letters), (_, before: string, amount: string, last: string, after: string) =>
      before === undefined ? `${last} ${currencies.get(after)} ` : `${amount} ${currencies.get(before)} `
    )
    .replace(moneyAfter, (_, sign: string) => ` ${currencies.get(sign)} `)
    .replace(keysTogether, " ")
    .replace(decimal, `$1${decimalPoint}$2`)
    .replace(fraction, (_, above: string, below: string) =>
      isDivision(above, below) ? `${above} ${below}` : above + fractionBar + below
    )
  return spelledMarks
    .reduce((line, [mark, word]) => line.replaceAll(typeof mark === "string" ? mark : mark(letters), word), folded)
    .replace(notWord(letters), " ")
    .replace(letterMeetsDigit(letters), " ")
    .replaceAll(decimalPoint, ".")
    .replaceAll(fractionBar, "/")
    .trim()
}
