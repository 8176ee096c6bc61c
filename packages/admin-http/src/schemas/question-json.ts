/** A question as clients write and read it. */
import { QuestionId } from "@znatoki/engine"
import { type CatalogQuestion, QuestionDraft } from "@znatoki/ports/question-catalog"
import { DateTime, Schema } from "effect"
import { manyLines, oneLine, readable } from "../edge-text.ts"

const draft = QuestionDraft.fields
const optional = Schema.optionalKey

export const QuestionIdText = QuestionId.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, {
    message: "Expected 1 to 100 of A–Z a–z 0–9 . _ : -, first a letter or a digit"
  })
)

const Variants = Schema.Array(draft.accepted.value.check(oneLine, readable)).check(Schema.isMaxLength(100))
const text = draft.text.check(manyLines, readable)
const answer = draft.answer.check(oneLine, readable)
const rest = {
  accepted: optional(Variants),
  rejected: optional(Variants),
  comment: optional(Schema.NullOr(draft.comment.members[0].check(manyLines))),
  source: optional(Schema.NullOr(draft.source.members[0].check(manyLines))),
  author: optional(Schema.NullOr(draft.author.members[0].check(oneLine))),
  difficulty: optional(draft.difficulty),
  published: optional(draft.published)
}

export const NewQuestion = Schema.Struct({ text, answer, ...rest })

/** Absent: unchanged. */
export const QuestionChanges = Schema.Struct({ text: optional(text), answer: optional(answer), ...rest })

/** A blank comment, source or author says the same as none. */
export const toChanges = (changes: typeof QuestionChanges.Type): Partial<QuestionDraft> => ({
  ...changes,
  ...(changes.comment === "" ? { comment: null } : {}),
  ...(changes.source === "" ? { source: null } : {}),
  ...(changes.author === "" ? { author: null } : {})
})

export const toDraft = ({ text, answer, ...others }: typeof NewQuestion.Type): QuestionDraft => ({
  accepted: [],
  rejected: [],
  comment: null,
  source: null,
  author: null,
  difficulty: 3,
  published: true,
  ...toChanges(others),
  text,
  answer
})

export const QuestionJson = Schema.Struct({
  id: Schema.String,
  ...draft,
  createdAt: Schema.String,
  updatedAt: Schema.String
})

const iso = (atMs: number) => DateTime.formatIso(DateTime.makeUnsafe(atMs))

export const questionJson = ({ createdAtMs, updatedAtMs, ...question }: CatalogQuestion): typeof QuestionJson.Type => ({
  ...question,
  createdAt: iso(createdAtMs),
  updatedAt: iso(updatedAtMs)
})
