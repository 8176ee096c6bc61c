/** Port: what a messenger calls the pictures it was given, so that each is given once. Losing it costs an upload, nothing else. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export interface Uploaded {
  /** Where the picture came from. */
  readonly source: string
  /** Of its bytes: the same picture may come from several places. */
  readonly sha256: string
  /** The messenger's name of it. */
  readonly name: string
  readonly atMs: EpochMs
}

export class UploadedMedia extends Context.Service<
  UploadedMedia,
  {
    /** By its source; null: that is not known. */
    bySource(community: string, source: string): Effect.Effect<Uploaded | null, StoreError>
    /** By its bytes, whichever source they came from last. */
    byContent(community: string, sha256: string): Effect.Effect<Uploaded | null, StoreError>
    /** Takes the place of what was known of its source. */
    keep(community: string, uploaded: Uploaded): Effect.Effect<void, StoreError>
    /** The messenger does not know this name any more. */
    forget(community: string, name: string): Effect.Effect<void, StoreError>
  }
>()("@znatoki/ports/UploadedMedia") {}
