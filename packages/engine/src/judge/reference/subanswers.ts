/** The answers of a question that asks several things: «1. дуб 2. сосна». */
import { hasWord, lettered } from "../letters/lettered.ts"

const label = /(?:^|[\s.,;«"„“(])(\d)\s*[.):–—-]\s*(?=\D)/gu

/** The parts of a numbered text, or null unless the numbers go 1, 2, … from its very beginning. */
export const numberedParts = (text: string): ReadonlyArray<string> | null => {
  const labels = [...text.matchAll(label)]
  if (labels.length < 2 || hasWord(text.slice(0, text.search(label)))) return null
  const parts = labels.map((found, i) => ({
    at: Number(found[1]),
    text: text.slice(found.index + found[0].length, labels[i + 1]?.index).trim()
  }))
  const sorted = parts.toSorted((a, b) => a.at - b.at)
  const inOrder = sorted.every((part, i) => part.at === i + 1 && part.text !== "")
  return inOrder ? sorted.map((part) => part.text) : null
}

/** «1 плюс 2 минус»: as many numbers as there are questions, with nothing behind them. */
export const looselyNumbered = (text: string, count: number): ReadonlyArray<string> | null => {
  const parts = text.split(/(?:^|\s)(\d)[.):]?(?=\s)/u)
  const [before = "", ...rest] = parts
  const numbers = rest.filter((_, i) => i % 2 === 0)
  const texts = rest.filter((_, i) => i % 2 === 1).map((part) => part.replace(/^[\s,.]+|[\s,.]+$/gu, ""))
  const inOrder = numbers.length === count && numbers.every((number, i) => Number(number) === i + 1)
  return inOrder && before.trim() === "" && texts.every((part) => part !== "") ? texts : null
}

const kindOfRound = /^\s*(?:дуплет|триплет|блиц)[.:]?\s+(?=1)/iu

/** «Дуплет. 1. … 2. …» */
export const withoutKindOfRound = (text: string): string => text.replace(kindOfRound, "")

export interface Variant {
  /** From 0. */
  readonly part: number
  readonly text: string
}

const ordinals = ["перв", "втор", "трет", "четв[её]рт", "пят"].map((stem) =>
  lettered(
    "giu",
    String.raw`(?<![\p{L}])(?:(?:в|во|на|для|к|ко|по) )?${stem}\p{L}{0,3}(?: (?:под)?(?:вопрос|ответ|част|пункт|случа)\p{L}*)? ?[:—–-]`
  )
)

const variantLabel = /(?:^|[\s.,;])(\d)\s*[.):–—-]\s*(?=\D)/gu

/** «В первом: ясень» as «1: ясень», «второе — Азор» as «2. Азор». */
const withFigures = (text: string, sign: string): string =>
  ordinals.reduce((rest, ordinal, i) => rest.replace(ordinal(rest), ` ${i + 1}${sign} `), text)

/** «первое — роза, второе — Азор»: as figures. */
export const numberedInWords = (text: string): string => withFigures(text, ".").replace(/[,;]\s+(?=\d\. )/gu, " ")

/** «В первом: ясень», «2: ель; 3: ёлка»: what else is right for some of `count` parts; null unless a number begins the text. */
export const variantsOf = (text: string, count: number): ReadonlyArray<Variant> | null => {
  const line = withFigures(text, ":").trim()
  const labels = [...line.matchAll(variantLabel)]
  if (labels.length === 0 || labels[0]?.index !== 0) return null
  const variants = labels.map((found, i) => ({
    part: Number(found[1]) - 1,
    text: line.slice(found.index + found[0].length, labels[i + 1]?.index).trim()
  }))
  return variants.every(({ part, text: said }) => part >= 0 && part < count && said !== "") ? variants : null
}

/** How a person may divide as many answers without numbering them. */
export const dividedInto = (text: string, count: number): ReadonlyArray<string> | null => {
  for (const separator of [/\n/u, /;/u, /,/u, /\s[–—-]\s/u, /\sи\s/iu, /\s/u]) {
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "")
    if (parts.length === count) return parts
  }
  return null
}
