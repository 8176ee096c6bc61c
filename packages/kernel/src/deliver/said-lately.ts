/** What was said lately: whether it came once and in its order, and how long after what it answers. */
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { PendingMessage } from "@znatoki/ports/outbox"
import { RecentMap } from "@znatoki/ports/recent-map"
import { type Context, Effect } from "effect"
import { orderBroken, saidTwice, untilAnswered } from "../measured.ts"

/** Of conversations, and of events that wait for their answer. */
const rememberedMax = 10_000

/** What waits by itself is in line within moments of its decision; what is put there later an admin sends anew. */
const anewMs = 60_000

const isSentAnew = ({ message, queuedAtMs }: PendingMessage): boolean =>
  queuedAtMs - (message.decidedAtMs ?? queuedAtMs) > anewMs

export class SaidLately {
  readonly #lastSeq = new RecentMap<ConversationId, number>(rememberedMax)
  /** In steady milliseconds. */
  readonly #takenMs = new RecentMap<SourceId, number>(rememberedMax)

  took(event: SourceId, nowMs: number): void {
    this.#takenMs.set(event, nowMs)
  }

  /** The messenger took it. Neither may be: whoever counts wants to be told at once if it is. */
  said(pending: PendingMessage, nowMs: number, context: Context.Context<never>): void {
    const { conversation, message, seq } = pending
    const last = this.#lastSeq.get(conversation) ?? 0
    if (seq > last) this.#lastSeq.set(conversation, seq)
    else if (!isSentAnew(pending)) (seq === last ? saidTwice : orderBroken).updateUnsafe(1, context)
    const takenMs = message.origin === undefined ? undefined : this.#takenMs.get(message.origin.event)
    // What is awaited for the drama is late on purpose.
    const isAwaited = message._tag === "Say" && message.afterMs !== undefined
    if (takenMs !== undefined && !isAwaited) untilAnswered.updateUnsafe((nowMs - takenMs) / 1_000, context)
  }

  /** What was never counted is not there, and no alert is raised by its first time. */
  static readonly begin = Effect.contextWith((context: Context.Context<never>) => {
    for (const each of [saidTwice, orderBroken]) each.updateUnsafe(0, context)
    return Effect.succeed(new SaidLately())
  })
}
