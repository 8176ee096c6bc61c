/** Looks every second whether an admin released a parked conversation. */
import { Effect, Schedule } from "effect"
import { goOn } from "../outage/go-on.ts"
import { Worker } from "../play/worker.ts"

/** Runs until interrupted. While nothing is parked the store is asked twice a minute. */
export const watchReleases = Effect.gen(function* () {
  const worker = yield* Worker
  return yield* worker.releaseParked.pipe(
    Effect.catchCause(goOn("releasing parked conversations")),
    Effect.repeat(Schedule.spaced("1 second"))
  )
})
