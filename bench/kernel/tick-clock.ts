/**
 * A clock that stands still until it is told to go on. Between two steps of a game as much time passes as the longest
 * wait takes, so that nobody waits for a minute of discussion; sleeping still takes the real time.
 */
import { type Clock, Effect } from "effect"

export class TickClock implements Clock.Clock {
  readonly #real: Clock.Clock
  #nowMs: number

  constructor(real: Clock.Clock, nowMs: number) {
    this.#real = real
    this.#nowMs = nowMs
  }

  get nowMs(): number {
    return this.#nowMs
  }

  go(ms: number): void {
    this.#nowMs += ms
  }

  currentTimeMillisUnsafe(): number {
    return this.#nowMs
  }

  readonly currentTimeMillis = Effect.sync(() => this.#nowMs)

  currentTimeNanosUnsafe(): bigint {
    return BigInt(this.#nowMs) * 1_000_000n
  }

  readonly currentTimeNanos = Effect.sync(() => this.currentTimeNanosUnsafe())

  monotonicTimeNanosUnsafe(): bigint {
    return this.#real.monotonicTimeNanosUnsafe()
  }

  readonly monotonicTimeNanos = Effect.sync(() => this.monotonicTimeNanosUnsafe())

  sleep(duration: Parameters<Clock.Clock["sleep"]>[0]): Effect.Effect<void> {
    return this.#real.sleep(duration)
  }
}
