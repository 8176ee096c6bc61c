/** What was heard and said in a conversation and is not stored. Whoever lost it says something once more: nothing is spoilt. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { nothingSaid, type SaidLately, stillLately } from "@znatoki/host/said-lately"
import { RecentMap } from "@znatoki/ports/recent-map"
import { Context, Layer } from "effect"

export interface Unstored {
  /** The greatest `order` of a message heard, whether or not it changed anything. */
  readonly heardOrder: number
  readonly saidLately: SaidLately
}

/** Conversations in which somebody was refused within seconds; far more than there are at once. */
const saidLatelyMax = 1_000

class Memory {
  readonly #saidLately = new RecentMap<ConversationId, SaidLately>(saidLatelyMax)
  readonly #heardOrder: RecentMap<ConversationId, number>

  constructor(conversationsMax: number) {
    this.#heardOrder = new RecentMap(conversationsMax)
  }

  recall(conversation: ConversationId, nowMs: EpochMs): Unstored {
    const saidLately = this.#saidLately.get(conversation)
    return {
      saidLately: saidLately === undefined ? nothingSaid : stillLately(saidLately, nowMs),
      heardOrder: this.#heardOrder.get(conversation) ?? 0
    }
  }

  remember(conversation: ConversationId, { heardOrder, saidLately }: Unstored): void {
    this.#heardOrder.set(conversation, heardOrder)
    if (saidLately === nothingSaid) this.#saidLately.delete(conversation)
    else this.#saidLately.set(conversation, saidLately)
  }
}

export class Overheard extends Context.Service<Overheard, Memory>()("@znatoki/kernel/Overheard") {
  static readonly layerOf = (conversationsMax: number) => Layer.sync(Overheard, () => new Memory(conversationsMax))
}
