/**
 * Port: who works on what. At most one at a time is meant to; two may both believe it for a while, when one of them was cut
 * off and does not know it yet. Safe is only what the fence of versions makes safe.
 */
import { Context, type Effect } from "effect"

export class Ownership extends Context.Service<
  Ownership,
  {
    /**
     * Runs `work` whenever and for as long as we own what has this name, and interrupts it when we do not any more. Whoever
     * lets go has finished `work`, its finalizers too, before another one is told that it owns.
     */
    readonly hold: <E, R>(name: string, work: Effect.Effect<never, E, R>) => Effect.Effect<never, E, R>
  }
>()("@znatoki/ports/Ownership") {}
