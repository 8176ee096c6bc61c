/** A clock that somebody turns: what it shows jumps, the time that passes does not. */
import { Clock, Effect } from "effect"

export interface TurnedClock {
  readonly clock: Clock.Clock
  /** From now on it shows so much more, or less. */
  readonly turn: (byMs: number) => void
}

export const turnedClock = (under: Clock.Clock): TurnedClock => {
  let ahead = 0
  const millis = (): number => under.currentTimeMillisUnsafe() + ahead
  const nanos = (): bigint => BigInt(Math.floor(millis())) * 1_000_000n
  return {
    clock: {
      // A test's clock can do more, and still can.
      ...under,
      currentTimeMillisUnsafe: millis,
      currentTimeMillis: Effect.sync(millis),
      currentTimeNanosUnsafe: nanos,
      currentTimeNanos: Effect.sync(nanos),
      monotonicTimeNanosUnsafe: () => under.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: under.monotonicTimeNanos,
      sleep: (duration) => under.sleep(duration)
    },
    turn: (byMs) => {
      ahead += byMs
    }
  }
}

/** Runs with a clock that can be turned, over whatever clock there is. */
export const withTurnedClock = <A, E, R>(run: (turn: TurnedClock["turn"]) => Effect.Effect<A, E, R>) =>
  Clock.clockWith((under) => {
    const { clock, turn } = turnedClock(under)
    return Effect.provideService(run(turn), Clock.Clock, clock)
  })
