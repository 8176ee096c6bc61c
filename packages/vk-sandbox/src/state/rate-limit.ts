/** How many calls a token may make: so many in any second that has just passed. */
import type { Clock } from "./world.ts"

export const callsPerSecond = 20

/** Whether it was so short a time ago. What a clock that was set back shows as yet to come is over: nobody may be held up for it. */
export const isWithin = (at: number, ms: number, now: number): boolean => at <= now && now - at < ms

export interface RateLimit {
  readonly allow: (limit: number | false) => boolean
}

export const makeRateLimit = (clock: Clock): RateLimit => {
  let recent: Array<number> = []
  return {
    allow: (limit) => {
      if (limit === false) return true
      const now = clock.now()
      recent = recent.filter((at) => isWithin(at, 1000, now))
      if (recent.length >= limit) return false
      recent.push(now)
      return true
    }
  }
}
