/** Port: messages that were decided on and wait for the messenger. Written only by `GameStore.commit`. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Context, type Effect } from "effect"
import type { QueuedMessage } from "./game-store.ts"
import type { Slice } from "./slice.ts"
import type { StoreError } from "./store-error.ts"

export interface OutboxPlace {
  readonly conversation: ConversationId
  readonly seq: number
}

export interface PendingMessage extends QueuedMessage, OutboxPlace {
  /** When the commit that decided on it happened. */
  readonly queuedAtMs: EpochMs
}

export interface OutboxPage {
  readonly messages: ReadonlyArray<PendingMessage>
  /** Where to go on; null: that was all. */
  readonly next: OutboxPlace | null
}

export type Settled =
  /** `externalId` is the messenger's name of the message; null where it gave none, or an amendment changed none. */
  | (OutboxPlace & { readonly _tag: "Sent"; readonly externalId: string | null })
  /** It will never arrive: kept as a dead letter with its reason, the conversation goes on. */
  | (OutboxPlace & { readonly _tag: "Dead"; readonly reason: string; readonly atMs: EpochMs })

export class Outbox extends Context.Service<
  Outbox,
  {
    /**
     * Not yet settled, ordered by conversation and seq, after `after` (null: from the first), at most `limit`. What is
     * stored and cannot be read becomes a dead letter and is not among them.
     */
    pending(slice: Slice, after: OutboxPlace | null, limit: number): Effect.Effect<OutboxPage, StoreError>
    /** Not yet settled in these conversations, ordered by conversation and seq. */
    pendingOf(conversations: ReadonlyArray<ConversationId>): Effect.Effect<ReadonlyArray<PendingMessage>, StoreError>
    settle(results: ReadonlyArray<Settled>): Effect.Effect<void, StoreError>
    /** The messenger's name of what was last said under `slot`, also by an amendment that had to be said anew, if it arrived. */
    externalId(conversation: ConversationId, slot: string): Effect.Effect<string | null, StoreError>
  }
>()("@znatoki/ports/Outbox") {}
