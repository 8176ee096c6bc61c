/** Conversations in which nothing can be said: tried again ever more seldom, and at once when there is something new to say. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Effect, Latch } from "effect"
import { RecentMap } from "@znatoki/ports/recent-map"

const rememberedMax = 10_000
const waitMs = 60_000
const waitMaxMs = 3_600_000

interface Gone {
  /** How often in a row it was in vain. */
  readonly times: number
  /** Opens when it is worth another try. */
  readonly wake: Latch.Latch
}

export class GoneConversations {
  readonly #gone = new RecentMap<ConversationId, Gone>(rememberedMax)

  /** It was in vain once more; ends when to try again. */
  waitFor(conversation: ConversationId): Effect.Effect<void> {
    const times = (this.#gone.get(conversation)?.times ?? 0) + 1
    const wake = Latch.makeUnsafe(false)
    this.#gone.set(conversation, { times, wake })
    return Effect.race(wake.await, Effect.sleep(`${Math.min(waitMaxMs, waitMs * 2 ** (times - 1))} millis`))
  }

  isGone(conversation: ConversationId): boolean {
    return this.#gone.has(conversation)
  }

  wake(conversation: ConversationId): void {
    const gone = this.#gone.get(conversation)
    if (gone === undefined) return
    // Where something goes on it is worth looking soon again.
    this.#gone.set(conversation, { ...gone, times: 0 })
    Latch.openUnsafe(gone.wake)
  }

  /** Something was said there; whether that could not be before. */
  returned(conversation: ConversationId): boolean {
    const wasGone = this.#gone.has(conversation)
    this.#gone.delete(conversation)
    return wasGone
  }
}
