/** What a discussion waits for next: a warning before its end, or the end. */
import type { Deadline } from "../game-state.ts"
import type { EpochMs } from "../ids.ts"
import type { Settings } from "../settings.ts"
import { type Spot, timerName } from "./deadline.ts"

interface Thinking {
  readonly spot: Spot
  readonly settings: Settings
  readonly endsAtMs: EpochMs
}

export const endOfDiscussion = ({ endsAtMs, spot }: Omit<Thinking, "settings">): Deadline => ({
  timer: timerName(spot, "discussion"),
  atMs: endsAtMs
})

/** A warning that would come at once, or before now, warns nobody. */
export const nextOfDiscussion = ({ endsAtMs, settings: { warningMs }, spot }: Thinking, atMs: EpochMs): Deadline => {
  const warningAtMs = endsAtMs - warningMs
  if (warningMs === 0 || warningAtMs <= atMs) return endOfDiscussion({ endsAtMs, spot })
  return { timer: timerName(spot, "warning"), atMs: warningAtMs }
}
