/**
 * Port: conversations that stand still because one of their tasks made the code fail. The task and all that came after it
 * wait here, in order, until an admin releases the conversation and the bot has played them.
 */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { Context, type Effect } from "effect"
import type { Slice } from "./slice.ts"
import type { StoreError } from "./store-error.ts"

/** How a conversation goes on: with the task that failed once more, or without it. */
export type ReleaseWay = "retry" | "skip"

/** How many tasks of a conversation are kept beside the one that failed; what comes after is counted only. */
export const waitingMax = 1_000

export interface WaitingTask {
  readonly source: SourceId
  /** JSON, see `parked-task.ts`. */
  readonly task: string
}

export interface Failure extends WaitingTask {
  readonly conversation: ConversationId
  readonly error: string
  /** What the task met: the snapshot as the engine encodes it; null where it could not be had. */
  readonly met: { readonly snapshot: string; readonly version: number } | null
  readonly atMs: EpochMs
  /** From when on nobody could play: the time to be given back at the release. */
  readonly sinceMs: EpochMs
}

export interface ParkedSummary {
  readonly conversation: ConversationId
  /** Names the task that failed last. */
  readonly source: SourceId
  readonly error: string
  readonly failedAtMs: EpochMs
  /** Since when the conversation stands, through all failures. */
  readonly sinceMs: EpochMs
  /** How many tasks wait behind the one that failed. */
  readonly waiting: number
  /** How many came when no more could be kept. */
  readonly dropped: number
  /** Null until an admin releases it. */
  readonly release: ReleaseWay | null
}

export interface Parked extends ParkedSummary {
  /** The task that failed, as JSON; null once it is done and only what waited is being played. */
  readonly task: string | null
  readonly met: Failure["met"]
}

export interface Released extends Pick<Parked, "conversation" | "source" | "task" | "sinceMs"> {
  readonly release: ReleaseWay
}

export class Parking extends Context.Service<
  Parking,
  {
    /**
     * At most one failure per conversation. One that is parked already keeps its first failure, and the task waits like
     * any other; one that was released is parked again, with all that still waits.
     */
    park(batch: ReadonlyArray<Failure>): Effect.Effect<void, StoreError>
    /** Puts tasks behind those that wait, each source once. Answers which of the conversations are parked: only theirs are kept. */
    append(
      tasks: ReadonlyArray<WaitingTask & { readonly conversation: ConversationId }>
    ): Effect.Effect<ReadonlySet<ConversationId>, StoreError>
    /** Every parked conversation of the slice, released or not. */
    parked(slice: Slice): Effect.Effect<ReadonlySet<ConversationId>, StoreError>
    /** By conversation, after `after` (null: from the first), at most `limit`. */
    list(after: ConversationId | null, limit: number): Effect.Effect<ReadonlyArray<ParkedSummary>, StoreError>
    get(conversation: ConversationId): Effect.Effect<Parked | null, StoreError>
    /** To be seen by the bot in its next look. False: it is not parked. */
    release(conversation: ConversationId, way: ReleaseWay): Effect.Effect<boolean, StoreError>
    /** Released and not yet free, by conversation, at most `limit`. */
    released(slice: Slice, limit: number): Effect.Effect<ReadonlyArray<Released>, StoreError>
    /** What waits, in the order in which it came, the task that failed among it; at most `limit`. */
    waiting(conversation: ConversationId, limit: number): Effect.Effect<ReadonlyArray<WaitingTask>, StoreError>
    /** The task is done. True: the conversation is parked no more, for it is released and nothing waits. */
    clear(conversation: ConversationId, source: SourceId): Effect.Effect<boolean, StoreError>
  }
>()("@znatoki/ports/Parking") {}
