/** A pack as clients write and read it. */
import { nothingKnown, type Pack, PackDraft, PackKey } from "@znatoki/ports/packs"
import { QuestionState } from "@znatoki/ports/question-catalog"
import { DateTime, Schema } from "effect"
import { ConversationText } from "./game-json.ts"
import { manyLines, oneLine, readable } from "../edge-text.ts"

const draft = PackDraft.fields
const optional = Schema.optionalKey

/** An address with one of them between its slashes is another address. */
export const flawOfAddress = (key: string): string | null =>
  /^\.{1,2}$/.test(key) ? "Expected more than one or two full stops" : null

const addressable = Schema.makeFilter<string>((key) => flawOfAddress(key) ?? true)

export const PackKeyText = PackKey.check(oneLine, readable, addressable)

/** An empty text says the same as none. */
const line = (max: number) => Schema.NullOr(Schema.String.check(Schema.isMaxLength(max), manyLines))

/** Absent: unchanged. */
const changes = {
  title: optional(draft.title.check(oneLine, readable)),
  licence: optional(line(2_000)),
  url: optional(line(1_000)),
  editors: optional(line(1_000)),
  played: optional(line(100)),
  info: optional(line(5_000)),
  commercial: optional(draft.commercial),
  fixed: optional(draft.fixed),
  credit: optional(line(300)),
  /** The only conversation that may be asked its questions; null: all may. */
  owner: optional(Schema.NullOr(ConversationText))
}

export const NewPack = Schema.Struct({ key: PackKeyText, ...changes, title: draft.title.check(oneLine, readable) })

export const PackChanges = Schema.Struct(changes)

const texts = ["licence", "url", "editors", "played", "info", "credit"] as const

type DraftChanges = Omit<typeof PackChanges.Type, "owner">

export const toPackChanges = (fields: DraftChanges): Partial<PackDraft> => ({
  ...fields,
  ...Object.fromEntries(texts.flatMap((name) => (fields[name] === "" ? [[name, null]] : [])))
})

export const toPackDraft = ({ title, ...others }: Omit<typeof NewPack.Type, "key" | "owner">): PackDraft => ({
  ...nothingKnown,
  ...toPackChanges(others),
  title
})

const count = Schema.Natural

export const PackJson = Schema.Struct({
  key: Schema.String,
  ...draft,
  /** The only conversation that may be asked its questions; null: all may. */
  owner: Schema.NullOr(Schema.String),
  questions: Schema.Struct({ draft: count, review: count, published: count, retired: count, resting: count }),
  version: Schema.Int,
  /** Null: since it is there. */
  changedAt: Schema.NullOr(Schema.String),
  changedBy: Schema.NullOr(Schema.String)
})

export const packJson = ({ changedAtMs, ...pack }: Pack): typeof PackJson.Type => ({
  ...pack,
  changedAt: changedAtMs === null ? null : DateTime.formatIso(DateTime.makeUnsafe(changedAtMs))
})

export const MoveOrder = Schema.Struct({
  from: QuestionState,
  to: QuestionState,
  /** Why. */
  note: optional(Schema.NullOr(Schema.String.check(Schema.isMaxLength(500), oneLine)))
})
export const MovedJson = Schema.Struct({ moved: count })

export const LossesJson = Schema.Struct({
  /** `question`: its place, from 1; null: the pack itself. */
  losses: Schema.Array(Schema.Struct({ question: Schema.NullOr(Schema.Int), field: Schema.String })),
  /** Characters that the encoding lacks. */
  unwritten: Schema.Array(Schema.String)
})
