/** The questions that are shipped, for a game without a database. */
import { Question } from "@znatoki/engine"
import { Schema } from "effect"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const file = fileURLToPath(import.meta.resolve("@znatoki/adapter-postgres/questions/own-1.json"))

const Shipped = Schema.fromJsonString(
  Schema.Array(
    Schema.Struct({
      key: Schema.NonEmptyString,
      text: Schema.NonEmptyString,
      answer: Schema.NonEmptyString,
      accepted: Schema.Array(Schema.NonEmptyString),
      rejected: Schema.Array(Schema.NonEmptyString),
      comment: Schema.NullOr(Schema.String),
      source: Schema.NullOr(Schema.String),
      author: Schema.NullOr(Schema.String)
    })
  )
)
const decode = Schema.decodeUnknownSync(Shipped)
const toQuestion = Schema.decodeUnknownSync(Question)

export const ownQuestions = (): ReadonlyArray<Question> =>
  decode(readFileSync(file, "utf8")).map(({ key, ...rest }) => toQuestion({ id: key, handout: null, ...rest }))
