/** One bot from start to stop: what begins before what, and what is finished before the process may end. */
import { Effect } from "effect"
import { Deliverer } from "../deliver/deliver.ts"
import { Worker } from "../play/worker.ts"
import { connect } from "./connect.ts"
import { own, type OwnOptions } from "./own.ts"
import { bucketRoles } from "./bucket-roles.ts"

/** Runs until interrupted, or until the inbox is refused for good. */
export const runBot = Effect.fn("runBot")(function* (options: Omit<OwnOptions, "before">) {
  const deliverer = yield* Deliverer
  const worker = yield* Worker
  // After nothing is taken any more: finish what is taken, say what is decided. Whatever is left then comes again.
  yield* Effect.addFinalizer(() =>
    Effect.andThen(worker.idle, deliverer.drained).pipe(Effect.timeoutOption("3 seconds"))
  )
  yield* own({ ...options, before: { whole: bucketRoles(options.role), parts: [] } })
  return yield* connect({ sweepEvery: "30 seconds" })
}, Effect.scoped)
