/**
 * Ownership for as long as the broker can be reached: who hears nothing can do nothing with what it owns, and somebody else may
 * hear. Wherever it cannot be reached by anybody nobody plays anyway.
 */
import { Ownership } from "@znatoki/ports/ownership"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect, Layer } from "effect"
import { Broker } from "./broker.ts"

/** A connection that was cut is there again by then. */
const awayMaxMs = 1_000
const lookEvery = "100 millis"

export const ownWhileThere = Layer.effect(
  Ownership,
  Effect.gen(function* () {
    const broker = yield* Broker
    const ownership = yield* Ownership
    /** One that takes nothing hands nothing on either. */
    const isAway = Effect.map(steadyMs, (nowMs) => {
      const sinceMs = broker.awaySinceMs() ?? broker.blockedSinceMs() ?? Infinity
      return nowMs - sinceMs > awayMaxMs
    })
    const until = (wanted: boolean): Effect.Effect<void> =>
      Effect.flatMap(isAway, (now) => (now === wanted ? Effect.void : Effect.delay(until(wanted), lookEvery)))
    return {
      hold: (name, work) =>
        Effect.andThen(until(false), Effect.raceFirst(ownership.hold(name, work), until(true))).pipe(Effect.forever)
    }
  })
)
