/** How long a timer outside has to wait for a deadline. */
import type { DurationMs, EpochMs } from "./ids.ts"

/** What `setTimeout` takes at most, 24 days: a longer wait would be over at once. */
const longestTimeoutMs = 2 ** 31 - 1

/**
 * How many milliseconds to wait before looking again whether `deadline` has come; 0: it has, send `TimerFired`. `deadline`
 * is that of a state or a `TimerSet`, `nowMs` the same clock's time that goes into the event's `atMs`.
 *
 * A timer of the platform is only a reason to look: it may fire a moment early, waits 24 days at most, and does not hear
 * of a clock that was set. Look, wait so long, look again; the length fits `setTimeout`.
 */
export const dueIn = (deadline: { readonly atMs: EpochMs }, nowMs: EpochMs): DurationMs =>
  Math.min(Math.max(0, Math.ceil(deadline.atMs - nowMs)), longestTimeoutMs)
