/** A length of time in words: «минута», «30 секунд», «1 час 30 минут». */
import { form, type Forms } from "./plural.ts"

/** «прошла минута» or «вернул минуту». */
type GrammaticalCase = "nominative" | "accusative"

interface Unit {
  readonly seconds: number
  /** With one of it. */
  readonly remains: string
  /** What exactly one of it is called, and what it does when it is left, where that is another word. */
  readonly alone?: { readonly words: string; readonly remains: string }
  readonly forms: { readonly [Case in GrammaticalCase]: Forms }
}

const same = (forms: Forms): Unit["forms"] => ({ nominative: forms, accusative: forms })

const units: ReadonlyArray<Unit> = [
  {
    seconds: 86_400,
    remains: "Остался",
    alone: { words: "сутки", remains: "Остались" },
    forms: same(["день", "дня", "дней"])
  },
  { seconds: 3_600, remains: "Остался", forms: same(["час", "часа", "часов"]) },
  {
    seconds: 60,
    remains: "Осталась",
    forms: { nominative: ["минута", "минуты", "минут"], accusative: ["минуту", "минуты", "минут"] }
  },
  {
    seconds: 1,
    remains: "Осталась",
    forms: { nominative: ["секунда", "секунды", "секунд"], accusative: ["секунду", "секунды", "секунд"] }
  }
]

interface Part {
  readonly unit: number
  readonly count: number
}

const parts = (seconds: number): ReadonlyArray<Part> => {
  const found: Array<Part> = []
  let left = seconds
  for (const [index, unit] of units.entries()) {
    const count = Math.floor(left / unit.seconds)
    left -= count * unit.seconds
    if (count > 0) found.push({ unit: index, count })
  }
  return found
}

/** Two neighbouring units at most: nobody needs the seconds of twelve hours. */
const shown = (all: ReadonlyArray<Part>): ReadonlyArray<Part> => {
  const [first, second] = all
  if (first === undefined) return [{ unit: units.length - 1, count: 0 }]
  return second !== undefined && second.unit === first.unit + 1 ? [first, second] : [first]
}

const partsOf = (ms: number): ReadonlyArray<Part> => shown(parts(ms === 0 ? 0 : Math.max(1, Math.round(ms / 1_000))))

const aloneIn = ([first, second]: ReadonlyArray<Part>): Unit["alone"] =>
  first?.count === 1 && second === undefined ? units[first.unit]?.alone : undefined

/** Rounded to whole seconds, but never down to nothing; a single unit loses its «1»: «минута», not «1 минута». */
export const durationWords = (ms: number, grammaticalCase: GrammaticalCase = "nominative"): string => {
  const all = partsOf(ms)
  const alone = aloneIn(all)
  if (alone !== undefined) return alone.words
  return all
    .map(({ count, unit }) => {
      const word = form(count, units[unit]?.forms[grammaticalCase] ?? ["", "", ""])
      return count === 1 && all.length === 1 ? word : `${count} ${word}`
    })
    .join(" ")
}

/** «Осталось 10 секунд», but «Осталась минута», «Остался час» and «Остались сутки». */
export const remains = (ms: number): string => {
  const all = partsOf(ms)
  const [first, second] = all
  const isOne = first !== undefined && second === undefined && form(first.count, ["one", "few", "many"]) === "one"
  return `${aloneIn(all)?.remains ?? (isOne ? units[first.unit]?.remains : null) ?? "Осталось"} ${durationWords(ms)}`
}

/** The first letter of a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The first letter of what follows in the middle of one. */
export const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
