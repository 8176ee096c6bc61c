/**
 * The role of one who decides: works on the buckets it owns, each from the ground up when it comes into its hands, for memory
 * of what somebody else had meanwhile would be wrong.
 */
import { Ownership } from "@znatoki/ports/ownership"
import { bucketsOf } from "@znatoki/ports/slice"
import { Effect, Layer, type Scope } from "effect"
import { Worker, type WorkerOptions } from "../play/worker.ts"
import { owner } from "./kernel.ts"
import { type Pulse, silenceMaxMs } from "../outage/pulse.ts"
import { addWorkerReadiness } from "./worker-readiness.ts"
import { sayUntilWhen } from "../outage/recover.ts"
import { bucketRole, bucketRoles } from "./bucket-roles.ts"
import { own, type OwnOptions } from "./own.ts"
import { shareStores } from "./share-stores.ts"

export interface WorkerRoleOptions extends Omit<WorkerOptions, "slice"> {
  /** Names the heartbeats, and what is owned: the same for all who share the work. */
  readonly role: string
  /** Into how many buckets the work is divided: the same for all who share it. */
  readonly buckets: number
  /** Goes on with the name of its readiness check, where there are several communities. */
  readonly of?: string
}

/** Runs until interrupted. */
export const runWorker = Effect.fn("runWorker")(function* ({ buckets, of, role, ...options }: WorkerRoleOptions) {
  const ownership = yield* Ownership
  const stores = yield* shareStores(options.batchMax)
  const readiness = yield* addWorkerReadiness(buckets, of)
  const held = bucketsOf(buckets).map((slice, bucket) => {
    const name = bucketRole(role, bucket)
    const owned = ownBucket(
      { role: name, slice, before: { whole: [role], parts: bucketRoles(role) } },
      readiness.owns(bucket)
    )
    const work = owned.pipe(Effect.provide(Layer.fresh(owner({ ...options, slice }))), Effect.provideContext(stores))
    // against: owner goes on
    return ownership.hold(name, work)
  })
  return yield* Effect.all(held, { concurrency: "unbounded", discard: true })
}, Effect.scoped)

/** What is under way when it ends is finished; what waits is left to the next owner. */
const ownBucket = Effect.fnUntraced(function* (
  options: OwnOptions,
  owns: Effect.Effect<void, never, Pulse | Scope.Scope>
) {
  const worker = yield* Worker
  yield* owns
  // Nobody waits for a store that is away: then nobody plays.
  const sayFarewell = Effect.ignore(Effect.timeoutOption(sayUntilWhen(options.role), "1 second"))
  yield* Effect.addFinalizer(() => Effect.andThen(Effect.timeoutOption(worker.close, "3 seconds"), sayFarewell))
  yield* own({ ...options, handOverMs: silenceMaxMs })
  return yield* Effect.never
}, Effect.scoped)
