/** What the messenger's answers tell of it: whether anything can be said, where, and when it last said so. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Presence } from "@znatoki/ports/event-line"
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import type { PendingMessage } from "@znatoki/ports/outbox"
import { Clock, Context, Effect, Layer, Queue } from "effect"
import { GoneConversations } from "./gone-conversations.ts"

export interface News extends Presence {
  /** To be run when whoever owns the conversation has it for good. */
  readonly done: Effect.Effect<void>
}

class Memory {
  /** Conversations in which the messenger does not take now what it may take later. */
  readonly putOffs = new LastingTrouble({
    begins: "a message was put off, and is tried until the messenger takes it",
    ends: "what was put off is said"
  })
  readonly #gone = new GoneConversations()
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
   * It was said; `settle` is run when that may be forgotten. A game that is held because nothing could be said goes on by this news
   * alone, so where it could not, the message is not settled before the news is safe: it is said again, and told of again, by who comes after
   * a crash. Who came after one does not know where it could not, so all that was left unsaid before is news.
   */
  said({ conversation, queuedAtMs }: PendingMessage, settle: () => void): void {
    const isHere = true
    if (this.#gone.returned(conversation)) {
      return void Queue.offerUnsafe(this.#news, { conversation, isHere, done: once(settle) })
    }
    // against: back unknown after a crash
    if (queuedAtMs <= this.#beganMs) Queue.offerUnsafe(this.#news, { conversation, isHere, done: Effect.void })
    settle()
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

/** That something is done may be told twice. */
const once = (work: () => void): Effect.Effect<void> => {
  let isDone = false
  return Effect.sync(() => {
    if (isDone) return
    isDone = true
    work()
  })
}

export class Reach extends Context.Service<Reach, Memory>()("@znatoki/kernel/Reach") {
  static readonly layer = Layer.effect(
    Reach,
    Effect.gen(function* () {
      return new Memory(yield* Queue.unbounded<News>(), yield* Clock.currentTimeMillis)
    })
  )
}
