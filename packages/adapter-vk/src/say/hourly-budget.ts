/** How many messages a conversation may still have, so that VK's flood control never has to stop the bot there. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { RecentMap } from "@znatoki/ports/recent-map"
import { Context } from "effect"

/** «More than 1,000 messages an hour» is all that VK tells of it. */
export const messagesPerHourByDefault = 1_000

/** 0: as many as there are. */
export class MessagesPerHour extends Context.Reference<number>("@znatoki/adapter-vk/MessagesPerHour", {
  defaultValue: () => messagesPerHourByDefault
}) {}

const conversationsMax = 20_000
const hourMs = 3_600_000
/** The hour moves on in steps of this. */
const stepMs = 60_000

/** How many in which step, oldest first. */
type Spent = ReadonlyArray<{ readonly step: number; readonly count: number }>

export class HourlyBudget {
  readonly #max: number
  readonly #spent = new RecentMap<ConversationId, Spent>(conversationsMax)

  constructor(max: number) {
    this.#max = max
  }

  spend(conversation: ConversationId, nowMs: number): void {
    const step = Math.floor(nowMs / stepMs)
    const spent = this.#within(conversation, nowMs)
    const last = spent.at(-1)
    const before = last?.step === step ? spent.slice(0, -1) : spent
    this.#spent.set(conversation, [...before, { step, count: (last?.step === step ? last.count : 0) + 1 }])
  }

  /** For how long nothing more may be said; 0: something may. */
  waitMs(conversation: ConversationId, nowMs: number): number {
    const spent = this.#within(conversation, nowMs)
    const [oldest] = spent
    if (oldest === undefined || !this.#isSpent(spent, 1)) return 0
    return (oldest.step + 1) * stepMs + hourMs - nowMs
  }

  /** Whether there is enough for what need not be said. */
  isAmple(conversation: ConversationId, nowMs: number): boolean {
    return !this.#isSpent(this.#within(conversation, nowMs), 0.5)
  }

  #isSpent(spent: Spent, share: number): boolean {
    let count = 0
    for (const each of spent) count += each.count
    return this.#max > 0 && count >= this.#max * share
  }

  /** A step counts as long as any of it lies within the hour. */
  #within(conversation: ConversationId, nowMs: number): Spent {
    const spent = this.#spent.get(conversation) ?? []
    return spent.filter(({ step }) => (step + 1) * stepMs + hourMs > nowMs)
  }
}
