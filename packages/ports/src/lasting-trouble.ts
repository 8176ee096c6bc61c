/**
 * A failure that repeats itself, as the log tells it: one line when the first begins to wait, and one when the last waits no
 * more; however many wait, and however often each of them tries. What lies between is told to those who want every detail.
 */
import type { EpochMs } from "@znatoki/engine"
import { Clock, Effect } from "effect"
import { steadyMsOf } from "./steady-ms.ts"

export interface Lasting {
  readonly sinceMs: EpochMs
  readonly forMs: number
}

export interface Sentences {
  readonly begins: string
  readonly ends: string
}

type Details = Readonly<Record<string, unknown>>

export class LastingTrouble {
  readonly #say: Sentences
  readonly #waiting = new Set<unknown>()
  #begun: { readonly atMs: EpochMs; readonly steadyMs: number } | null = null

  constructor(say: Sentences) {
    this.#say = say
  }

  /** Null: nobody waits. */
  readonly lasting: Effect.Effect<Lasting | null> = Clock.clockWith((clock) =>
    Effect.sync(() => this.#lastingAt(clock))
  )

  isWaiting(who: unknown): boolean {
    return this.#waiting.has(who)
  }

  /** `who` waits from now on. */
  failed(who: unknown, details: Details): Effect.Effect<void> {
    return Clock.clockWith((clock) => {
      this.#waiting.add(who)
      if (this.#begun !== null) return Effect.logDebug(this.#say.begins, details)
      this.#begun = { atMs: clock.currentTimeMillisUnsafe(), steadyMs: steadyMsOf(clock) }
      return Effect.logWarning(this.#say.begins, details)
    })
  }

  /** `who` has what it waited for. */
  over(who: unknown): Effect.Effect<void> {
    if (!this.#waiting.has(who)) return Effect.void
    return Clock.clockWith((clock) => {
      const lasting = this.#lastingAt(clock)
      this.leave(who)
      // As loud as the beginning, so that whoever was told of that is told of the end.
      return this.#begun === null ? Effect.logWarning(this.#say.ends, lasting) : Effect.void
    })
  }

  /** Does not wait any more, whatever came of it. */
  leave(who: unknown): void {
    this.#waiting.delete(who)
    if (this.#waiting.size === 0) this.#begun = null
  }

  #lastingAt(clock: Clock.Clock): Lasting | null {
    if (this.#begun === null) return null
    return { sinceMs: this.#begun.atMs, forMs: Math.round(steadyMsOf(clock) - this.#begun.steadyMs) }
  }
}
