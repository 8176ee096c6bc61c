/** What the game needs to know of a question. */
import { Schema } from "effect"
import { QuestionId } from "./ids.ts"

/** Something handed out with the question: a text, a picture, or both. */
export class Handout extends Schema.Opaque<Handout>()(
  Schema.Struct({ text: Schema.NullOr(Schema.String), imageUrl: Schema.NullOr(Schema.String) })
) {}

/** A question as the game needs it: what is asked, what is right, what is told afterwards. */
export class Question extends Schema.Opaque<Question>()(
  Schema.Struct({
    id: QuestionId,
    /** What is asked. */
    text: Schema.NonEmptyString,
    /** Null: nothing is handed out. */
    handout: Schema.NullOr(Handout),
    /** The reference answer; `[parts in brackets]` are optional. */
    answer: Schema.NonEmptyString,
    /** Зачёт: what else is right. */
    accepted: Schema.Array(Schema.NonEmptyString),
    /** Незачёт: what is wrong although it looks right. */
    rejected: Schema.Array(Schema.NonEmptyString),
    /** To be told with the right answer; null: nothing. */
    comment: Schema.NullOr(Schema.String),
    source: Schema.NullOr(Schema.String),
    author: Schema.NullOr(Schema.String),
    /** A picture to be told with the right answer; absent: none. */
    answerImageUrl: Schema.optionalKey(Schema.NonEmptyString),
    /** What its licence wants to be shown with the answer; absent: nothing. */
    credit: Schema.optionalKey(Schema.NonEmptyString)
  })
) {}
