/** Port: when a role was last alive, and what time games have not got back since nobody could play. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

/** Nobody could play from `sinceMs` to `atMs`. */
export interface Outage {
  readonly sinceMs: EpochMs
  readonly atMs: EpochMs
  /** What was written in it is lost, so everybody has to be told, however short it was. Not remembered by a store. */
  readonly unheard?: true
}

/**
 * Who else may have owned, under another name, what a role owns: one process all of it, or several a bucket each. Time in which
 * they played was not lost.
 */
export interface Before {
  /** Whoever had all of it. */
  readonly whole: ReadonlyArray<string>
  /** Whoever had parts of it, where it was divided in another way: counts where the role itself never lived. */
  readonly parts: ReadonlyArray<string>
}

export class Heartbeat extends Context.Service<
  Heartbeat,
  {
    /** The role is alive. An earlier beat that comes late changes nothing. */
    beat(role: string, atMs: EpochMs): Effect.Effect<void, StoreError>
    /** The latest beat, of those before too; null: nobody of them ever lived. */
    last(role: string, before?: Before): Effect.Effect<EpochMs | null, StoreError>
    /**
     * In one step: the time from the last beat to `atMs`, if there was any (of those before too), is remembered as an outage, and the heart
     * beats at `atMs`. Answers with every outage that not every game has its time back from, soonest first.
     */
    wake(role: string, atMs: EpochMs, before?: Before): Effect.Effect<ReadonlyArray<Outage>, StoreError>
    /** Every game has its time back from the outages that ended at `untilMs` or before. */
    forget(role: string, untilMs: EpochMs): Effect.Effect<void, StoreError>
  }
>()("@znatoki/ports/Heartbeat") {}
