/** How to wait for a store that cannot be reached: again and again, ever more slowly. Anything else is not healed by waiting. */
import { Cause, Effect, Option, Schedule } from "effect"
import type { StoreError } from "@znatoki/ports/store-error"
import { StoreTrouble } from "@znatoki/ports/store-trouble"

const everMoreSlowly = Schedule.min([Schedule.exponential("50 millis"), Schedule.spaced("2 seconds")]).pipe(
  Schedule.jittered,
  Schedule.setInputType<StoreError>(),
  Schedule.while(({ input }) => input._tag === "StoreUnavailable")
)

export const untilReachable = <A, E extends StoreError, R>(
  asking: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R | StoreTrouble> =>
  // Nobody waits who is answered at once.
  asking.pipe(
    Effect.catch((error) => (error._tag === "StoreUnavailable" ? askAgain(asking, error) : Effect.fail(error)))
  )

const askAgain = <A, E extends StoreError, R>(asking: Effect.Effect<A, E, R>, first: E) =>
  Effect.flatMap(StoreTrouble, (trouble) => {
    const who = {}
    let next: Effect.Effect<A, E, R> = Effect.fail(first)
    const asked = Effect.suspend(() => {
      const now = next
      next = asking
      return now
    })
    return trouble
      .watch(who)(asked)
      .pipe(Effect.retry(everMoreSlowly), Effect.ensuring(Effect.sync(() => trouble.leave(who))))
  })

export const isUnavailable = (cause: Cause.Cause<StoreError>): boolean =>
  Option.exists(Cause.findErrorOption(cause), ({ _tag }) => _tag === "StoreUnavailable")
