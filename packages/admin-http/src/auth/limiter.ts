/** Who has to wait before they may go on, by whatever they are known by; in this process. */
import { RecentMap } from "@znatoki/ports/recent-map"
import { type Limit, take } from "./gcra.ts"

/** Of that many the dues are remembered; whoever is forgotten had rested for longest. */
const knownMax = 10_000

export class Limiter {
  readonly #dues = new RecentMap<string, number>(knownMax)
  readonly #limit: Limit

  constructor(limit: Limit) {
    this.#limit = limit
  }

  /** Null: go on; else the seconds to wait. */
  secondsToWait(who: string, nowMs: number): number | null {
    const { dueMs, waitMs } = take(this.#limit, this.#dues.get(who) ?? null, nowMs)
    this.#dues.set(who, dueMs)
    return waitMs === null ? null : Math.ceil(waitMs / 1_000)
  }
}

export interface Limits {
  /** Requests of one address. */
  readonly address: Limit
  /** Requests of one admin or token. */
  readonly who: Limit
  /** Tries to sign in, of one address. */
  readonly signInAddress: Limit
  /** Tries to sign in, by one name. */
  readonly signInName: Limit
}

export const limits: Limits = {
  address: { everyMs: 10, burst: 400 },
  who: { everyMs: 10, burst: 400 },
  signInAddress: { everyMs: 6_000, burst: 10 },
  signInName: { everyMs: 12_000, burst: 10 }
}
