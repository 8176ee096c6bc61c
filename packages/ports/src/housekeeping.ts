/** Port: what is put in order by night, beside the games. However often and by how many it is asked, the outcome is the same. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

/** A pause of the slowest game ends after fourteen days; a game that has not moved for longer was played by nobody. */
export const abandonedMs = 21 * 86_400_000
/** Whoever wants to send it once more has had the time. */
export const deadLetterMs = 90 * 86_400_000

/** A picture that is of no question yet is of one soon, or never. */
export const looseMs = 7 * 86_400_000

/** An appeal that nobody has ruled on for so long after its game's log was to go holds the log no more; it can still be ruled on. */
export const appealHoldsMs = 90 * 86_400_000

export interface ClearedOut {
  readonly deadLetters: number
  /** What the messenger called messages of games before the last one. */
  readonly saidSlots: number
}

export class Housekeeping extends Context.Service<
  Housekeeping,
  {
    /**
     * Orders that running games end which have not moved since `beforeMs`; tells how many. Whoever owns such a conversation,
     * whenever that is, ends it. Those that were ordered to end before are no new ones.
     */
    stopAbandoned(beforeMs: EpochMs, atMs: EpochMs): Effect.Effect<number, StoreError>
    /** What nobody asks for any more is gone: dead letters from before `beforeMs`, names of messages of past games. */
    clearOut(beforeMs: EpochMs): Effect.Effect<ClearedOut, StoreError>
    /**
     * Logs of games that ended before `beforeMs` are gone, the games stay; tells how many events. A game whose appeal is open
     * keeps its log for `appealHoldsMs` more.
     */
    dropGameLogs(beforeMs: EpochMs): Effect.Effect<number, StoreError>
    /** Pictures that were put before `beforeMs` and are of no question are gone; tells how many. */
    dropPictures(beforeMs: EpochMs): Effect.Effect<number, StoreError>
  }
>()("@znatoki/ports/Housekeeping") {}
