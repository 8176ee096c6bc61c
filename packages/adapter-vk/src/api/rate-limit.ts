/** When the next call may go: at once, unless the last second is full. A lone message never waits for its turn. */
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect, Semaphore } from "effect"

/** What VK allows a community's token in a second. */
const CALLS_MAX = 20
/** Longer than a second: calls that left in time may arrive closer together. */
const WINDOW_MS = 1_050

export interface RateLimit {
  /** Waits for its turn; first come, first served. */
  readonly turn: Effect.Effect<void>
  /** Whether one who need not ask may: nobody waits, and half of what VK allows is free. */
  readonly isSpare: Effect.Effect<boolean>
  /** Nobody's turn comes for so long. */
  readonly pause: (ms: number) => Effect.Effect<void>
}

export const makeRateLimit = (): RateLimit => {
  const door = Semaphore.makeUnsafe(1)
  /** When the last calls left, oldest first; as many as fit into a window. */
  const left: Array<number> = []
  let pausedUntil = -Infinity
  let waiting = 0

  const passed = Effect.gen(function* () {
    // Asked again after each sleep: a pause may have come meanwhile.
    for (;;) {
      const now = yield* steadyMs
      const oldest = left.length < CALLS_MAX ? undefined : left[0]
      const nextAt = Math.max(pausedUntil, oldest === undefined ? -Infinity : oldest + WINDOW_MS)
      if (now >= nextAt) {
        if (oldest !== undefined) left.shift()
        left.push(now)
        return
      }
      yield* Effect.sleep(nextAt - now)
    }
  })

  return {
    turn: Effect.suspend(() => {
      waiting++
      return Effect.ensuring(
        door.withPermit(passed),
        Effect.sync(() => void waiting--)
      )
    }),
    isSpare: Effect.map(steadyMs, (now) => {
      const inWindow = left.filter((atMs) => atMs > now - WINDOW_MS).length
      return waiting === 0 && now >= pausedUntil && inWindow <= CALLS_MAX / 2
    }),
    pause: (ms) =>
      Effect.map(steadyMs, (now) => {
        pausedUntil = Math.max(pausedUntil, now + ms)
      })
  }
}
