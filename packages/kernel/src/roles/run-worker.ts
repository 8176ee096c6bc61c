/**
 * The role of one who decides: works on the buckets it owns, each from the ground up when it comes into its hands, for memory
 * of what somebody else had meanwhile would be wrong.
 */
import { Ownership } from "@znatoki/ports/ownership"
import { bucketsOf, type Slice } from "@znatoki/ports/slice"
import { Effect, Layer } from "effect"
import { Worker, type WorkerOptions } from "../play/worker.ts"
import { owner } from "./kernel.ts"
import { silenceMaxMs } from "../outage/pulse.ts"
import { own } from "./own.ts"

export interface WorkerRoleOptions extends Omit<WorkerOptions, "slice"> {
  /** Names the heartbeats, and what is owned: the same for all who share the work. */
  readonly role: string
  /** Into how many buckets the work is divided: the same for all who share it. */
  readonly buckets: number
}

/** Runs until interrupted. */
export const runWorker = Effect.fn("runWorker")(function* ({ buckets, role, ...options }: WorkerRoleOptions) {
  const ownership = yield* Ownership
  const held = bucketsOf(buckets).map((slice, bucket) => {
    const name = `${role}/${bucket}`
    const work = Effect.provide(ownBucket(name, slice), Layer.fresh(owner({ ...options, slice })))
    // against: owner goes on
    return ownership.hold(name, work)
  })
  return yield* Effect.all(held, { concurrency: "unbounded", discard: true })
})

/** What is under way when it ends is finished; what waits is left to the next owner. */
const ownBucket = Effect.fnUntraced(function* (role: string, slice: Slice) {
  const worker = yield* Worker
  yield* Effect.addFinalizer(() => Effect.timeoutOption(worker.close, "3 seconds"))
  yield* own({ role, slice, handOverMs: silenceMaxMs })
  return yield* Effect.never
}, Effect.scoped)
