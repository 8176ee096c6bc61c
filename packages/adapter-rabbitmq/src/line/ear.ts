/**
 * What the owners of a process hear of whether people are heard. Whoever begins to own has heard nothing yet, and asks until it
 * has; where whoever hears is not there any more, or cannot be reached, nobody is heard.
 */
import type { Owner } from "@znatoki/ports/event-line"
import type { Hearing } from "@znatoki/ports/inbox"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Clock, Effect, Queue, Schedule } from "effect"
import { Broker } from "../broker.ts"
import { declareHeard, type Names, type Place } from "../names.ts"
import { readHeard } from "../wire.ts"

export interface EarOptions {
  readonly ask: Effect.Effect<void>
  readonly tellsHearing: boolean
}

/** It says every second that it is there. */
const silenceMaxMs = 3_000
const lookEvery = "1 second"

export const makeEar = Effect.fnUntraced(function* (
  { community }: Place,
  names: Names,
  { ask, tellsHearing }: EarOptions
) {
  const broker = yield* Broker
  const owners = new Set<Owner>()
  /** Those that were told nothing but that nothing is heard. */
  const unheard = new Set<Owner>()
  const arrived = yield* Queue.unbounded<string>()
  let thereMs: number | null = null

  const spread = (hearing: Hearing): void => {
    for (const owner of owners) {
      owner.hear(hearing)
      if (hearing._tag === "Deaf") unheard.add(owner)
      else unheard.delete(owner)
    }
  }
  const hearOne = Effect.gen(function* () {
    const heard = readHeard(yield* Queue.take(arrived))
    thereMs = yield* steadyMs
    if (heard === null) return yield* Effect.logError("what another version heard cannot be read")
    if (heard._tag !== "Here") spread(heard)
  })
  const look = Effect.gen(function* () {
    if (!tellsHearing) return
    const nowMs = yield* steadyMs
    if (thereMs !== null && nowMs - thereMs > silenceMaxMs) {
      spread({ _tag: "Deaf", sinceMs: (yield* Clock.currentTimeMillis) - Math.round(nowMs - thereMs) })
      thereMs = null
    }
    if (unheard.size > 0) yield* ask
  })

  yield* broker.keep(async (channel) => {
    const queue = await declareHeard(names, community)(channel)
    await channel.basicConsume({ queue, noAck: true }, ({ body }) => Queue.offerUnsafe(arrived, String(body)))
  })
  yield* Effect.forkScoped(Effect.forever(hearOne))
  yield* look.pipe(Effect.repeat(Schedule.spaced(lookEvery)), Effect.forkScoped)

  const enter = Effect.fnUntraced(function* (owner: Owner) {
    owners.add(owner)
    if (!tellsHearing) return
    unheard.add(owner)
    owner.hear({ _tag: "Deaf", sinceMs: yield* Clock.currentTimeMillis })
    yield* ask
  })
  return {
    /** While the scope is open it is told. */
    join: (owner: Owner) =>
      Effect.acquireRelease(enter(owner), () =>
        Effect.sync(() => {
          owners.delete(owner)
          unheard.delete(owner)
        })
      )
  }
})
