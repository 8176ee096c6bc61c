/** What the messenger's answers tell of it: whether anything can be said, where, and when it last said so. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Presence } from "@znatoki/ports/event-line"
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import type { PendingMessage } from "@znatoki/ports/outbox"
import { Clock, Context, Effect, Latch, Layer, Queue } from "effect"
import { GoneConversations } from "./gone-conversations.ts"

export interface News extends Presence {
  /** To be run when whoever owns the conversation has it for good. */
  readonly done: Effect.Effect<void>
}

/** Whoever decides may wait for what is left to be said. */
const toldWithin = "1 second"

class Memory {
  /** Conversations in which the messenger does not take now what it may take later. */
  readonly putOffs = new LastingTrouble({
    begins: "a message was put off, and is tried until the messenger takes it",
    ends: "what was put off is said"
  })
  readonly #gone = new GoneConversations()
  /** Of those in which an earlier life left something unsaid. */
  readonly #toldHere = new Set<ConversationId>()
  readonly #news: Queue.Queue<News>
  readonly #beganMs: EpochMs
  #lastAnswerMs: EpochMs

  constructor(news: Queue.Queue<News>, nowMs: EpochMs) {
    this.#news = news
    this.#beganMs = nowMs
    this.#lastAnswerMs = nowMs
  }

  /** When the messenger last took or refused something, or this began. */
  get lastAnswerMs(): EpochMs {
    return this.#lastAnswerMs
  }

  isGone(conversation: ConversationId): boolean {
    return this.#gone.isGone(conversation)
  }

  /** There is something new to say where nothing could be said: it is worth another try. */
  wake(conversation: ConversationId): void {
    this.#gone.wake(conversation)
  }

  answered(nowMs: EpochMs): void {
    this.#lastAnswerMs = nowMs
  }

  /**
   * It was said. Ends when that may be forgotten; null: at once. A game that is held because nothing could be said goes on by this news alone,
   * so where it is news it is not forgotten before that is safe: whoever comes after a crash says it again, and tells of it again. Who
   * came after one does not know where nothing could be said: the first that was left unsaid before in each conversation is news, which nobody
   * waits long for.
   */
  said({ conversation, queuedAtMs }: PendingMessage): Effect.Effect<void> | null {
    if (this.#gone.returned(conversation)) return this.#tellHere(conversation)
    if (queuedAtMs >= this.#beganMs || this.#toldHere.has(conversation)) return null
    this.#toldHere.add(conversation)
    // against: back unknown after a crash
    return Effect.asVoid(Effect.timeoutOption(this.#tellHere(conversation), toldWithin))
  }

  #tellHere(conversation: ConversationId): Effect.Effect<void> {
    const safe = Latch.makeUnsafe(false)
    const done = Effect.sync(() => void Latch.openUnsafe(safe))
    Queue.offerUnsafe(this.#news, { conversation, isHere: true, done })
    return safe.await
  }

  /** Nothing can be said there; ends when to try again. */
  gone(conversation: ConversationId): Effect.Effect<void> {
    Queue.offerUnsafe(this.#news, { conversation, isHere: false, done: Effect.void })
    // against: gone for ever
    return this.#gone.waitFor(conversation)
  }

  /** Waits for news of whether anything can be said in a conversation, where that changed or may have. */
  get news(): Effect.Effect<News> {
    return Queue.take(this.#news)
  }
}

export class Reach extends Context.Service<Reach, Memory>()("@znatoki/kernel/Reach") {
  static readonly layer = Layer.effect(
    Reach,
    Effect.gen(function* () {
      return new Memory(yield* Queue.unbounded<News>(), yield* Clock.currentTimeMillis)
    })
  )
}
