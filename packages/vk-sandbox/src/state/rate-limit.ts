/** How many calls a token may make: so many in any second that has just passed. */
import type { Clock } from "./world.ts"

export const CALLS_PER_SECOND = 20

export interface RateLimit {
  readonly allow: (limit: number | false) => boolean
}

export const makeRateLimit = (clock: Clock): RateLimit => {
  let recent: Array<number> = []
  return {
    allow: (limit) => {
      if (limit === false) return true
      const now = clock.now()
      recent = recent.filter((at) => now - at < 1000)
      if (recent.length >= limit) return false
      recent.push(now)
      return true
    }
  }
}
