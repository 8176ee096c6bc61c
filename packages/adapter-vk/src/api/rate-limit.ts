/** When the next call may go: at once, unless the last second is full. A lone message never waits for its turn. */
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect, Semaphore } from "effect"

/** What VK allows a community's token in a second. */
const callsMax = 20
/** A second of VK's clock, which may run a little slower than ours. */
const secondMs = 1_002
/** An answer that comes so much later than usual may be one to a call that was held up. */
const lateMs = 45
/** No call keeps its place for longer, answered or not. */
const placeMaxMs = 3_000
/** How much of the time to an answer a call may have taken to arrive: all of it, and less when VK has refused nothing for long. */
const shareAfter = (calmMs: number): number => Math.max(0.25, 0.7 ** Math.floor(calmMs / 60_000))
/** How often to look whether an answer has come meanwhile. */
const lookMs = 5
/** Of how many answers the usual time is made, about. */
const usualOf = 16

/**
 * A place among those of a second. VK counts a call when it arrives, which is known only to be between its leaving and its
 * answer: a call that was held up on the way, by a busy machine or network, may have arrived just before it.
 */
interface Call {
  readonly leftAt: number
  /** How long answers took before it left; null: none is known. */
  readonly usualMs: number | null
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
  /** VK has refused a call, for there were too many: nobody's turn comes for so long. */
  readonly pause: (ms: number) => Effect.Effect<void>
}

export const makeRateLimit = (): RateLimit => {
  const door = Semaphore.makeUnsafe(1)
  /** As many as fit into a second; each is replaced by one that leaves when it is free. */
  const places: Array<Call> = []
  let usualMs: number | null = null
  let calmSince: number | null = null
  let pausedUntil = -Infinity
  let waiting = 0

  const take = (now: number): Call => {
    const call = { leftAt: now, usualMs, freeAt: now + placeMaxMs }
    const free = places.findIndex(({ freeAt }) => freeAt <= now)
    if (free !== -1) places.splice(free, 1)
    places.push(call)
    return call
  }

  const answered = (call: Call, now: number): void => {
    const tookMs = now - call.leftAt
    const isUsual = call.usualMs !== null && tookMs <= call.usualMs + lateMs
    calmSince ??= now
    const share = isUsual ? shareAfter(now - calmSince) : 1
    call.freeAt = Math.min(call.freeAt, call.leftAt + tookMs * share + secondMs)
    usualMs = usualMs === null ? tookMs : usualMs + (tookMs - usualMs) / usualOf
  }

  const passed = Effect.gen(function* () {
    // Asked again after each sleep: a pause may have come meanwhile.
    for (;;) {
      const now = yield* steadyMs
      const isFull = places.length === callsMax
      const nextAt = Math.max(pausedUntil, isFull ? Math.min(...places.map(({ freeAt }) => freeAt)) : now)
      if (now >= nextAt) {
        const call = take(now)
        return Effect.map(steadyMs, (answeredAt) => answered(call, answeredAt))
      }
      // An answer may come meanwhile, and make room sooner than is known now.
      const soonestAt = isFull ? Math.min(...places.map(({ leftAt }) => leftAt + secondMs)) : now
      const lookAt = Math.max(pausedUntil, now + lookMs, soonestAt)
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
      const lately = places.filter(({ leftAt }) => leftAt > now - secondMs - lateMs).length
      return waiting === 0 && now >= pausedUntil && lately <= callsMax / 2
    }),
    pause: (ms) =>
      Effect.map(steadyMs, (now) => {
        pausedUntil = Math.max(pausedUntil, now + ms)
        calmSince = now
      })
  }
}
