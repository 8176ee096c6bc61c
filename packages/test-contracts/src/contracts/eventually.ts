/** What comes over a wire comes at some time: asked for again and again, for seconds at most. */
import { Effect, Schedule } from "effect"

export const eventually = (holds: () => boolean, nudge: Effect.Effect<void> = Effect.void): Effect.Effect<void> =>
  Effect.suspend(() => (holds() ? Effect.void : Effect.andThen(nudge, Effect.fail("not yet")))).pipe(
    Effect.retry(Schedule.spaced("10 millis")),
    Effect.timeout("10 seconds"),
    Effect.orDie
  )
