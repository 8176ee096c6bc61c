/** How often somebody may do something: evenly, with a few at once on top. Pure. */

export interface Limit {
  /** One in so long. */
  readonly everyMs: number
  /** That many at once, after a rest. */
  readonly burst: number
}

export interface Taken {
  /** Null: now. */
  readonly waitMs: number | null
  /** When all that was taken is worked off; what has to be remembered. */
  readonly dueMs: number
}

/** `dueMs`: what was remembered; null: nothing. */
export const take = ({ burst, everyMs }: Limit, dueMs: number | null, nowMs: number): Taken => {
  const from = Math.max(dueMs ?? nowMs, nowMs)
  const waitMs = from + everyMs - burst * everyMs - nowMs
  return waitMs > 0 ? { waitMs, dueMs: from } : { waitMs: null, dueMs: from + everyMs }
}
