/** Port: the question bank as editors see it. */
import { Handout, QuestionId } from "@znatoki/engine"
import { Context, type Effect, Schema } from "effect"
import type { StoreError } from "./store-error.ts"

const Line = Schema.NonEmptyString.check(Schema.isMaxLength(1_000))
const Theme = Schema.NonEmptyString.check(Schema.isMaxLength(100))

/** A draft and one that is looked at are not asked, nor is one that was taken out. */
export const QuestionState = Schema.Literals(["draft", "review", "published", "retired"])
export type QuestionState = typeof QuestionState.Type

/** What an editor writes. */
export class QuestionDraft extends Schema.Opaque<QuestionDraft>()(
  Schema.Struct({
    text: Schema.NonEmptyString.check(Schema.isMaxLength(2_000)),
    handout: Schema.NullOr(Handout),
    answer: Line,
    accepted: Schema.Array(Line),
    rejected: Schema.Array(Line),
    /** What is accepted beside the author's own words: all that may be added where the pack is fixed. */
    moreAccepted: Schema.Array(Line),
    moreRejected: Schema.Array(Line),
    comment: Schema.NullOr(Schema.String.check(Schema.isMaxLength(2_000))),
    source: Schema.NullOr(Schema.String.check(Schema.isMaxLength(1_000))),
    author: Schema.NullOr(Schema.String.check(Schema.isMaxLength(200))),
    /** 1 (easy) to 5. */
    difficulty: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })),
    themes: Schema.Array(Theme).check(Schema.isMaxLength(20)),
    state: QuestionState,
    /** It is published and yet not asked, until an editor has looked at what was said of it. */
    rests: Schema.Boolean
  })
) {}

/** Where a question is from: it is told when it is written, and never changes. */
export interface Origin {
  /** The key of its pack; null: it is in none. */
  readonly pack: string | null
  /** The player who proposed it; null: an editor wrote it. */
  readonly proposedBy: { readonly id: string; readonly name: string } | null
  /** The editor or the program that writes it; null: unknown. */
  readonly by: string | null
}

export const nobody: Origin = { pack: null, proposedBy: null, by: null }

const Proposer = Schema.Struct({ id: Schema.String, name: Schema.String })

export class CatalogQuestion extends Schema.Opaque<CatalogQuestion>()(
  Schema.Struct({
    id: QuestionId,
    ...QuestionDraft.fields,
    pack: Schema.NullOr(Schema.String),
    /** Its pack may not be changed: text, answers, comment, source and author stay as they are. */
    fixed: Schema.Boolean,
    proposedBy: Schema.NullOr(Proposer),
    /** The picture of the answer as its file brought it: one of ours, an address, or a name of nothing we have; null: none. */
    answerImage: Schema.NullOr(Schema.String),
    /** Grows with every change. */
    version: Schema.Int,
    createdAtMs: Schema.Int,
    updatedAtMs: Schema.Int
  })
) {}

export interface QuestionFilter {
  /** Anywhere in text or answer, whatever the case, «ё» or «е». */
  readonly search: string | null
  readonly state: QuestionState | null
  readonly rests: boolean | null
  /** Whether everybody may be asked it now: it is published, does not rest, and its pack is nobody's own. */
  readonly asked: boolean | null
  /** The key of a pack. */
  readonly pack: string | null
  /** One of these, as they are written; empty: whatever it is about. */
  readonly themes: ReadonlyArray<string>
  readonly difficulty: number | null
  /** Case-insensitive, anywhere in the author's name or the proposer's. */
  readonly author: string | null
}

export const everyQuestion: QuestionFilter = {
  search: null,
  state: null,
  rests: null,
  asked: null,
  pack: null,
  themes: [],
  difficulty: null,
  author: null
}

export interface Change {
  /** What is not named stays. */
  readonly changes: Partial<QuestionDraft>
  /** The version that the changes were made to; null: whatever it is now. */
  readonly version: number | null
  /** Who changes the state, and why: told by the history of states. */
  readonly by: string | null
  readonly note: string | null
}

export type Changed =
  | { readonly _tag: "Changed"; readonly question: CatalogQuestion }
  | { readonly _tag: "Missing" }
  /** Somebody else has changed it since: as it is now. */
  | { readonly _tag: "Moved"; readonly question: CatalogQuestion }
  /** Its pack is fixed, and the changes name what has to stay. */
  | { readonly _tag: "Fixed"; readonly fields: ReadonlyArray<keyof QuestionDraft> }

export type Removed = { readonly _tag: "Removed" } | Extract<Changed, { readonly _tag: "Missing" | "Moved" }>

/** What stays as the author wrote it where the licence of the pack says so. */
export const fixedFields = [
  "text",
  "handout",
  "answer",
  "accepted",
  "rejected",
  "comment",
  "source",
  "author"
] as const satisfies ReadonlyArray<keyof QuestionDraft>

/** Which of the changes are to what has to stay. */
export const changesOfFixed = (changes: Partial<QuestionDraft>): ReadonlyArray<keyof QuestionDraft> =>
  fixedFields.filter((field) => changes[field] !== undefined)

export class StateChange extends Schema.Opaque<StateChange>()(
  Schema.Struct({
    state: QuestionState,
    atMs: Schema.Int,
    by: Schema.NullOr(Schema.String),
    note: Schema.NullOr(Schema.String)
  })
) {}

export class QuestionCatalog extends Context.Service<
  QuestionCatalog,
  {
    /** By id, after `after` (null: from the first), at most `limit`. */
    list(
      filter: QuestionFilter,
      after: QuestionId | null,
      limit: number
    ): Effect.Effect<ReadonlyArray<CatalogQuestion>, StoreError>
    get(id: QuestionId): Effect.Effect<CatalogQuestion | null, StoreError>
    /** Null: there is no pack of that key. */
    create(draft: QuestionDraft, origin: Origin): Effect.Effect<CatalogQuestion | null, StoreError>
    change(id: QuestionId, change: Change): Effect.Effect<Changed, StoreError>
    /** The states it has had, the first one first, the last one what it has now; empty: there is no such question. */
    history(id: QuestionId): Effect.Effect<ReadonlyArray<StateChange>, StoreError>
    /** `version`: as of a change. Games already played keep their copy in the log. */
    remove(id: QuestionId, version: number | null): Effect.Effect<Removed, StoreError>
  }
>()("@znatoki/ports/QuestionCatalog") {}
