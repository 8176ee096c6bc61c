/** Changes the clocks that people see, while the messenger has nothing better to do. */
import { type Delivery, type DeliveryResult, Messenger } from "@znatoki/ports/messenger"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Clock, Effect } from "effect"
import { goOn } from "../outage/go-on.ts"
import { SendQueue } from "./send-queue.ts"

const lookEvery = "1 second"
/** In one look, however many are due: the others are later then. */
const callsMax = 4
/** Where nothing at all could be changed, nobody's is for so long. */
const restMs = 60_000

export const runClocks = Effect.gen(function* () {
  const queue = yield* SendQueue
  let restsUntilMs = -Infinity
  const look = Effect.gen(function* () {
    yield* queue.someClocks
    yield* Effect.sleep(lookEvery)
    if ((yield* steadyMs) < restsUntilMs) return
    if (yield* changeSome) restsUntilMs = (yield* steadyMs) + restMs
  })
  return yield* look.pipe(Effect.catchCause(goOn("showing clocks")), Effect.forever)
})

/** Whether the messenger is slow. */
const changeSome = Effect.gen(function* () {
  const { batchSize, decorate } = yield* Messenger
  const queue = yield* SendQueue
  const due = queue.dueClocks(yield* Clock.currentTimeMillis, callsMax * batchSize)
  for (let from = 0; from < due.length; from += batchSize) {
    const batch = due.slice(from, from + batchSize)
    const results = yield* decorate(batch)
    yield* note(batch, results)
    if (results.every((result) => result === null)) return false
    if (results.every((result) => result?._tag === "Later")) return true
  }
  return false
})

const note = Effect.fnUntraced(function* (
  batch: ReadonlyArray<Delivery>,
  results: ReadonlyArray<DeliveryResult | null>
) {
  const { clocks } = yield* SendQueue
  const nowMs = yield* Clock.currentTimeMillis
  const now = yield* steadyMs
  for (const [i, delivery] of batch.entries()) clocks.changed(delivery, results[i] ?? null, nowMs, now)
})
