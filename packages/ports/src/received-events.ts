/** Port: events a messenger has handed over that are not played yet. Once one is kept here, the messenger may forget it. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"
import type { Trace } from "./tracing.ts"

export interface ReceivedEvent {
  /** The messenger's name of the event: what comes under it again is the same. */
  readonly id: string
  /** As it came, JSON. */
  readonly body: string
  readonly atMs: EpochMs
  /** Where its way is recorded that began when it came; null: it is not one of those; absent: that is not decided. It is not stored. */
  readonly trace?: Trace | null
}

export interface WaitingEvent extends ReceivedEvent {
  /** Grows in about the order in which they were kept. */
  readonly place: number
}

export class ReceivedEvents extends Context.Service<
  ReceivedEvents,
  {
    /** False: it was kept before, and waits still. Whoever gets an answer may be told that the event is safe. */
    keep(community: string, event: ReceivedEvent): Effect.Effect<boolean, StoreError>
    /** By place, after `after` (0: from the first), at most `limit`. */
    waiting(community: string, after: number, limit: number): Effect.Effect<ReadonlyArray<WaitingEvent>, StoreError>
    /** They are played, or nobody wants them. */
    forget(community: string, ids: ReadonlyArray<string>): Effect.Effect<void, StoreError>
  }
>()("@znatoki/ports/ReceivedEvents") {}
