/** A pack written in a format, and what of it the format cannot carry. */
import type { PackFacts, Reading, ReadQuestion } from "../reading.ts"

/** What is written: a reading without what is told of the file it was read from. */
export interface Pack extends Pick<Reading, "pack" | "questions"> {
  /** Of those that its questions name, the ones that are not in the web; null: not at hand. */
  readonly pictures?: ReadonlyMap<string, Uint8Array | null>
}

export interface Loss {
  /** Which question, from 1; null: the pack itself. */
  readonly question: number | null
  readonly field: string
}

export interface Printed {
  readonly text: string
  readonly losses: ReadonlyArray<Loss>
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const fields = [
  "number",
  "tour",
  "text",
  "shown",
  "answer",
  "accepted",
  "rejected",
  "comment",
  "sources",
  "author",
  "handout",
  "handoutImage",
  "answerImage",
  "options",
  "themes",
  "difficulty",
  "url"
] as const satisfies ReadonlyArray<keyof ReadQuestion>

const facts = ["title", "editors", "date", "licence", "info", "url"] as const satisfies ReadonlyArray<keyof PackFacts>

/** A question without a number is given one by its place, and what players see follows from the text. */
const isLost = (field: (typeof fields)[number], before: ReadQuestion, after: ReadQuestion): boolean => {
  if (field === "number" && before.number === null) return false
  if (field === "shown" && before.text !== after.text) return false
  return !same(before[field], after[field])
}

const lossesOfQuestion = (before: ReadQuestion, after: ReadQuestion | undefined): ReadonlyArray<string> =>
  after === undefined ? ["whole"] : fields.filter((field) => isLost(field, before, after))

/** What is not the same when the text is read again. */
const lossesOf = (before: Pack, after: Pack): ReadonlyArray<Loss> => [
  ...facts
    .filter((fact) => before.pack[fact] !== null && before.pack[fact] !== after.pack[fact])
    .map((field) => ({ question: null, field })),
  ...before.questions.flatMap((question, i) =>
    lossesOfQuestion(question, after.questions[i]).map((field) => ({ question: i + 1, field }))
  )
]

/** The names that questions have for pictures that are not in the web, each with the question from 1. */
export const namedPictures = ({ pictures, questions }: Pack) =>
  questions.flatMap(({ answerImage, handoutImage }, i) =>
    [handoutImage, answerImage].flatMap((name) =>
      name !== null && pictures?.has(name) === true ? [{ name, question: i + 1 }] : []
    )
  )

/** A printer with the reader of its format: what the reader does not find again, the format does not carry. */
export const printedBy =
  (print: (pack: Pack) => string, read: (text: string) => Reading) =>
  (pack: Pack): Printed => {
    const text = print(pack)
    return { text, losses: lossesOf(pack, read(text)) }
  }
