/** How much time has passed: for waiting, limits and ages in memory. What people or a store see is `currentTimeMillis`. */
import { Clock, Effect } from "effect"

const nanosInMs = 1_000_000

/** Milliseconds from no moment in particular: only the difference of two says something. Nobody can set it. */
export const steadyMsOf = (clock: Clock.Clock): number => Number(clock.monotonicTimeNanosUnsafe()) / nanosInMs

export const steadyMs: Effect.Effect<number> = Clock.clockWith((clock) => Effect.succeed(steadyMsOf(clock)))
