/** Carries decided messages to the messenger: in order inside a conversation, conversations side by side. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { Clock, Context, Effect, Fiber, Layer } from "effect"
import { meetResults } from "./meet-results.ts"
import { nextDeliveries } from "./next-deliveries.ts"
import { BellHearer } from "./hear-bell.ts"
import { type News, Reach } from "./reach.ts"
import { runClocks } from "./run-clocks.ts"
import { sweep } from "./read-outbox.ts"
import { SendQueue } from "./send-queue.ts"
import { Settler } from "./settler.ts"
import { goOn } from "../outage/go-on.ts"
import { type Delivery, type DeliveryResult, Messenger } from "@znatoki/ports/messenger"
import { Doorbell } from "@znatoki/ports/doorbell"
import type { Outbox } from "@znatoki/ports/outbox"
import type { Slice } from "@znatoki/ports/slice"
import type { StoreError } from "@znatoki/ports/store-error"
import { steadyMs, steadyMsOf } from "@znatoki/ports/steady-ms"
import type { StoreTrouble } from "@znatoki/ports/store-trouble"

export interface DeliverOptions {
  readonly slice: Slice
  /** How many messages may wait in memory before the worker is held up. */
  readonly pendingMax: number
  /** How many calls to the messenger may be under way at once; calls that hang and conversations that did are not counted. */
  readonly concurrency: number
}

export class Deliverer extends Context.Service<
  Deliverer,
  {
    /**
     * Finds what a crash, a commit whose answer was lost or a doorbell that was not heard left in the outbox. Ends when all of
     * it is in line, which it is not while too many messages wait.
     */
    readonly sweep: Effect.Effect<void, StoreError>
    /** An event was taken in by this process; what follows from it is measured from now. */
    readonly took: (event: SourceId) => void
    /** Waits for news of whether anything can be said in a conversation, where that changed or may have. */
    readonly presence: Effect.Effect<News>
    /** What waits now. */
    readonly waiting: Effect.Effect<Waiting>
    /** Waits until everything that is known of is settled. */
    readonly drained: Effect.Effect<void>
  }
>()("@znatoki/kernel/Deliverer") {}

export interface Waiting {
  /** When the oldest message that can be said and is not was decided on; null: there is none. */
  readonly oldestMs: EpochMs | null
  /** When the messenger last took or refused something, or this began. */
  readonly lastAnswerMs: EpochMs
}

const sweepPage = 1_000
/** One of them takes as much of the messenger as a whole batch, so they may not take all of it. */
const aloneMax = 10
/** Longer no call keeps its slot: those who began to hang just now would have all of them. */
const slotMs = 1_000

export const layer = ({ concurrency, pendingMax, slice }: DeliverOptions) =>
  Layer.effect(
    Deliverer,
    Effect.gen(function* () {
      const bell = yield* Doorbell
      const { hear, looked } = yield* BellHearer
      const { batchSize } = yield* Messenger
      const queue = yield* SendQueue
      const reach = yield* Reach
      const clock = yield* Clock.Clock
      const context = yield* Effect.context<SendQueue | Outbox | StoreTrouble>()
      const slots = [
        ...Array.from({ length: concurrency }, () => queue.some(batchSize)),
        ...Array.from({ length: aloneMax }, () => queue.one)
      ]
      for (const next of slots) yield* Effect.forkScoped(keepDelivering(next))
      yield* Effect.forkScoped(runClocks)
      const drained = Effect.andThen(looked, queue.drained)
      yield* bell.serve({ hear, room: queue.room, drained })
      return {
        sweep: Effect.provide(sweep(slice, Math.min(sweepPage, pendingMax)), context),
        took: (event) => queue.saidLately.took(event, steadyMsOf(clock)),
        presence: reach.news,
        waiting: Effect.sync(() => ({ oldestMs: queue.oldestQueuedAtMs(), lastAnswerMs: reach.lastAnswerMs })),
        drained
      }
    })
  ).pipe(
    Layer.provide([Settler.layer, BellHearer.layer]),
    Layer.provide(SendQueue.layerOf(pendingMax)),
    Layer.provide(Reach.layer)
  )

const goOnDelivering = goOn("delivery")

/** One slot. A call that hangs goes on without it. */
const keepDelivering = (next: Effect.Effect<ReadonlyArray<ConversationId>>) =>
  Effect.gen(function* () {
    const conversations = yield* next
    const call = yield* deliverTo(conversations).pipe(Effect.catchCause(goOnDelivering), Effect.forkScoped)
    yield* Effect.race(Fiber.await(call), Effect.sleep(`${slotMs} millis`))
  }).pipe(Effect.forever)

const deliverTo = Effect.fnUntraced(function* (conversations: ReadonlyArray<ConversationId>) {
  const asked = yield* nextDeliveries(conversations)
  if (asked.length === 0) return
  const askedAtMs = yield* steadyMs
  const results = yield* ask(asked.map(({ delivery }) => delivery))
  yield* meetResults(asked, results, askedAtMs)
})

/** A messenger never fails. Should its code throw all the same, the culprit is found by asking one by one. */
const ask = (
  batch: ReadonlyArray<Delivery>
): Effect.Effect<ReadonlyArray<DeliveryResult | undefined>, never, Messenger> =>
  Effect.flatMap(Messenger, (messenger) => messenger.deliver(batch)).pipe(
    Effect.catchCause((cause) =>
      batch.length > 1
        ? Effect.forEach(batch, (each) => Effect.map(ask([each]), ([result]) => result))
        : Effect.as(Effect.logError("the messenger's code threw", cause), [brokenCode])
    )
  )

const brokenCode: DeliveryResult = { _tag: "Refused", reason: "the messenger's code threw" }
