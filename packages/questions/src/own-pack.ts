/** The questions that come with the program, as they stand in their file. */
import { Schema } from "effect"
import { readFileSync } from "node:fs"

const Key = Schema.NonEmptyString
const Line = Schema.NonEmptyString

const OwnQuestion = Schema.Struct({
  /** Names the question for ever; a changed wording keeps its key. */
  key: Key,
  text: Line,
  answer: Line,
  accepted: Schema.Array(Line),
  rejected: Schema.Array(Line),
  comment: Line,
  source: Line,
  /** 1 easy, 5 hard. */
  difficulty: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })),
  themes: Schema.NonEmptyArray(Line)
})

const OwnPack = Schema.Struct({
  key: Key,
  /** Goes up with every change of the file, so that databases which have the pack get the change. */
  version: Schema.Int,
  title: Line,
  language: Line,
  licence: Line,
  author: Line,
  /** Questions that were asked once and are not to be asked any more. */
  retired: Schema.Array(Key),
  questions: Schema.Array(OwnQuestion)
})
export type OwnPack = typeof OwnPack.Type

const decode = Schema.decodeUnknownSync(Schema.fromJsonString(OwnPack))

const file = new URL("../shipped/own.json", import.meta.url)

export const readOwnPack = (): OwnPack => decode(readFileSync(file, "utf8"))
