/** Carries decided messages to the messenger: in order inside a conversation, conversations side by side. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Clock, Context, Effect, Fiber, Latch, Layer, Queue, type Scope } from "effect"
import { DeliveryLines, type Reading } from "./delivery-lines.ts"
import { GoneConversations } from "./gone-conversations.ts"
import { goOn } from "../outage/go-on.ts"
import { type Asked as Called, HungConversations } from "@znatoki/ports/hung-conversations"
import { MessageSlots } from "./message-slots.ts"
import { type Delivery, type DeliveryResult, Messenger } from "@znatoki/ports/messenger"
import type { QueuedMessage } from "@znatoki/ports/game-store"
import { Outbox, type OutboxPage, type OutboxPlace, type PendingMessage, type Settled } from "@znatoki/ports/outbox"
import type { Slice } from "@znatoki/ports/slice"
import type { StoreError } from "@znatoki/ports/store-error"
import { steadyMs, steadyMsOf } from "@znatoki/ports/steady-ms"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { untilReachable } from "../outage/until-reachable.ts"

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
    /** Messages just committed. The outbox remembers them, so nothing is lost if this process ends. */
    readonly offer: (messages: ReadonlyArray<OutboxPlace & QueuedMessage>) => void
    /**
     * Finds what a crash, or a commit whose answer was lost, left in the outbox. Ends when all of it is in line, which it
     * is not while too many messages wait; nothing newer of the same conversations may be offered before.
     */
    readonly sweep: Effect.Effect<void, StoreError>
    /** The same for these conversations only: whoever had them before may not have said everything. */
    readonly fetch: (conversations: ReadonlyArray<ConversationId>) => Effect.Effect<void, StoreError>
    /** Waits while too many messages wait: a slow messenger slows intake. */
    readonly room: Effect.Effect<void>
    /** Waits for news of whether anything can be said in a conversation, where that changed or may have. */
    readonly presence: Effect.Effect<Presence>
    /** What waits now. */
    readonly waiting: Effect.Effect<Waiting>
    /** Waits until everything offered is settled. */
    readonly drained: Effect.Effect<void>
  }
>()("@znatoki/kernel/Deliverer") {}

/** Whether the bot is in the conversation, as the messenger shows. */
export interface Presence {
  readonly conversation: ConversationId
  readonly isHere: boolean
}

export interface Waiting {
  /** When the oldest message that can be said and is not was decided on; null: there is none. */
  readonly oldestMs: EpochMs | null
  /** When the messenger last took or refused something, or this began. */
  readonly lastAnswerMs: EpochMs
}

interface Post {
  readonly messenger: Messenger["Service"]
  readonly outbox: Outbox["Service"]
  readonly lines: DeliveryLines
  readonly slots: MessageSlots
  /** Conversations whose first message is to be sent. */
  readonly ready: Queue.Queue<ConversationId>
  /** Those that are to be asked for alone: they hold up each other, and nobody else. */
  readonly alone: Queue.Queue<ConversationId>
  readonly hung: HungConversations
  readonly gone: GoneConversations
  readonly presence: Queue.Queue<Presence>
  readonly settled: Queue.Queue<Settled>
  readonly room: Latch.Latch
  readonly drained: Latch.Latch
  readonly trouble: StoreTrouble["Service"]
  readonly pendingMax: number
  readonly clock: Clock.Clock
  lastAnswerMs: EpochMs
  readonly scope: Scope.Scope
}

const sweepPage = 1_000
/** One of them takes as much of the messenger as a whole batch, so they may not take all of it. */
const aloneMax = 10
/** Longer no call keeps its slot: those who began to hang just now would have all of them. */
const slotMs = 1_000

/** What the messenger puts off for so long is of no use to anybody any more. */
const ageMaxMs = 24 * 3_600_000
/** Who comes back after so long does not ask what the bot had to say then. */
const goneAgeMaxMs = 3_600_000
/** Tried for so long at least, by this process: age alone may be that of an outage of ours. */
const triedMinMs = 10 * 60_000

export const layer = (options: DeliverOptions) =>
  Layer.effect(
    Deliverer,
    Effect.gen(function* () {
      const post: Post = {
        messenger: yield* Messenger,
        outbox: yield* Outbox,
        lines: new DeliveryLines(),
        slots: new MessageSlots(),
        ready: yield* Queue.unbounded<ConversationId>(),
        alone: yield* Queue.unbounded<ConversationId>(),
        hung: new HungConversations(),
        gone: new GoneConversations(),
        presence: yield* Queue.unbounded<Presence>(),
        settled: yield* Queue.unbounded<Settled>(),
        room: yield* Latch.make(true),
        drained: yield* Latch.make(true),
        trouble: yield* StoreTrouble,
        pendingMax: options.pendingMax,
        clock: yield* Clock.Clock,
        lastAnswerMs: yield* Clock.currentTimeMillis,
        scope: yield* Effect.scope
      }
      yield* settleSome(post).pipe(Effect.catchCause(goOn("settling")), Effect.forever, Effect.forkScoped)
      const some = Queue.takeBetween(post.ready, 1, post.messenger.batchSize)
      const one = Effect.map(Queue.take(post.alone), (conversation) => [conversation])
      const slots = [
        ...Array.from({ length: options.concurrency }, () => some),
        ...Array.from({ length: aloneMax }, () => one)
      ]
      for (const next of slots) yield* Effect.forkScoped(keepDelivering(post, next))
      return {
        offer: (messages) => {
          const queuedAtMs = post.clock.currentTimeMillisUnsafe()
          offer(
            post,
            messages.map((message) => ({ ...message, queuedAtMs }))
          )
        },
        sweep: sweep(post, options.slice),
        fetch: (conversations) => fetch(post, conversations),
        room: post.room.await,
        presence: Queue.take(post.presence),
        waiting: Effect.sync(() => ({
          // Where the bot was put out nothing can be said, and nothing is amiss.
          oldestMs: post.lines.oldestQueuedAtMs((conversation) => !post.gone.isGone(conversation)),
          lastAnswerMs: post.lastAnswerMs
        })),
        drained: post.drained.await
      }
    })
  )

const offer = (post: Post, messages: ReadonlyArray<PendingMessage>): void => {
  for (const message of messages) {
    const place = post.lines.add(message)
    if (place === "first") lineUp(post, message.conversation)
    else if (place === "behind others") post.gone.wake(message.conversation)
  }
  if (post.lines.size > 0) Latch.closeUnsafe(post.drained)
  if (post.lines.size > post.pendingMax) Latch.closeUnsafe(post.room)
}

const lineUp = (post: Post, conversation: ConversationId): void => {
  const goesAlone = post.hung.goesAlone(conversation, steadyMsOf(post.clock))
  Queue.offerUnsafe(goesAlone ? post.alone : post.ready, conversation)
}

/** TimerPage by page, as there is room: in a conversation older messages come before newer ones on every page. */
const sweep = Effect.fnUntraced(function* (post: Post, slice: Slice) {
  let after: OutboxPlace | null = null
  do {
    yield* post.room.await
    const reading = post.lines.beginReading()
    const page: OutboxPage = yield* post.outbox.pending(slice, after, Math.min(sweepPage, post.pendingMax)).pipe(
      untilReachable(post.trouble),
      Effect.onError(() => forgetReading(post, reading))
    )
    offer(post, post.lines.endReading(reading, page.messages))
    after = page.next
  } while (after !== null)
})

const forgetReading = (post: Post, reading: Reading) => Effect.sync(() => post.lines.endReading(reading, []))

const fetch = Effect.fnUntraced(function* (post: Post, conversations: ReadonlyArray<ConversationId>) {
  if (conversations.length === 0) return
  const reading = post.lines.beginReading()
  const found = yield* post.outbox.pendingOf(conversations).pipe(
    untilReachable(post.trouble),
    Effect.onError(() => forgetReading(post, reading))
  )
  offer(post, post.lines.endReading(reading, found))
})

/** One slot. A call that hangs goes on without it. */
const keepDelivering = (post: Post, next: Effect.Effect<ReadonlyArray<ConversationId>>) =>
  Effect.gen(function* () {
    const conversations = yield* next
    const call = yield* deliverTo(post, conversations).pipe(
      Effect.catchCause(goOn("delivery")),
      Effect.forkIn(post.scope)
    )
    yield* Effect.race(Fiber.await(call), Effect.sleep(`${slotMs} millis`))
  }).pipe(Effect.forever)

const deliverTo = Effect.fnUntraced(function* (post: Post, conversations: ReadonlyArray<ConversationId>) {
  const asked = yield* nextDeliveries(post, conversations)
  if (asked.length === 0) return
  const askedAtMs = yield* steadyMs
  const results = yield* ask(
    post,
    asked.map(({ delivery }) => delivery)
  )
  yield* finish(post, asked, results, askedAtMs)
})

/** A messenger never fails. Should its code throw all the same, the culprit is found by asking one by one. */
const ask = (post: Post, batch: ReadonlyArray<Delivery>): Effect.Effect<ReadonlyArray<DeliveryResult | undefined>> =>
  post.messenger
    .deliver(batch)
    .pipe(
      Effect.catchCause((cause) =>
        batch.length > 1
          ? Effect.forEach(batch, (each) => Effect.map(ask(post, [each]), ([result]) => result))
          : Effect.as(Effect.logError("the messenger's code threw", cause), [brokenCode])
      )
    )

const brokenCode: DeliveryResult = { _tag: "Refused", reason: "the messenger's code threw" }

interface Asked {
  readonly head: PendingMessage
  readonly delivery: Delivery
}

/** What to ask of the messenger for these conversations; nothing where nothing is left to ask for now. */
const nextDeliveries = Effect.fnUntraced(function* (post: Post, conversations: ReadonlyArray<ConversationId>) {
  const asked: Array<Asked> = []
  for (const conversation of conversations) {
    const head = post.lines.head(conversation)
    if (head === undefined) continue
    // Of amendments of one message in a row only the last is worth a call.
    if (post.lines.isOvertaken(conversation)) {
      settle(post, head, { _tag: "Delivered", externalId: null })
      continue
    }
    const { message, seq } = head
    const amends = message._tag === "Amend" ? yield* nameOf(post, conversation, message.slot) : null
    if (message._tag === "Amend" && amends === null) {
      settle(post, head, { _tag: "Refused", reason: "the message to amend never arrived" })
      continue
    }
    // against: number anew
    asked.push({ head, delivery: { conversation, seq, message, amends } })
  }
  return asked
})

const nameOf = Effect.fnUntraced(function* (post: Post, conversation: ConversationId, slot: string) {
  const remembered = post.slots.get(conversation, slot)
  if (remembered !== undefined) return remembered
  return yield* post.outbox.externalId(conversation, slot).pipe(
    untilReachable(post.trouble),
    Effect.catch((error) => Effect.as(Effect.logError("the name of a message cannot be read", error), null))
  )
})

const finish = Effect.fnUntraced(function* (
  post: Post,
  asked: ReadonlyArray<Asked>,
  results: ReadonlyArray<DeliveryResult | undefined>,
  askedAtMs: number
) {
  const call = { atMs: askedAtMs, together: asked.length > 1 }
  for (const [i, { delivery, head }] of asked.entries()) {
    const result = newName(delivery, results[i] ?? noResult)
    if (result._tag === "Later") {
      // against: put off is delivered
      yield* putOff(post, head, result, call)
      continue
    }
    if (result._tag === "Gone") {
      // against: gone is refused
      yield* holdBack(post, head, result.reason)
      continue
    }
    const { conversation, seq } = head
    post.lines.answered(conversation)
    post.lastAnswerMs = yield* Clock.currentTimeMillis
    post.hung.answered(conversation, yield* steadyMs)
    if (result._tag === "Refused") {
      // against: refused blocks
      yield* Effect.logWarning("a message was refused", { conversation, seq, reason: result.reason })
    }
    if (result._tag === "Delivered" && post.gone.returned(conversation)) {
      Queue.offerUnsafe(post.presence, { conversation, isHere: true })
    }
    settle(post, head, result)
  }
})

/** An amendment that is where it was has no name to be remembered. */
const newName = ({ amends }: Delivery, result: DeliveryResult): DeliveryResult =>
  result._tag === "Delivered" && amends !== null && result.externalId === amends
    ? { ...result, externalId: null }
    : result

const noResult: DeliveryResult = { _tag: "Later", reason: "the messenger gave no result", afterMs: 1_000 }

const putOff = Effect.fnUntraced(function* (
  post: Post,
  head: PendingMessage,
  { afterMs, reason, timedOut = false }: Extract<DeliveryResult, { _tag: "Later" }>,
  call: Called
) {
  const { conversation, queuedAtMs, seq } = head
  yield* Effect.logWarning("a message was put off", { conversation, seq, reason })
  const nowMs = yield* steadyMs
  const sinceMs = post.lines.putOff(conversation, nowMs)
  const ageMs = (yield* Clock.currentTimeMillis) - queuedAtMs
  if (ageMs >= ageMaxMs && nowMs - sinceMs >= triedMinMs) {
    return settle(post, head, { _tag: "Refused", reason: `put off for too long, at last: ${reason}` })
  }
  const waitMs = timedOut ? post.hung.timedOut(conversation, call, nowMs) : afterMs
  // against: put off for ever
  yield* Effect.sync(() => lineUp(post, conversation)).pipe(Effect.delay(`${waitMs} millis`), Effect.forkIn(post.scope))
})

/**
 * The game stands still from here on, so little waits: what was decided before. It is said when the bot is back, unless
 * that takes so long that nobody wants it any more.
 */
const holdBack = Effect.fnUntraced(function* (post: Post, head: PendingMessage, reason: string) {
  const { conversation, queuedAtMs, seq } = head
  if (!post.gone.isGone(conversation)) {
    yield* Effect.logWarning("nothing can be said in a conversation; its game is held", { conversation, seq, reason })
  }
  Queue.offerUnsafe(post.presence, { conversation, isHere: false })
  // against: gone for ever
  const again = post.gone.waitFor(conversation)
  const nowMs = yield* steadyMs
  const sinceMs = post.lines.putOff(conversation, nowMs)
  const ageMs = (yield* Clock.currentTimeMillis) - queuedAtMs
  if (ageMs >= goneAgeMaxMs && nowMs - sinceMs >= triedMinMs) return settle(post, head, { _tag: "Refused", reason })
  yield* Effect.andThen(
    again,
    Effect.sync(() => lineUp(post, conversation))
  ).pipe(Effect.forkIn(post.scope))
})

const settle = (
  post: Post,
  { conversation, message, seq }: PendingMessage,
  result: Extract<DeliveryResult, { _tag: "Delivered" | "Refused" }>
): void => {
  if (result._tag === "Refused") {
    // What was said under the slot before is not what is to be amended from now on.
    // against: amends what was before
    if (message._tag === "Say" && message.slot !== null) post.slots.remember(conversation, message.slot, null)
    Queue.offerUnsafe(post.settled, {
      _tag: "Dead",
      conversation,
      seq,
      reason: result.reason,
      atMs: post.clock.currentTimeMillisUnsafe()
    })
  } else {
    const { externalId } = result
    if (message.slot !== null && externalId !== null) {
      post.slots.remember(conversation, message.slot, externalId)
    }
    Queue.offerUnsafe(post.settled, { _tag: "Sent", conversation, seq, externalId })
  }
  if (post.lines.advance(conversation)) lineUp(post, conversation)
}

const settleSome = Effect.fnUntraced(function* (post: Post) {
  const results = yield* Queue.takeAll(post.settled)
  // against: delivery unrecorded
  yield* record(post, results)
  for (const each of results) post.lines.settled(each)
  if (post.lines.size <= post.pendingMax / 2) Latch.openUnsafe(post.room)
  if (post.lines.size === 0) Latch.openUnsafe(post.drained)
})

/** A result that cannot be stored must not take the others with it. Its message is sent once more after a restart. */
const record = (post: Post, results: ReadonlyArray<Settled>): Effect.Effect<void> =>
  post.outbox.settle(results).pipe(
    untilReachable(post.trouble),
    Effect.catchCause((cause) =>
      results.length > 1
        ? Effect.forEach(results, (each) => record(post, [each]), { discard: true })
        : Effect.logError("what became of a message cannot be stored", cause)
    )
  )
