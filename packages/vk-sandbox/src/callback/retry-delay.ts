/** How long VK waits before it tells a Callback server again. */

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const delays: ReadonlyArray<number> = [10 * second, 3 * minute, 10 * minute, 30 * minute, hour]
const longestAsked = 3 * hour
const mayAsk = new Set([410, 429, 503])

export interface FailedDelivery {
  /** Attempts made so far. */
  readonly attempts: number
  /** 0 when there was no answer at all. */
  readonly status: number
  readonly retryAfter: string | null
  readonly now: number
}

const asked = ({ now, retryAfter, status }: FailedDelivery): number | undefined => {
  if (retryAfter === null || !mayAsk.has(status)) return undefined
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * second : Date.parse(retryAfter) - now
  return ms >= 0 && ms < longestAsked ? ms : undefined
}

/** The delay in milliseconds, or nothing when VK gives up. */
export const retryDelay = (failed: FailedDelivery): number | undefined => {
  const planned = delays[failed.attempts - 1]
  return planned === undefined ? undefined : (asked(failed) ?? planned)
}
