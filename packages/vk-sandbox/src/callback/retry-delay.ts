/** How long VK waits before it tells a Callback server again. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DELAYS: ReadonlyArray<number> = [10 * SECOND, 3 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR]
const LONGEST_ASKED = 3 * HOUR
const MAY_ASK = new Set([410, 429, 503])

export interface FailedDelivery {
  /** Attempts made so far. */
  readonly attempts: number
  /** 0 when there was no answer at all. */
  readonly status: number
  readonly retryAfter: string | null
  readonly now: number
}

const asked = ({ now, retryAfter, status }: FailedDelivery): number | undefined => {
  if (retryAfter === null || !MAY_ASK.has(status)) return undefined
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * SECOND : Date.parse(retryAfter) - now
  return ms >= 0 && ms < LONGEST_ASKED ? ms : undefined
}

/** The delay in milliseconds, or nothing when VK gives up. */
export const retryDelay = (failed: FailedDelivery): number | undefined => {
  const planned = DELAYS[failed.attempts - 1]
  return planned === undefined ? undefined : (asked(failed) ?? planned)
}
