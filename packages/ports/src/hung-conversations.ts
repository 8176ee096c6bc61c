/**
 * Conversations for which the messenger did not answer in time: each is asked for alone, so that nobody waits with it, and
 * ever more seldom. All moments are steady milliseconds.
 */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Effect, Queue } from "effect"
import { RecentMap } from "./recent-map.ts"

const rememberedMax = 10_000
/** Answered for so long after the last silence, it goes with the others again. */
const probationMs = 60_000
const waitMs = 1_000
const waitMaxMs = 120_000

/** `together`: along with others, any of which may be the cause. */
export interface Asked {
  readonly atMs: number
  readonly together: boolean
}

interface Hung {
  readonly lastMs: number
  /** How often in a row it stayed silent while others were answered. */
  readonly strikes: number
  /** Nobody at all was answered meanwhile. */
  readonly withAll: boolean
}

/** Asked for one by one, more than these take longer than a call in which one of them hangs. */
const crowd = 100

/** Those who are asked for together, and those who are asked for one by one. */
export interface Lines<A> {
  readonly together: Queue.Queue<A>
  readonly alone: Queue.Queue<A>
}

export class HungConversations {
  readonly #hung = new RecentMap<ConversationId, Hung>(rememberedMax)
  /** When anybody was answered last. */
  #answeredMs = -Infinity

  goesAlone(conversation: ConversationId, nowMs: number): boolean {
    const hung = this.#hung.get(conversation)
    return hung !== undefined && (hung.strikes > 0 || nowMs - hung.lastMs < probationMs)
  }

  /** The next to be asked for alone; waits for it. In a crowd those who may join the others do so on the way. */
  nextAlone<A>(lines: Lines<A>, conversationOf: (one: A) => ConversationId): Effect.Effect<A> {
    return Effect.flatMap(Queue.take(lines.alone), (one) =>
      Queue.sizeUnsafe(lines.alone) < crowd || !this.#mayJoin(conversationOf(one))
        ? Effect.succeed(one)
        : Effect.andThen(Queue.offer(lines.together, one), this.nextAlone(lines, conversationOf))
    )
  }

  /** It was silent when everybody was, and somebody was answered since: in a crowd of such nobody need be asked for alone. */
  #mayJoin(conversation: ConversationId): boolean {
    const hung = this.#hung.get(conversation)
    return hung === undefined || (hung.strikes === 0 && hung.withAll && this.#answeredMs > hung.lastMs)
  }

  answered(conversation: ConversationId, nowMs: number): void {
    this.#answeredMs = nowMs
    const hung = this.#hung.get(conversation)
    if (hung !== undefined && hung.strikes > 0) this.#hung.set(conversation, { ...hung, strikes: 0 })
  }

  /** How long to wait with this one, in milliseconds. */
  timedOut(conversation: ConversationId, asked: Asked, nowMs: number): number {
    const before = this.#hung.get(conversation)?.strikes ?? 0
    // Where nobody was answered it is the messenger, and nobody is to wait long once that is back.
    const withAll = this.#answeredMs < asked.atMs
    const strikes = asked.together || withAll ? before : before + 1
    this.#hung.set(conversation, { lastMs: nowMs, strikes, withAll })
    if (asked.together) return 0
    return Math.min(waitMaxMs, waitMs * 2 ** strikes)
  }
}
