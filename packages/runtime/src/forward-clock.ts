/**
 * A clock of moments that never goes back. Games are stored with the moments they wait for: were the clock set back by an
 * hour, each would wait an hour longer, and nobody would know why. Set forward it follows, and what is skipped is an outage.
 */
import { Clock, Effect, Layer } from "effect"
import { steadyMsOf } from "./steady-ms.ts"

const NANOS_IN_MS = 1_000_000n

export const forwardClock = (under: Clock.Clock): Clock.Clock => {
  let aheadMs = -Infinity
  const millis = (): number => {
    const passedMs = steadyMsOf(under)
    aheadMs = Math.max(aheadMs, under.currentTimeMillisUnsafe() - passedMs)
    return Math.floor(passedMs + aheadMs)
  }
  const nanos = (): bigint => BigInt(millis()) * NANOS_IN_MS
  return {
    currentTimeMillisUnsafe: millis,
    currentTimeMillis: Effect.sync(millis),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: () => under.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: under.monotonicTimeNanos,
    sleep: (duration) => under.sleep(duration)
  }
}

/** For everything that is built with it: over whatever clock there is. */
export const layer: Layer.Layer<never> = Layer.effect(Clock.Clock, Effect.map(Clock.Clock, forwardClock))
