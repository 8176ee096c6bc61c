/** What became of a message: remembered at once, stored with whatever else is to be stored, and the next one goes. */
import type { DeliveryResult } from "@znatoki/ports/messenger"
import { Outbox, type PendingMessage, type Settled } from "@znatoki/ports/outbox"
import type { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Clock, Context, Effect, Layer, Queue } from "effect"
import { MessageSlots } from "./message-slots.ts"
import { SendQueue } from "./send-queue.ts"
import { goOn } from "../outage/go-on.ts"
import { untilReachable } from "../outage/until-reachable.ts"

export type Outcome = Extract<DeliveryResult, { _tag: "Delivered" | "Refused" }>

export class Settler extends Context.Service<
  Settler,
  {
    /** What the messenger called the messages said under slots. */
    readonly slots: MessageSlots
    readonly settle: (message: PendingMessage, outcome: Outcome) => void
  }
>()("@znatoki/kernel/Settler") {
  static readonly layer = Layer.effect(
    Settler,
    Effect.gen(function* () {
      const clock = yield* Clock.Clock
      const queue = yield* SendQueue
      const settled = yield* Queue.unbounded<Settled>()
      const slots = new MessageSlots()
      yield* settleSome(settled).pipe(Effect.catchCause(goOn("settling")), Effect.forever, Effect.forkScoped)
      return {
        slots,
        settle: (pending, outcome) => {
          const { conversation, message, seq } = pending
          queue.arrived(pending, outcome._tag === "Delivered" ? outcome.externalId : null)
          if (outcome._tag === "Refused") {
            const { reason } = outcome
            // What was said under the slot before is not what is to be amended from now on.
            // against: amends what was before
            if (message._tag === "Say" && message.slot !== null) slots.remember(conversation, message.slot, null)
            const atMs = clock.currentTimeMillisUnsafe()
            Queue.offerUnsafe(settled, { _tag: "Dead", conversation, seq, reason, atMs })
          } else {
            const { externalId } = outcome
            if (message.slot !== null && externalId !== null) slots.remember(conversation, message.slot, externalId)
            Queue.offerUnsafe(settled, { _tag: "Sent", conversation, seq, externalId })
          }
          queue.advance(conversation)
        }
      }
    })
  )
}

/** Whatever kept a result from being stored may be put right by somebody. */
const againAfter = "1 minute"

const settleSome = Effect.fnUntraced(function* (settled: Queue.Queue<Settled>) {
  const queue = yield* SendQueue
  const results = yield* Queue.takeAll(settled)
  // against: delivery unrecorded
  const left = yield* record(results)
  queue.settled(results, left)
  if (left.length > 0) yield* Effect.forkScoped(Effect.delay(Queue.offerAll(settled, left), againAfter))
})

/**
 * Answers with those that cannot be stored: they must not take the others with them. The outbox goes on showing their messages, which are
 * sent once more after a restart, and not before.
 */
const record = (results: ReadonlyArray<Settled>): Effect.Effect<ReadonlyArray<Settled>, never, Outbox | StoreTrouble> =>
  Effect.flatMap(Outbox, (outbox) => outbox.settle(results)).pipe(
    untilReachable,
    Effect.as([]),
    Effect.catchCause((cause) =>
      results.length > 1
        ? Effect.map(
            Effect.forEach(results, (each) => record([each])),
            (left) => left.flat()
          )
        : Effect.as(Effect.logError("what became of a message cannot be stored", cause), results)
    )
  )
