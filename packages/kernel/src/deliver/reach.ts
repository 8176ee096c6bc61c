/** What the messenger's answers tell of it: whether anything can be said, where, and when it last said so. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Presence } from "@znatoki/ports/event-line"
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { Clock, Context, Effect, Layer, Queue } from "effect"
import { GoneConversations } from "./gone-conversations.ts"

class Memory {
  /** Conversations in which the messenger does not take now what it may take later. */
  readonly putOffs = new LastingTrouble({
    begins: "a message was put off, and is tried until the messenger takes it",
    ends: "what was put off is said"
  })
  readonly #gone = new GoneConversations()
  readonly #news: Queue.Queue<Presence>
  #lastAnswerMs: EpochMs

  constructor(news: Queue.Queue<Presence>, nowMs: EpochMs) {
    this.#news = news
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

  /** Something was said there. */
  said(conversation: ConversationId): void {
    if (this.#gone.returned(conversation)) Queue.offerUnsafe(this.#news, { conversation, isHere: true })
  }

  /** Nothing can be said there; ends when to try again. */
  gone(conversation: ConversationId): Effect.Effect<void> {
    Queue.offerUnsafe(this.#news, { conversation, isHere: false })
    // against: gone for ever
    return this.#gone.waitFor(conversation)
  }

  /** Waits for news of whether anything can be said in a conversation, where that changed or may have. */
  get news(): Effect.Effect<Presence> {
    return Queue.take(this.#news)
  }
}

export class Reach extends Context.Service<Reach, Memory>()("@znatoki/kernel/Reach") {
  static readonly layer = Layer.effect(
    Reach,
    Effect.gen(function* () {
      return new Memory(yield* Queue.unbounded<Presence>(), yield* Clock.currentTimeMillis)
    })
  )
}
