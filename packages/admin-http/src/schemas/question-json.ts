/** A question as clients write and read it. */
import { QuestionId } from "@znatoki/engine"
import { type CatalogQuestion, QuestionDraft } from "@znatoki/ports/question-catalog"
import { DateTime, Schema } from "effect"
import { manyLines, oneLine, readable } from "../edge-text.ts"
import { PackKeyText } from "./pack-json.ts"

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
/** What stands in the place of a picture: one of ours, one of the web, or what a messenger has already. */
const Picture = Schema.String.check(
  Schema.isMaxLength(2_000),
  Schema.isPattern(
    /^(?:picture:[\da-f]{64}|https?:\/\/[^\p{Cc}]+|(?:photo|video|audio|audio_message|doc)-?\d+_\d+(?:_\w+)?)$/u,
    {
      message: "Expected picture:<hash>, or an address of http or https"
    }
  )
)
const HandoutFields = Schema.Struct({
  text: Schema.NullOr(Schema.String.check(Schema.isMaxLength(2_000), manyLines)),
  imageUrl: Schema.NullOr(Picture)
})

const rest = {
  handout: optional(Schema.NullOr(HandoutFields)),
  accepted: optional(Variants),
  rejected: optional(Variants),
  comment: optional(Schema.NullOr(draft.comment.members[0].check(manyLines))),
  source: optional(Schema.NullOr(draft.source.members[0].check(manyLines))),
  author: optional(Schema.NullOr(draft.author.members[0].check(oneLine))),
  moreAccepted: optional(Variants),
  moreRejected: optional(Variants),
  difficulty: optional(draft.difficulty),
  themes: optional(Schema.Array(draft.themes.value.check(oneLine, readable)).check(Schema.isMaxLength(20))),
  /** Short for the states `published` and `retired`. */
  published: optional(Schema.Boolean),
  state: optional(draft.state)
}

export const NewQuestion = Schema.Struct({
  text,
  answer,
  ...rest,
  /** The key of its pack; absent: it is in none. */
  pack: optional(Schema.NullOr(PackKeyText))
})

/** Absent: unchanged. */
const changes = { text: optional(text), answer: optional(answer), ...rest }

export const QuestionChanges = Schema.Struct({
  ...changes,
  /** Why its state is changed. */
  note: optional(Schema.NullOr(Schema.String.check(Schema.isMaxLength(500), oneLine)))
})

const Fields = Schema.Struct(changes)

/** A handout without a word and a picture is none. */
const handoutOf = (handout: typeof HandoutFields.Type | null): QuestionDraft["handout"] => {
  if (handout === null) return null
  const text = handout.text?.trim() === "" ? null : handout.text
  return text === null && handout.imageUrl === null ? null : { text, imageUrl: handout.imageUrl }
}

/** A blank comment, source or author says the same as none. Who names a state and `published` means the state. */
export const toChanges = ({ published, ...changes }: typeof Fields.Type): Partial<QuestionDraft> => ({
  ...(published === undefined ? {} : published ? { state: "published", rests: false } : { state: "retired" }),
  ...changes,
  ...(changes.handout === undefined ? {} : { handout: handoutOf(changes.handout) }),
  ...(changes.comment === "" ? { comment: null } : {}),
  ...(changes.source === "" ? { source: null } : {}),
  ...(changes.author === "" ? { author: null } : {})
})

export const toDraft = ({
  text,
  answer,
  published = true,
  ...others
}: Omit<typeof NewQuestion.Type, "pack">): QuestionDraft => ({
  handout: null,
  accepted: [],
  rejected: [],
  moreAccepted: [],
  moreRejected: [],
  themes: [],
  comment: null,
  source: null,
  author: null,
  difficulty: 3,
  state: published ? "published" : "draft",
  rests: false,
  ...toChanges(others),
  text,
  answer
})

export const QuestionJson = Schema.Struct({
  id: Schema.String,
  ...draft,
  /** Everybody may be asked it, unless its pack is somebody's own. */
  published: Schema.Boolean,
  pack: Schema.NullOr(Schema.String),
  fixed: Schema.Boolean,
  proposedBy: Schema.NullOr(Schema.Struct({ id: Schema.String, name: Schema.String })),
  /** The picture of the answer, as its file brought it: players are not shown it. */
  answerImage: Schema.NullOr(Schema.String),
  version: Schema.Int,
  createdAt: Schema.String,
  updatedAt: Schema.String
})

const iso = (atMs: number) => DateTime.formatIso(DateTime.makeUnsafe(atMs))

export const questionJson = ({ createdAtMs, updatedAtMs, ...question }: CatalogQuestion): typeof QuestionJson.Type => ({
  ...question,
  published: question.state === "published" && !question.rests,
  createdAt: iso(createdAtMs),
  updatedAt: iso(updatedAtMs)
})
