/** What the messenger called the message said under a slot, as far as this process remembers. */
import type { ConversationId } from "@znatoki/host/chat-input"

const slotsMax = 50_000

export class MessageSlots {
  readonly #names = new Map<string, string | null>()

  /** Undefined: not remembered; null: it never arrived. */
  get(conversation: ConversationId, slot: string): string | null | undefined {
    return this.#names.get(`${conversation} ${slot}`)
  }

  remember(conversation: ConversationId, slot: string, externalId: string | null): void {
    this.#names.set(`${conversation} ${slot}`, externalId)
    if (this.#names.size <= slotsMax) return
    for (const oldest of this.#names.keys()) {
      this.#names.delete(oldest)
      return
    }
  }
}
