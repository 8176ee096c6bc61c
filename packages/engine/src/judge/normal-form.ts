/** Two texts that differ only in case, ё, accents, quotes, dashes, spaces or punctuation have one normal form. */
import { plainNormalForm } from "./plain-normal-form.ts"

const accents = /[\u0300\u0301]/g
/** What is left of a mark after composition belongs to no letter of ours: emoji selectors, keycaps, stacked accents. */
const strayMarks = /\p{M}/gu
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
const apostrophe = /(?<=\p{L})['’‘ʼ`´′](?=\p{L})/gu
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g
const minus = /(?<!\p{L})(?<!\p{N} ?)-(?=\d)/gu
/** «в 1961-м»: with a dash it is an ending, without one it may be metres. */
const ordinalEnd = /(?<=\d)-м(?!\p{L})/gu
const groupedDigits = /(?<![\d.,])(\d{1,3})((?: \d{3})+)(?![\d.,]?\d)/g
const decimal = /(?<![\d.,:])(\d+)[.,](\d+)(?![.,:]?\d)/g
const decimalPoint = "\uE000"
const fraction = /(?<![\d.,/])(\d{1,4}) ?\/ ?(\d{1,4})(?![\d/]|[.,]\d)/g
const fractionBar = "\uE001"
const money = /([$€£¥]) ?(\d[\d.,]*)|(\d) ?([$€£¥])(?![\p{L}\d])/gu
const letterMeetsDigit = /(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu
const notWord = /[^\p{L}\p{N}$€£¥\uE000\uE001]+/gu

const currencies = new Map(Object.entries({ $: "долларов", "€": "евро", "£": "фунтов", "¥": "иен" }))

/** Marks people write instead of a word. */
const spelledMarks: ReadonlyArray<readonly [RegExp, string]> = [
  [/%/g, " процентов "],
  [/° ?[cс](?!\p{L})/gu, " градусов "],
  [/°/g, " градусов "],
  [/&/g, " и "],
  [/±|\+\/?-/g, " плюс минус "],
  [/\+/g, " плюс "],
  [/√/g, " корень из "],
  [/(?<=[\p{L}\p{N}] ?)=(?= ?[\p{L}\p{N}-])/gu, " равно "],
  [/№/g, " номер "],
  [/½/g, " 1\uE0012 "],
  [/¼/g, " 1\uE0014 "],
  [/¾/g, " 3\uE0014 "],
  [/₽/g, " рублей "]
]

/** Letters only: composed, lower case, ё as е, no accents; й stays й. */
const foldLetters = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFD")
    .replace(accents, "")
    .normalize("NFC")
    .replace(strayMarks, "")
    .toLowerCase()
    .replace(strayMarks, "")
    .replaceAll("ё", "е")

/** Words and numbers divided by single spaces. */
export const normalForm = (text: string): string => inFull(plainNormalForm(text) ?? fullNormalForm(text))

const era = /(?<![^ ])н э(?![^ ])/g

/** «до н. э.» */
const inFull = (normal: string): string => (normal.includes("н э") ? normal.replace(era, "нашей эры") : normal)

/** Every rule in its turn; what has no unusual sign is the same by the shorter way. */
export const fullNormalForm = (text: string): string => {
  const folded = foldLetters(text)
    .replace(invisible, "")
    .replace(dashes, "-")
    .replace(apostrophe, "")
    .replace(/\s+/g, " ")
    .replace(ordinalEnd, " ом")
    .replace(minus, " минус ")
    .replace(groupedDigits, (_, head: string, groups: string) => head + groups.replaceAll(" ", ""))
    .replace(money, (_, before: string, amount: string, last: string, after: string) =>
      before === undefined ? `${last} ${currencies.get(after)} ` : `${amount} ${currencies.get(before)} `
    )
    .replace(decimal, `$1${decimalPoint}$2`)
    .replace(fraction, `$1${fractionBar}$2`)
  return spelledMarks
    .reduce((line, [mark, word]) => line.replace(mark, word), folded)
    .replace(notWord, " ")
    .replace(letterMeetsDigit, " ")
    .replaceAll(decimalPoint, ".")
    .replaceAll(fractionBar, "/")
    .trim()
}
