/** What follows from the messenger's answers: done with, tried again later, or held back until the bot is let in again. */
import type { Asked as Call } from "@znatoki/ports/hung-conversations"
import type { Delivery, DeliveryResult } from "@znatoki/ports/messenger"
import type { PendingMessage } from "@znatoki/ports/outbox"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { tellsEveryStep } from "@znatoki/ports/telling"
import { Tracing } from "@znatoki/ports/tracing"
import { Clock, Effect, Metric } from "effect"
import { deliveries, untilSaid } from "../measured.ts"
import type { Asked } from "./next-deliveries.ts"
import { Reach } from "./reach.ts"
import { SendQueue } from "./send-queue.ts"
import { recordSaid } from "./record-said.ts"
import { Settler } from "./settler.ts"

/** What the messenger puts off for so long is of no use to anybody any more. */
const ageMaxMs = 24 * 3_600_000
/** Who comes back after so long does not ask what the bot had to say then. */
const goneAgeMaxMs = 3_600_000
/** Tried for so long at least, by this process: age alone may be that of an outage of ours. */
const triedMinMs = 10 * 60_000

export const meetResults = Effect.fnUntraced(function* (
  asked: ReadonlyArray<Asked>,
  results: ReadonlyArray<DeliveryResult | undefined>,
  askedAtMs: number
) {
  const call = { atMs: askedAtMs, together: asked.length > 1 }
  const tellsAll = yield* tellsEveryStep
  const recorder = yield* Tracing
  if (recorder !== null) recordSaid(recorder, asked, results, (yield* steadyMs) - askedAtMs)
  for (const [i, { delivery, head }] of asked.entries()) {
    const result = newName(delivery, results[i] ?? noResult)
    yield* meet(head, result, call)
    if (tellsAll && result._tag === "Delivered")
      yield* Effect.logDebug("a message is said", { ...namesOf(head), id: result.externalId })
  }
})

/** An amendment that is where it was has no name to be remembered. */
const newName = ({ amends }: Delivery, result: DeliveryResult): DeliveryResult =>
  result._tag === "Delivered" && amends !== null && result.externalId === amends
    ? { ...result, externalId: null }
    : result

const noResult: DeliveryResult = { _tag: "Later", reason: "the messenger gave no result", afterMs: 1_000 }

/** By which the log names a message: the event that it follows from is what is known of it everywhere. */
const namesOf = ({ conversation, message, seq }: PendingMessage) => ({
  event: message.origin?.event,
  conversation,
  seq
})

const meet = Effect.fnUntraced(function* (head: PendingMessage, result: DeliveryResult, call: Call) {
  const queue = yield* SendQueue
  const reach = yield* Reach
  const { settle } = yield* Settler
  yield* Metric.update(deliveries(result._tag), 1)
  if (result._tag === "Later") {
    // against: put off is delivered
    yield* putOff(head, result, call)
    return
  }
  if (result._tag === "Preparing") {
    yield* Effect.andThen(
      result.ready,
      Effect.sync(() => queue.lineUp(head.conversation))
    ).pipe(Effect.forkScoped)
    return
  }
  if (result._tag === "Gone") {
    // against: gone is refused
    yield* holdBack(head, result.reason)
    return
  }
  const { conversation } = head
  if (reach.putOffs.isWaiting(conversation)) yield* reach.putOffs.over(conversation)
  queue.answered(conversation)
  const nowMs = yield* Clock.currentTimeMillis
  reach.answered(nowMs)
  if (result._tag === "Refused") {
    // against: refused blocks
    yield* Effect.logWarning("a message was refused", { ...namesOf(head), reason: result.reason })
  } else {
    yield* Metric.update(untilSaid, (nowMs - head.queuedAtMs) / 1_000)
    queue.saidLately.said(head, yield* steadyMs, yield* Effect.context<never>())
  }
  // Whoever refuses one message does not refuse all that is said there.
  const told = reach.said(head)
  if (told === null) return settle(head, result)
  yield* Effect.andThen(
    told,
    Effect.sync(() => settle(head, result))
  ).pipe(Effect.forkScoped)
})

/** For how long in a row this process was put off, if the message is that old that it may be given up. */
const isGivenUp = Effect.fnUntraced(function* ({ conversation, queuedAtMs }: PendingMessage, tooOldMs: number) {
  const { lines } = yield* SendQueue
  const nowMs = yield* steadyMs
  const sinceMs = lines.putOff(conversation, nowMs)
  return (yield* Clock.currentTimeMillis) - queuedAtMs >= tooOldMs && nowMs - sinceMs >= triedMinMs
})

const putOff = Effect.fnUntraced(function* (
  head: PendingMessage,
  { afterMs, reason, timedOut = false }: Extract<DeliveryResult, { _tag: "Later" }>,
  call: Call
) {
  const { conversation } = head
  const queue = yield* SendQueue
  const { putOffs } = yield* Reach
  yield* putOffs.failed(conversation, { ...namesOf(head), reason })
  queue.clocks.rest(conversation, yield* steadyMs)
  if (yield* isGivenUp(head, ageMaxMs)) {
    const { settle } = yield* Settler
    putOffs.leave(conversation)
    return settle(head, { _tag: "Refused", reason: `put off for too long, at last: ${reason}` })
  }
  const waitMs = timedOut ? queue.timedOut(conversation, call) : afterMs
  // against: put off for ever
  yield* Effect.sync(() => queue.lineUp(conversation)).pipe(Effect.delay(`${waitMs} millis`), Effect.forkScoped)
})

/**
 * The game stands still from here on, so little waits: what was decided before. It is said when the bot is back, unless
 * that takes so long that nobody wants it any more.
 */
const holdBack = Effect.fnUntraced(function* (head: PendingMessage, reason: string) {
  const { conversation } = head
  const queue = yield* SendQueue
  const reach = yield* Reach
  yield* reach.putOffs.over(conversation)
  if (!reach.isGone(conversation)) {
    yield* Effect.logWarning("nothing can be said in a conversation; its game is held", { ...namesOf(head), reason })
  }
  const again = reach.gone(conversation)
  if (yield* isGivenUp(head, goneAgeMaxMs)) {
    const { settle } = yield* Settler
    return settle(head, { _tag: "Refused", reason })
  }
  yield* Effect.andThen(
    again,
    Effect.sync(() => queue.lineUp(conversation))
  ).pipe(Effect.forkScoped)
})
