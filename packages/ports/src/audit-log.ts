/** Port: what admins did. Nothing of it changes or goes; every entry is hashed together with the hash of the one before. */
import { Context, type Effect, Schema } from "effect"
import type { StoreError } from "./store-error.ts"

export const AuditEntry = Schema.Struct({
  atMs: Schema.Int,
  /** Who: the name of an admin or of a token. */
  who: Schema.String,
  /** What: the operation of the API. */
  did: Schema.String,
  /** To what, if that has a name. */
  to: Schema.NullOr(Schema.String),
  /** The names of what was set; never the values. */
  fields: Schema.Array(Schema.String),
  /** `ordered`: written before it is done, and nothing of it may follow. Any other: how it was refused. */
  outcome: Schema.String,
  address: Schema.String,
  requestId: Schema.String
})
export type AuditEntry = typeof AuditEntry.Type

export interface KeptEntry {
  /** From 1, without gaps. */
  readonly place: number
  /** The entry as JSON, as it was hashed. */
  readonly text: string
  /** SHA-256 of the hash before and the text, in hex. */
  readonly hash: string
}

export class AuditLog extends Context.Service<
  AuditLog,
  {
    append(entry: AuditEntry): Effect.Effect<void, StoreError>
    /** The newest first, before `before` (null: from the last), at most `limit`; of one, or of all. */
    list(
      filter: { readonly who: string | null },
      before: number | null,
      limit: number
    ): Effect.Effect<ReadonlyArray<KeptEntry>, StoreError>
    /** The oldest first, after `after`, at most `limit`. */
    read(after: number, limit: number): Effect.Effect<ReadonlyArray<KeptEntry>, StoreError>
    /** How far it goes, kept apart from the entries: what was cut off at the end shows by it. */
    readonly head: Effect.Effect<Pick<KeptEntry, "place" | "hash">, StoreError>
  }
>()("@znatoki/ports/AuditLog") {}
