/** What may be done with a pack, by what its file tells and by where files of its format are from. */
import type { Format } from "./formats.ts"
import type { PackFacts } from "./reading.ts"

export type Commercial = "yes" | "no" | "unknown"

export interface PackTerms {
  readonly licence: string | null
  readonly commercial: Commercial
  /** The licence forbids changes. */
  readonly fixed: boolean
  /** What it wants to be shown with every answer; null: nothing. */
  readonly credit: string | null
}

export interface Wanted {
  /** Null, of each: as the file tells. */
  readonly licence: string | null
  readonly commercial: Commercial | null
}

const base = {
  licence: "db.chgk.info: без изменений, не для продажи, с автором, источником и адресом",
  commercial: "no",
  fixed: true,
  credit: "Вопрос из базы db.chgk.info"
} as const

/** Only the formats of the base are from nowhere else. */
const ofBase: ReadonlySet<Format> = new Set(["db", "xml"])

/** Such a licence asks for its name beside what is shown. */
const named = /\bCC[ -]?BY(?:-(?:NC|SA|ND))*(?:[ -]?\d(?:\.\d)?)?/i

const commercialOf = (licence: string): Commercial => {
  if (/\bNC\b/i.test(licence)) return "no"
  return /\b(?:MIT|CC0|public domain)\b/i.test(licence) || named.test(licence) ? "yes" : "unknown"
}

const said = (licence: string, { editors, title }: Pick<PackFacts, "editors" | "title">): PackTerms => {
  const name = named.exec(licence)?.[0] ?? null
  const who = [title, editors].filter((each) => each !== null).join(", ")
  return {
    licence,
    commercial: commercialOf(licence),
    fixed: /\bND\b/i.test(licence),
    credit: name === null ? null : `${who === "" ? "" : `${who}, `}${name}`.slice(0, 300)
  }
}

export const termsOf = (facts: PackFacts, format: Format, wanted: Wanted): PackTerms => {
  const licence = wanted.licence ?? facts.licence
  const isBase = ofBase.has(format) && licence === null
  const terms = isBase ? base : licence === null ? null : said(licence, facts)
  const unknown = { licence: null, commercial: "unknown", fixed: false, credit: null } as const
  const found = terms ?? unknown
  return { ...found, commercial: wanted.commercial ?? found.commercial }
}
