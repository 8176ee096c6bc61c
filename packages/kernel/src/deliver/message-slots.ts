/** What the messenger called the message said under a slot, as far as this process remembers. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { RecentMap } from "@znatoki/ports/recent-map"

const slotsMax = 50_000

export class MessageSlots {
  readonly #names = new RecentMap<string, string | null>(slotsMax)

  /** Undefined: not remembered; null: it never arrived. */
  get(conversation: ConversationId, slot: string): string | null | undefined {
    return this.#names.get(`${conversation} ${slot}`)
  }

  remember(conversation: ConversationId, slot: string, externalId: string | null): void {
    this.#names.set(`${conversation} ${slot}`, externalId)
  }
}
