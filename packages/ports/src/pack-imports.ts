/** Port: files of questions that were sent, until somebody has looked at what they say; and how their questions get into the bank. */
import { Context, type Effect, Schema } from "effect"
import { type AsRead, PackDraft, PackKey } from "./packs.ts"
import type { StoreError } from "./store-error.ts"

/** What is wanted of a file. */
export class ImportOrder extends Schema.Opaque<ImportOrder>()(
  Schema.Struct({
    pack: PackKey,
    /** The file's name. */
    file: Schema.String.check(Schema.isMaxLength(300)),
    /** Null: its name and its first words tell. */
    format: Schema.NullOr(Schema.String),
    /** Questions that are new wait for an editor. */
    draft: Schema.Boolean,
    /** Null, here and below: as the file tells. */
    licence: PackDraft.fields.licence,
    commercial: Schema.NullOr(PackDraft.fields.commercial),
    by: Schema.NullOr(Schema.String)
  })
) {}

/** What to look at, by the line of the file where it begins. */
const Note = Schema.Struct({ line: Schema.Int, text: Schema.String })
export type ImportNote = typeof Note.Type

/** A picture that came with the file, as it is kept. */
const PictureNote = Schema.Struct({
  line: Schema.Int,
  /** As the file names it. */
  name: Schema.String,
  /** As a question names it. */
  address: Schema.String,
  width: Schema.Natural,
  height: Schema.Natural,
  /** Bytes. */
  size: Schema.Natural
})
export type PictureNote = typeof PictureNote.Type

const Twin = Schema.Struct({
  line: Schema.Int,
  /** The pack of the other question; null: an editor wrote it. */
  pack: Schema.NullOr(Schema.String),
  text: Schema.String
})
export type Twin = typeof Twin.Type

const count = Schema.Natural

/** How many came to what. */
const Counts = Schema.Struct({
  added: count,
  changed: count,
  /** As they were, or as an editor left them. */
  unchanged: count,
  /** Of the pack, and in its file no longer: they are not asked any more. */
  retired: count,
  /** Much like one of another pack. */
  twins: count
})
export type ImportCounts = typeof Counts.Type

/** What a file was understood as, and what came of it or would come. The lists are those of the first of many. */
export class ImportReport extends Schema.Opaque<ImportReport>()(
  Schema.Struct({
    format: Schema.String,
    encoding: Schema.NullOr(Schema.String),
    title: Schema.NullOr(Schema.String),
    licence: Schema.NullOr(Schema.String),
    commercial: PackDraft.fields.commercial,
    fixed: Schema.Boolean,
    /** Read of the file. */
    questions: count,
    counts: Counts,
    /** How many there are of each, beside those that are listed. */
    warned: count,
    leftOut: count,
    waiting: count,
    warnings: Schema.Array(Note),
    /** Not brought in, and why. */
    left: Schema.Array(Note),
    /** Not asked yet, and what they wait for. */
    waits: Schema.Array(Note),
    twins: Schema.Array(Twin),
    /** Of the pictures that are shown with a question, how many; absent: nobody has looked. */
    pictured: Schema.optionalKey(count),
    pictures: Schema.optionalKey(Schema.Array(PictureNote)),
    sample: Schema.Array(Schema.Struct({ line: Schema.Int, text: Schema.String, answer: Schema.String }))
  })
) {}

/** It is sent piece by piece, is read, waits for a word, is brought in; or something failed. */
export const ImportState = Schema.Literals(["sent", "reading", "read", "bringing", "done", "failed"])
export type ImportState = typeof ImportState.Type

export class PackImport extends Schema.Opaque<PackImport>()(
  Schema.Struct({
    id: Schema.Int,
    order: ImportOrder,
    state: ImportState,
    bytes: count,
    /** Of its bytes so many are done. */
    progress: count,
    report: Schema.NullOr(ImportReport),
    /** Why it failed. */
    problem: Schema.NullOr(Schema.String),
    sentAtMs: Schema.Int,
    changedAtMs: Schema.Int
  })
) {}

export type ImportChange = Partial<Pick<PackImport, "problem" | "progress" | "report" | "state">>

/** A question as it goes into the bank. */
export interface PackQuestion {
  /** Names the question within its pack. */
  readonly place: string
  readonly line: number
  readonly text: string
  readonly handoutText: string | null
  readonly handoutImageUrl: string | null
  readonly answer: string
  readonly accepted: ReadonlyArray<string>
  readonly rejected: ReadonlyArray<string>
  readonly comment: string | null
  readonly source: string | null
  readonly author: string | null
  readonly difficulty: number
  readonly themes: ReadonlyArray<string>
  /** What is needed before it can be played; null: nothing. */
  readonly waitsFor: string | null
  readonly asRead: AsRead
}

/** Null: as it was, or unknown. */
export type PackTerms = { readonly [Name in keyof PackDraft]: PackDraft[Name] | null }

export interface BringOrder {
  /** Names the pack for ever: who brings it in again brings it up to date. */
  readonly pack: string
  readonly draft: boolean
  readonly by: string | null
  /** False: nothing of it stays; it is looked what would come of it. */
  readonly keep: boolean
  readonly batches: AsyncIterable<ReadonlyArray<PackQuestion>>
  /** Asked when the last question is there. */
  readonly terms: () => PackTerms
}

export interface Brought {
  readonly counts: ImportCounts
  /** The first of many. */
  readonly twins: ReadonlyArray<Twin>
}

/** As many are listed of what a report tells. */
export const listedMax = 500

export class PackImports extends Context.Service<
  PackImports,
  {
    /** Its id. What was sent long ago is forgotten, unless something is done with it. */
    begin(order: ImportOrder): Effect.Effect<number, StoreError>
    /** The next piece of its file. */
    append(id: number, bytes: Uint8Array): Effect.Effect<void, StoreError>
    /** Null: there are no more. */
    piece(id: number, n: number): Effect.Effect<Uint8Array | null, StoreError>
    get(id: number): Effect.Effect<PackImport | null, StoreError>
    /** The newest first, before `before` (null: from the newest), at most `limit`. */
    list(before: number | null, limit: number): Effect.Effect<ReadonlyArray<PackImport>, StoreError>
    /** Only if it is in one of these states; whether it was. */
    change(id: number, from: ReadonlyArray<ImportState>, change: ImportChange): Effect.Effect<boolean, StoreError>
    /** With its file. False: there was none. */
    remove(id: number): Effect.Effect<boolean, StoreError>
    /** All of it or nothing. What an editor has touched stays as the editor left it. */
    bring(order: BringOrder): Effect.Effect<Brought, StoreError>
  }
>()("@znatoki/ports/PackImports") {}
