/**
 * A clock of moments that never goes back, not from one process to the next either. Games are stored with the moments they
 * wait for: were the clock set back by an hour, each would wait an hour longer, and nobody would know why. Set forward it
 * follows, and what is skipped is an outage.
 */
import type { EpochMs } from "@znatoki/engine"
import { Clock, Effect, Layer } from "effect"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { steadyMsOf } from "@znatoki/ports/steady-ms"
import { bucketRoles } from "../roles/bucket-roles.ts"
import { untilReachable } from "./until-reachable.ts"

const nanosInMs = 1_000_000n

/** `lastMs`: what the clock before this one showed; null: there was none. */
export const forwardClock = (under: Clock.Clock, lastMs: EpochMs | null = null): Clock.Clock => {
  let aheadMs = lastMs === null ? -Infinity : lastMs - steadyMsOf(under)
  const millis = (): number => {
    const passedMs = steadyMsOf(under)
    aheadMs = Math.max(aheadMs, under.currentTimeMillisUnsafe() - passedMs)
    return Math.floor(passedMs + aheadMs)
  }
  const nanos = (): bigint => BigInt(millis()) * nanosInMs
  return {
    currentTimeMillisUnsafe: millis,
    currentTimeMillis: Effect.sync(millis),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: under.monotonicTimeNanosUnsafe.bind(under),
    monotonicTimeNanos: under.monotonicTimeNanos,
    sleep: under.sleep.bind(under)
  }
}

/** For everything that is built with it: over whatever clock there is, from the last heartbeat of the role or of any of its buckets. */
export const layer = (role: string) =>
  Layer.effect(
    Clock.Clock,
    Effect.gen(function* () {
      const heartbeat = yield* Heartbeat
      const lastMs = yield* heartbeat.last(role, { whole: bucketRoles(role), parts: [] }).pipe(untilReachable)
      return forwardClock(yield* Clock.Clock, lastMs)
    })
  )
