/** Port: the question bank as editors see it. */
import { QuestionId } from "@znatoki/engine"
import { Context, type Effect, Schema } from "effect"
import type { StoreError } from "./store-error.ts"

const Line = Schema.NonEmptyString.check(Schema.isMaxLength(1_000))

/** What an editor writes. */
export class QuestionDraft extends Schema.Opaque<QuestionDraft>()(
  Schema.Struct({
    text: Schema.NonEmptyString.check(Schema.isMaxLength(2_000)),
    answer: Line,
    accepted: Schema.Array(Line),
    rejected: Schema.Array(Line),
    comment: Schema.NullOr(Schema.String.check(Schema.isMaxLength(2_000))),
    source: Schema.NullOr(Schema.String.check(Schema.isMaxLength(1_000))),
    author: Schema.NullOr(Schema.String.check(Schema.isMaxLength(200))),
    /** 1 (easy) to 5. */
    difficulty: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 })),
    /** Only a published question is played. */
    published: Schema.Boolean
  })
) {}

export class CatalogQuestion extends Schema.Opaque<CatalogQuestion>()(
  Schema.Struct({ id: QuestionId, ...QuestionDraft.fields, createdAtMs: Schema.Int, updatedAtMs: Schema.Int })
) {}

export interface QuestionFilter {
  /** Case-insensitive, anywhere in text or answer. */
  readonly search: string | null
  readonly published: boolean | null
}

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
    create(draft: QuestionDraft): Effect.Effect<CatalogQuestion, StoreError>
    /** Null: there is no such question. */
    patch(id: QuestionId, changes: Partial<QuestionDraft>): Effect.Effect<CatalogQuestion | null, StoreError>
    /** False: there was none. Games already played keep their copy in the log. */
    remove(id: QuestionId): Effect.Effect<boolean, StoreError>
  }
>()("@znatoki/ports/QuestionCatalog") {}
