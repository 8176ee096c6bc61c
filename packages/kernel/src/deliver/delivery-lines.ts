/** Who is next: one line of messages per conversation, of which only the first may be under way. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { PendingMessage } from "@znatoki/ports/outbox"

const keyOf = (message: { readonly conversation: ConversationId; readonly seq: number }): string =>
  `${message.conversation}/${message.seq}`

export type Reading = Set<string>

export class DeliveryLines {
  readonly #lines = new Map<ConversationId, Array<PendingMessage>>()
  /** Everything added and not yet settled, so that a sweep adds nothing twice. */
  readonly #unsettled = new Set<string>()
  /** Settled, and the outbox does not know it: it goes on showing them. */
  readonly #unstored = new Set<string>()
  /** What was settled while the outbox is read: the answer may still hold it. One set for each that reads. */
  readonly #readings = new Set<Set<string>>()
  /** Conversations of which the messenger takes nothing, and since when, in steady milliseconds. */
  readonly #putOff = new Map<ConversationId, number>()

  /** How many messages are not settled yet. */
  get size(): number {
    return this.#unsettled.size
  }

  /** To be called before the outbox is read. */
  beginReading(): Reading {
    const settled: Reading = new Set()
    this.#readings.add(settled)
    return settled
  }

  /** What the outbox held and nobody settled since. */
  endReading(settled: Reading, found: ReadonlyArray<PendingMessage>): ReadonlyArray<PendingMessage> {
    this.#readings.delete(settled)
    return found.filter((message) => !settled.has(keyOf(message)))
  }

  /** First: the conversation had no line and is to be served now. */
  add(message: PendingMessage): "first" | "behind others" | "known" {
    const key = keyOf(message)
    if (this.#unsettled.has(key) || this.#unstored.has(key)) return "known"
    this.#unsettled.add(key)
    const line = this.#lines.get(message.conversation)
    if (line === undefined) {
      this.#lines.set(message.conversation, [message])
      return "first"
    }
    insertBySeq(line, message)
    // against: side by side in a conversation
    return "behind others"
  }

  lengthOf(conversation: ConversationId): number {
    return this.#lines.get(conversation)?.length ?? 0
  }

  head(conversation: ConversationId): PendingMessage | undefined {
    return this.#lines.get(conversation)?.[0]
  }

  /** What the message after the first one shows; undefined: nothing. */
  shownSoon(conversation: ConversationId): string | undefined {
    return this.#lines.get(conversation)?.[1]?.message.media?.source
  }

  /** When the oldest of those that are next was decided on, in the conversations that count. */
  oldestQueuedAtMs(counts: (conversation: ConversationId) => boolean): EpochMs | null {
    let oldestMs: EpochMs | null = null
    for (const [conversation, [head]] of this.#lines) {
      if (head === undefined || !counts(conversation)) continue
      if (oldestMs === null || head.queuedAtMs < oldestMs) oldestMs = head.queuedAtMs
    }
    return oldestMs
  }

  /** Whether the first message is an amendment that the second one replaces anyway. */
  isOvertaken(conversation: ConversationId): boolean {
    const [first, second] = this.#lines.get(conversation) ?? []
    return (
      first?.message._tag === "Amend" && second?.message._tag === "Amend" && first.message.slot === second.message.slot
    )
  }

  /** Takes the first message off; true when another one is next. */
  advance(conversation: ConversationId): boolean {
    const line = this.#lines.get(conversation)
    line?.shift()
    if (line !== undefined && line.length > 0) return true
    this.#lines.delete(conversation)
    return false
  }

  /** The messenger put the first message off; since when it has put off all of this conversation. */
  putOff(conversation: ConversationId, nowMs: number): number {
    const sinceMs = this.#putOff.get(conversation) ?? nowMs
    this.#putOff.set(conversation, sinceMs)
    return sinceMs
  }

  /** The messenger took something, or refused it: it is there again. */
  answered(conversation: ConversationId): void {
    this.#putOff.delete(conversation)
  }

  settled(message: { readonly conversation: ConversationId; readonly seq: number }): void {
    this.#unsettled.delete(keyOf(message))
    this.#unstored.delete(keyOf(message))
    for (const settled of this.#readings) settled.add(keyOf(message))
  }

  /** It is settled all the same, and not to be said again. */
  settledUnstored(message: { readonly conversation: ConversationId; readonly seq: number }): void {
    this.#unstored.add(keyOf(message))
  }
}

/** A swept message may be older than one that waits already; the first in line may be under way and keeps its place. */
const insertBySeq = (line: Array<PendingMessage>, message: PendingMessage): void => {
  let at = line.length
  while (at > 1 && (line[at - 1]?.seq ?? 0) > message.seq) at--
  line.splice(at, 0, message)
}
