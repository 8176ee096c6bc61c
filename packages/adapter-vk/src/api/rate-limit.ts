/** When the next call may go: at once, unless the last second is full. A lone message never waits for its turn. */
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect, Semaphore } from "effect"

/** What VK allows a community's token in a second. */
const callsMax = 20
const secondMs = 1_000
/** Longer than a second: calls that left in time may arrive closer together. */
const windowMs = secondMs + 50
/** How often to look whether an answer has come meanwhile. */
const lookMs = 5

interface Call {
  readonly leftAt: number
  /** When another may take its place. */
  freeAt: number
}

export interface RateLimit {
  /**
   * Waits for its turn; first come, first served. What it gives is to be run when VK has answered: the call had arrived by
   * then, so that its second is known to be over a second later.
   */
  readonly turn: Effect.Effect<Effect.Effect<void>>
  /** Whether one who need not ask may: nobody waits, and half of what VK allows is free. */
  readonly isSpare: Effect.Effect<boolean>
  /** Nobody's turn comes for so long. */
  readonly pause: (ms: number) => Effect.Effect<void>
}

export const makeRateLimit = (): RateLimit => {
  const door = Semaphore.makeUnsafe(1)
  /** The last calls, oldest first; as many as fit into a window. */
  const last: Array<Call> = []
  let pausedUntil = -Infinity
  let waiting = 0

  const passed = Effect.gen(function* () {
    // Asked again after each sleep: a pause may have come meanwhile.
    for (;;) {
      const now = yield* steadyMs
      const oldest = last.length < callsMax ? undefined : last[0]
      const nextAt = Math.max(pausedUntil, oldest?.freeAt ?? -Infinity)
      if (now >= nextAt) {
        const call: Call = { leftAt: now, freeAt: now + windowMs }
        if (oldest !== undefined) last.shift()
        last.push(call)
        return Effect.map(steadyMs, (answeredAt) => {
          call.freeAt = Math.min(call.freeAt, answeredAt + secondMs)
        })
      }
      // Sooner than its turn is known to come, for an answer may come meanwhile.
      const lookAt = Math.max(pausedUntil, now + lookMs, (oldest?.leftAt ?? now) + secondMs)
      yield* Effect.sleep(Math.min(nextAt, lookAt) - now)
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
      const inWindow = last.filter(({ leftAt }) => leftAt > now - windowMs).length
      return waiting === 0 && now >= pausedUntil && inWindow <= callsMax / 2
    }),
    pause: (ms) =>
      Effect.map(steadyMs, (now) => {
        pausedUntil = Math.max(pausedUntil, now + ms)
      })
  }
}
