/** What the dictionary's line of grammar, «NOUN,anim,masc,Name sing,nomn», tells the judge. */
import type { Lemma } from "@znatoki/engine"

export interface Tag {
  readonly lemma: Pick<Lemma, "kind" | "name" | "indeclinable" | "animate">
  readonly name: Lemma["name"]
  /** Tells words apart that are spelled alike: by part of speech, names by their gender too. */
  readonly family: string
  /** The form that a dictionary lists. */
  readonly base: boolean
  /** The dictionary marks it as the name of a place. */
  readonly place: boolean
  /** A common misspelling, listed as one. */
  readonly mistaken: boolean
  /** Perhaps a word cut short, as «в.» is of «век». */
  readonly abbreviation: boolean
}

const kinds: ReadonlyMap<string, Lemma["kind"]> = new Map([
  ["NOUN", "noun"],
  ["ADJF", "adjective"],
  ["ADJS", "adjective"],
  ["COMP", "adjective"],
  ["VERB", "verb"],
  ["INFN", "verb"],
  ["PRTF", "verb"],
  ["PRTS", "verb"],
  ["GRND", "verb"]
])

const nameOf = (marks: ReadonlySet<string>): Lemma["name"] => {
  if (marks.has("Patr")) return "patronymic"
  if (marks.has("Surn")) return "surname"
  return marks.has("Name") ? "given" : null
}

const isBase = (kind: Lemma["kind"], marks: ReadonlySet<string>): boolean => {
  if (kind === "noun") return marks.has("nomn") && (marks.has("sing") || marks.has("Pltm"))
  if (kind === "adjective") return marks.has("ADJF") && marks.has("nomn") && marks.has("masc")
  return kind === "verb" ? marks.has("INFN") : true
}

const tagOf = (line: string): Tag => {
  const marks = new Set(line.split(/[ ,]/u))
  const kind = kinds.get(line.slice(0, 4)) ?? "other"
  const name = nameOf(marks)
  const gender = marks.has("femn") ? "femn" : "masc"
  return {
    lemma: {
      kind,
      name,
      indeclinable: kind === "noun" && marks.has("Fixd"),
      animate: kind === "noun" && marks.has("anim")
    },
    name,
    family: name === null ? kind : `${name} ${gender}`,
    base: isBase(kind, marks),
    place: marks.has("Geox"),
    mistaken: marks.has("Erro"),
    abbreviation: marks.has("Abbr")
  }
}

/** Of the thousands that the dictionary has few are asked for, so each is read when it is. */
export class Tags {
  readonly #lines: ReadonlyArray<string>
  readonly #read: Array<Tag | undefined> = []

  constructor(lines: ReadonlyArray<string>) {
    this.#lines = lines
  }

  at(place: number): Tag | undefined {
    const line = this.#lines[place]
    return line === undefined ? undefined : (this.#read[place] ??= tagOf(line))
  }
}
