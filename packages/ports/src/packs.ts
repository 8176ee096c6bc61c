/** Port: packs of questions, with what may be done with them. */
import type { QuestionId } from "@znatoki/engine"
import { Context, type Effect, Schema } from "effect"
import type { CatalogQuestion, QuestionState } from "./question-catalog.ts"
import type { StoreError } from "./store-error.ts"

const line = (max: number) => Schema.NullOr(Schema.NonEmptyString.check(Schema.isMaxLength(max)))

/** Names a pack for ever. */
export const PackKey = Schema.NonEmptyString.check(Schema.isMaxLength(100))

/** What an editor writes. */
export class PackDraft extends Schema.Opaque<PackDraft>()(
  Schema.Struct({
    title: Schema.NonEmptyString.check(Schema.isMaxLength(300)),
    licence: line(2_000),
    url: line(1_000),
    editors: line(1_000),
    played: line(100),
    info: line(5_000),
    /** Whether the questions may be played for money. */
    commercial: Schema.Literals(["yes", "no", "unknown"]),
    /** The licence forbids changes. */
    fixed: Schema.Boolean,
    /** What the licence wants to be shown with every answer; null: nothing. */
    credit: line(300)
  })
) {}

/** Of a pack of which nothing but its title is known. */
export const nothingKnown: Omit<PackDraft, "title"> = {
  licence: null,
  url: null,
  editors: null,
  played: null,
  info: null,
  commercial: "unknown",
  fixed: false,
  credit: null
}

const count = Schema.Natural

export class Pack extends Schema.Opaque<Pack>()(
  Schema.Struct({
    key: PackKey,
    ...PackDraft.fields,
    /** The only conversation that may be asked its questions; null: all may. */
    owner: Schema.NullOr(Schema.String),
    questions: Schema.Struct({ draft: count, review: count, published: count, retired: count, resting: count }),
    /** Grows with every change of what an editor writes, with every file that is brought in, and when its questions are moved. */
    version: Schema.Int,
    /** Null: since it is there. */
    changedAtMs: Schema.NullOr(Schema.Int),
    /** Null: a program did it. */
    changedBy: Schema.NullOr(Schema.String)
  })
) {}

const texts = Schema.Array(Schema.String)

/** What its file told of a question beside what is played of it: with it the question is written into a file again as it came. */
export class AsRead extends Schema.Opaque<AsRead>()(
  Schema.Struct({
    number: Schema.NullOr(Schema.String),
    tour: Schema.NullOr(Schema.String),
    /** Null: as it is played. `text` has the notes for the host; options are played as a line of the text. */
    written: Schema.NullOr(Schema.Struct({ text: Schema.String, shown: Schema.String, options: texts })),
    /** Null: a source a line. */
    cited: Schema.NullOr(Schema.Struct({ sources: texts, url: Schema.NullOr(Schema.String) })),
    handoutImage: Schema.NullOr(Schema.String),
    answerImage: Schema.NullOr(Schema.String)
  })
) {}

export interface PackedQuestion {
  readonly question: CatalogQuestion
  /** Null: it came from no file. */
  readonly asRead: AsRead | null
}

/** What an editor changes; what is absent stays. `owner`: see `Pack`. */
export type PackChange = Partial<PackDraft> & { readonly owner?: string | null }

export type PackChanged =
  | { readonly _tag: "Changed"; readonly pack: Pack }
  | { readonly _tag: "Missing" }
  /** Somebody else has changed it since: as it is now. */
  | { readonly _tag: "Moved"; readonly pack: Pack }

/** What all questions that are in one state are to be. */
export interface MoveOrder {
  readonly from: QuestionState
  readonly to: QuestionState
  /** Of the pack, as whoever wants it has seen it; null: whatever it is now. */
  readonly version: number | null
  /** Null: a program wants it. */
  readonly by: string | null
  /** Why. */
  readonly note: string | null
}

export type QuestionsMoved =
  | { readonly _tag: "Changed"; readonly pack: Pack; readonly moved: number }
  | Exclude<PackChanged, { readonly _tag: "Changed" }>

export class Packs extends Context.Service<
  Packs,
  {
    /** By key, after `after` (null: from the first), at most `limit`. */
    list(after: string | null, limit: number): Effect.Effect<ReadonlyArray<Pack>, StoreError>
    get(key: string): Effect.Effect<Pack | null, StoreError>
    /** All that belong to this conversation alone, by key. */
    of(owner: string): Effect.Effect<ReadonlyArray<Pack>, StoreError>
    /** Null: there is one of that key. */
    create(key: string, draft: PackDraft, owner: string | null): Effect.Effect<Pack | null, StoreError>
    /** `version`: what the changes were made to; null: whatever it is now. `by`: who makes them. */
    change(
      key: string,
      changes: PackChange,
      version: number | null,
      by: string | null
    ): Effect.Effect<PackChanged, StoreError>
    /** By id, after `after` (null: from the first), at most `limit`. */
    questions(
      key: string,
      after: QuestionId | null,
      limit: number
    ): Effect.Effect<ReadonlyArray<PackedQuestion>, StoreError>
    /** Moves all that are in the one state to the other, each with its history; `moved`: how many they were. */
    move(key: string, order: MoveOrder): Effect.Effect<QuestionsMoved, StoreError>
  }
>()("@znatoki/ports/Packs") {}
