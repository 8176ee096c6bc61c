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
  /** Nobody's turn comes for so long. */
  readonly pause: (ms: number) => Effect.Effect<void>
}

export const makeRateLimit = (): RateLimit => {
  const door = Semaphore.makeUnsafe(1)
  /** When the last calls left, oldest first; as many as fit into a window. */
  const left: Array<number> = []
  let pausedUntil = -Infinity

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
    turn: door.withPermit(passed),
    pause: (ms) =>
      Effect.map(steadyMs, (now) => {
        pausedUntil = Math.max(pausedUntil, now + ms)
      })
  }
}
