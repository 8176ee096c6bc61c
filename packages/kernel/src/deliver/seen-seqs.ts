/** Up to which message each conversation was seen whole: everything before it is settled or in line. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Ring } from "@znatoki/ports/doorbell"
import type { QueuedMessage } from "@znatoki/ports/game-store"
import { RecentMap } from "@znatoki/ports/recent-map"

const rememberedMax = 50_000

export class SeenSeqs {
  readonly #seen = new RecentMap<ConversationId, number>(rememberedMax)

  /** What is new of a ring; null: something before it was not seen, so the outbox has to be looked into. */
  newOf({ conversation, messages, upTo }: Ring): ReadonlyArray<QueuedMessage> | null {
    const seen = this.#seen.get(conversation) ?? 0
    // against: late ring said again
    if (upTo <= seen) return []
    const first = messages[0]?.seq
    // against: the bell believed
    if (first === undefined || first > seen + 1) return null
    return messages.filter(({ seq }) => seq > seen)
  }

  saw(conversation: ConversationId, upTo: number): void {
    if (upTo > (this.#seen.get(conversation) ?? 0)) this.#seen.set(conversation, upTo)
  }
}
