/** What was heard and said in a conversation and is not stored. Whoever lost it says something once more: nothing is spoilt. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { nothingSaid, type SaidLately, stillLately } from "@znatoki/host/said-lately"
import { RecentMap } from "@znatoki/ports/recent-map"
import { Context, Layer } from "effect"
import type { StoredGame } from "@znatoki/ports/game-store"
import type { Task } from "./task.ts"

export interface Unstored {
  /** The greatest `order` of a message heard, whether or not it changed anything. */
  readonly heardOrder: number
  readonly saidLately: SaidLately
}

/** Conversations in which somebody was refused within seconds; far more than there are at once. */
const saidLatelyMax = 1_000

/** The messenger tells whole seconds. */
const wholeSecondMs = 1_000

/** Conversations in which the bot could speak again; far more than there are in the time that a word of it may be late. */
const backMax = 10_000

class Memory {
  /** When the messenger showed last that something can be said. */
  readonly #hereMs = new RecentMap<ConversationId, EpochMs>(backMax)
  /** When it was let in last, by the messenger's clock. */
  readonly #invitedMs = new RecentMap<ConversationId, EpochMs>(backMax)
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

  /**
   * Without the word that nothing can be said, where it is known that something can be since: such a word may come late, and
   * what is not true any more would hold a game that nothing lets go on. Nor is it known to be true any more where the game has moved since,
   * maybe by somebody else who heard more; what that move says tells anew.
   */
  withoutOutdated({ conversation, updatedAtMs }: StoredGame, tasks: ReadonlyArray<Task>): ReadonlyArray<Task> {
    return tasks.filter((task) => {
      if (task._tag === "Presence") {
        if (!task.isHere && task.atMs < updatedAtMs) return false
        return this.#isTimely(this.#hereMs, conversation, task)
      }
      if (task._tag !== "Chat") return true
      const { atMs, input } = task.incoming
      if (input._tag !== "Removed" && input._tag !== "Invited") return true
      const isHere = input._tag === "Invited"
      if (!isHere && atMs + wholeSecondMs < updatedAtMs) return false
      return this.#isTimely(this.#invitedMs, conversation, { isHere, atMs: isHere ? atMs : atMs + 1 })
    })
  }

  #isTimely(
    hereMs: RecentMap<ConversationId, EpochMs>,
    conversation: ConversationId,
    { atMs, isHere }: { readonly atMs: EpochMs; readonly isHere: boolean }
  ): boolean {
    const knownMs = hereMs.get(conversation) ?? -Infinity
    if (!isHere) return atMs > knownMs
    hereMs.set(conversation, Math.max(knownMs, atMs))
    return true
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
