/** Who is next: conversations of which the first message may be sent now, and how much waits altogether. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type Asked, HungConversations } from "@znatoki/ports/hung-conversations"
import type { OutboxPlace, PendingMessage } from "@znatoki/ports/outbox"
import { steadyMsOf } from "@znatoki/ports/steady-ms"
import { Clock, Context, Effect, Latch, Layer, Queue } from "effect"
import type { Delivery } from "@znatoki/ports/messenger"
import { Clocks } from "./clocks.ts"
import { DeliveryLines, type Reading } from "./delivery-lines.ts"
import { Reach } from "./reach.ts"
import { SaidLately } from "./said-lately.ts"
import { SeenSeqs } from "./seen-seqs.ts"

interface Pause {
  readonly conversation: ConversationId
  readonly ms: number
}

/** Whatever is stored, a game is not held up for longer. */
const pauseMaxMs = 5_000

class Lines {
  readonly lines = new DeliveryLines()
  readonly seen = new SeenSeqs()
  readonly clocks = new Clocks()
  readonly saidLately: SaidLately
  readonly #someClocks = Latch.makeUnsafe(false)
  readonly #hung = new HungConversations()
  readonly #ready: Queue.Queue<ConversationId>
  /** Those that are to be asked for alone: they hold up each other, and nobody else. */
  readonly #alone: Queue.Queue<ConversationId>
  /** Those in which nothing is said for a moment, so that what comes next is awaited. */
  readonly #pauses: Queue.Queue<Pause>
  readonly #pausing = new Set<ConversationId>()
  readonly #room = Latch.makeUnsafe(true)
  readonly #drained = Latch.makeUnsafe(true)
  readonly #around: { readonly clock: Clock.Clock; readonly reach: Reach["Service"]; readonly pendingMax: number }

  constructor(
    queues: {
      readonly ready: Queue.Queue<ConversationId>
      readonly alone: Queue.Queue<ConversationId>
      readonly pauses: Queue.Queue<Pause>
    },
    around: { readonly clock: Clock.Clock; readonly reach: Reach["Service"]; readonly pendingMax: number },
    saidLately: SaidLately
  ) {
    this.saidLately = saidLately
    this.#ready = queues.ready
    this.#alone = queues.alone
    this.#pauses = queues.pauses
    this.#around = around
  }

  /** What was committed and is to be said; nothing before it is missing. */
  add(messages: ReadonlyArray<PendingMessage>): void {
    let begun: ConversationId | null = null
    for (const message of messages) {
      const { conversation } = message
      const place = this.lines.add(message)
      if (place !== "known") this.clocks.queued(message, steadyMsOf(this.#around.clock))
      this.seen.saw(conversation, message.seq)
      if (place === "first") this.lineUp((begun = conversation))
      // Where the one before it has just been lined up nobody waits for another try.
      else if (place === "behind others" && conversation !== begun) this.#around.reach.wake(conversation)
    }
    if (this.lines.size > 0) Latch.closeUnsafe(this.#drained)
    this.#measureRoom()
  }

  /** What waits for its moment is no sign that the messenger is behind: it holds nobody up. */
  #measureRoom(): void {
    const { pendingMax } = this.#around
    let size = this.lines.size
    // Looked at only where it may matter: this is asked for every message that comes and goes.
    if (size > pendingMax / 2) for (const conversation of this.#pausing) size -= this.lines.lengthOf(conversation)
    if (size > pendingMax) Latch.closeUnsafe(this.#room)
    else if (size <= pendingMax / 2) Latch.openUnsafe(this.#room)
  }

  /** What the outbox held when it was read. */
  addRead(reading: Reading, found: ReadonlyArray<PendingMessage>): void {
    this.add(this.lines.endReading(reading, found))
  }

  /** Its first message may be sent, once more perhaps. */
  lineUp(conversation: ConversationId): void {
    const goesAlone = this.#hung.goesAlone(conversation, steadyMsOf(this.#around.clock))
    Queue.offerUnsafe(goesAlone ? this.#alone : this.#ready, conversation)
  }

  /** Up to so many that may go together; waits for the first. */
  some(max: number): Effect.Effect<ReadonlyArray<ConversationId>> {
    return Queue.takeBetween(this.#ready, 1, max)
  }

  /** One that has to go alone; waits for it. */
  get one(): Effect.Effect<ReadonlyArray<ConversationId>> {
    const lines = { together: this.#ready, alone: this.#alone }
    return Effect.map(
      this.#hung.nextAlone(lines, (conversation) => conversation),
      (conversation) => [conversation]
    )
  }

  /** The first message is done with: the next one goes, after its pause. */
  advance(conversation: ConversationId): void {
    if (!this.lines.advance(conversation)) return
    const message = this.lines.head(conversation)?.message
    const afterMs = message?._tag === "Say" ? (message.afterMs ?? 0) : 0
    if (afterMs === 0) this.lineUp(conversation)
    else {
      this.#pausing.add(conversation)
      this.#measureRoom()
      Queue.offerUnsafe(this.#pauses, { conversation, ms: Math.min(afterMs, pauseMaxMs) })
    }
  }

  /** Its pause is over. */
  goOn(conversation: ConversationId): void {
    this.#pausing.delete(conversation)
    this.#measureRoom()
    this.lineUp(conversation)
  }

  /** Waits until somebody may see a clock. */
  get someClocks(): Effect.Effect<void> {
    if (this.clocks.size === 0) Latch.closeUnsafe(this.#someClocks)
    return this.#someClocks.await
  }

  /** Clocks to be changed now, at most `max`. */
  dueClocks(nowMs: EpochMs, max: number): ReadonlyArray<Delivery> {
    const now = steadyMsOf(this.#around.clock)
    return this.clocks.due(nowMs, max, (conversation) => {
      return this.lines.head(conversation) === undefined && !this.#hung.goesAlone(conversation, now)
    })
  }

  /** The messenger has taken it, and calls it so, or never will (null): a clock can be changed from then on. */
  arrived(message: PendingMessage, externalId: string | null): void {
    this.clocks.settled(message, externalId)
    if (this.clocks.size > 0) Latch.openUnsafe(this.#someClocks)
  }

  answered(conversation: ConversationId): void {
    this.lines.answered(conversation)
    this.#hung.answered(conversation, steadyMsOf(this.#around.clock))
  }

  /** No answer came in time; how long to wait with this one, in milliseconds. */
  timedOut(conversation: ConversationId, call: Asked): number {
    return this.#hung.timedOut(conversation, call, steadyMsOf(this.#around.clock))
  }

  /** What became of these is known, and stored but for some of them. */
  settled(places: ReadonlyArray<OutboxPlace>, unstored: ReadonlyArray<OutboxPlace>): void {
    for (const each of places) this.lines.settled(each)
    for (const each of unstored) this.lines.settledUnstored(each)
    this.#measureRoom()
    if (this.lines.size === 0) Latch.openUnsafe(this.#drained)
  }

  /** Where the bot was put out nothing can be said, and nothing is amiss. */
  oldestQueuedAtMs(): EpochMs | null {
    return this.lines.oldestQueuedAtMs((conversation) => !this.#around.reach.isGone(conversation))
  }

  /** Waits while too many messages wait. */
  get room(): Effect.Effect<void> {
    return this.#room.await
  }

  /** Waits until nothing waits. */
  get drained(): Effect.Effect<void> {
    return this.#drained.await
  }
}

export class SendQueue extends Context.Service<SendQueue, Lines>()("@znatoki/kernel/SendQueue") {
  static readonly layerOf = (pendingMax: number) =>
    Layer.effect(
      SendQueue,
      Effect.gen(function* () {
        const [ready, alone] = [yield* Queue.unbounded<ConversationId>(), yield* Queue.unbounded<ConversationId>()]
        const pauses = yield* Queue.unbounded<Pause>()
        const lines = new Lines(
          { ready, alone, pauses },
          { clock: yield* Clock.Clock, reach: yield* Reach, pendingMax },
          yield* SaidLately.begin
        )
        yield* Queue.take(pauses).pipe(
          Effect.flatMap(({ conversation, ms }) =>
            Effect.forkScoped(
              Effect.delay(
                Effect.sync(() => lines.goOn(conversation)),
                ms
              )
            )
          ),
          Effect.forever,
          Effect.forkScoped
        )
        return lines
      })
    )
}
