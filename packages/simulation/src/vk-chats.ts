/** VK as the bot's messages meet it: takes, drops what it has already, refuses, loses. And what people see. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Keyboard, Outgoing } from "@znatoki/chat/message"
import { plainText } from "@znatoki/chat/plain-text"
import { hashOf } from "@znatoki/ports/conversation-hash"
import type { Delivery, DeliveryResult, Messenger } from "@znatoki/ports/messenger"
import { Effect } from "effect"
import { SeededDice } from "@znatoki/kernel/testing/seeded-dice"
import type { Surroundings } from "./surroundings.ts"
import type { VirtualProcess } from "./virtual-process.ts"

export interface Shown {
  readonly seq: number
  text: string
  keyboard: Keyboard | null
}

const batchMax = 25
const callMs = 60
const lateMs = 3_000
const againMs = 1_500
const hangMs = 12_000

/** `mute`: it hears all and may say nothing. */
export type Presence = "here" | "mute" | "put out"

export class VkChats {
  readonly #around: Surroundings
  readonly #shown = new Map<ConversationId, Array<Shown>>()
  readonly #presence = new Map<ConversationId, Presence>()
  /** Of their own: what else a seed decides stays as it is. */
  readonly #decorDice: SeededDice

  constructor(around: Surroundings) {
    this.#around = around
    this.#decorDice = new SeededDice(around.seed ^ 0xc10c)
  }

  shown(conversation: ConversationId): ReadonlyArray<Shown> {
    return this.#shown.get(conversation) ?? []
  }

  presenceIn(conversation: ConversationId): Presence {
    return this.#presence.get(conversation) ?? "here"
  }

  setPresence(conversation: ConversationId, presence: Presence): void {
    this.#presence.set(conversation, presence)
  }

  messengerOf(process: VirtualProcess): Messenger["Service"] {
    const { dice, tally, time } = this.#around
    return {
      textMax: Infinity,
      batchSize: batchMax,
      deliver: (batch) =>
        Effect.callback((resume) => {
          tally.count("calls of VK")
          time.after(dice.between(1, callMs), () => {
            const hangs = dice.chance(this.#around.trouble.vkHangs)
            const results = batch.map((delivery) => (hangs ? this.#hang(delivery) : this.#meet(delivery)))
            if (hangs) tally.count("fault: a call of VK hangs")
            const answerMs = dice.between(1, hangs ? hangMs : callMs)
            time.after(answerMs, () => process.resume(() => resume(Effect.succeed(results))))
          })
        }),
      decorate: (batch) =>
        Effect.callback((resume) => {
          time.after(this.#decorDice.between(1, callMs), () => {
            const results = batch.map((delivery) => this.#decorate(delivery))
            time.after(this.#decorDice.between(1, callMs), () => process.resume(() => resume(Effect.succeed(results))))
          })
        }),
      answerPress: () => Effect.sync(() => tally.count("presses answered"))
    }
  }

  /** Always the same for the same message, or what VK refused for good it would take the next time. */
  isRefused(conversation: ConversationId, seq: number): boolean {
    const { planned, seed } = this.#around
    return ((Math.imul((hashOf(conversation) + seq) ^ seed, 0x9e3779b1) >>> 0) % 100_000) / 100_000 < planned.vkRefuses
  }

  /** Nobody asks twice, so it may take effect much later, whatever was answered. */
  #decorate(delivery: Delivery): DeliveryResult | null {
    const { tally, time } = this.#around
    const lot = this.#decorDice.next()
    if (lot < 0.1 || this.presenceIn(delivery.conversation) !== "here") return null
    tally.count("clocks changed")
    if (lot < 0.9) return this.#take(delivery)
    if (lot < 0.95) time.after(this.#decorDice.between(1, lateMs), () => void this.#take(delivery))
    return { _tag: "Later", reason: "slow", afterMs: againMs, timedOut: lot < 0.93 }
  }

  /** Whether it takes effect is not known until an answer comes, which is none. */
  #hang(delivery: Delivery): DeliveryResult {
    if (this.#around.dice.chance(0.5)) this.#meet(delivery)
    return { _tag: "Later", reason: "no answer in time", afterMs: againMs, timedOut: true }
  }

  #meet(delivery: Delivery): DeliveryResult {
    const { dice, tally, time, trouble } = this.#around
    tally.count("deliveries asked for")
    const presence = this.presenceIn(delivery.conversation)
    if (presence !== "here") return { _tag: "Gone", reason: `the bot is ${presence}` }
    if (delivery.message._tag === "Say" && this.isRefused(delivery.conversation, delivery.seq)) {
      tally.count("fault: VK refuses a message for good")
      return { _tag: "Refused", reason: "not allowed" }
    }
    const lot = dice.next()
    const later = (reason: string): DeliveryResult => ({ _tag: "Later", reason, afterMs: dice.between(1, againMs) })
    if (lot < trouble.vkBusy) {
      tally.count("fault: VK is busy")
      return later("busy")
    }
    if (lot < trouble.vkBusy + trouble.vkAnswerLost) {
      tally.count("fault: VK's answer is lost")
      this.#take(delivery)
      return later("no answer")
    }
    // An amendment that VK applies after a later one cannot be helped by anybody who calls VK.
    if (delivery.message._tag === "Say" && lot < trouble.vkBusy + trouble.vkAnswerLost + trouble.vkLate) {
      tally.count("fault: VK takes a message late")
      time.after(dice.between(1, lateMs), () => void this.#take(delivery))
      return later("no answer yet")
    }
    return this.#take(delivery)
  }

  #take({ amends, conversation, message, seq }: Delivery): DeliveryResult {
    const { tally, trace } = this.#around
    const shown = this.#shown.get(conversation) ?? []
    this.#shown.set(conversation, shown)
    if (message._tag === "Amend") return this.#amend(shown, amends, message)
    const before = shown.findLastIndex((each) => each.seq === seq)
    if (before !== -1) {
      tally.count("repeated messages VK dropped")
      return { _tag: "Delivered", externalId: String(before) }
    }
    tally.count("messages shown")
    const text = plainText(message.text)
    trace.add(`${this.#around.time.nowMs} ${conversation} says ${seq} ${text}`)
    shown.push({ seq, text, keyboard: message.keyboard })
    return { _tag: "Delivered", externalId: String(shown.length - 1) }
  }

  #amend(shown: ReadonlyArray<Shown>, name: string | null, message: Outgoing): DeliveryResult {
    const old = name === null ? undefined : shown[Number(name)]
    if (old === undefined) return { _tag: "Refused", reason: "no such message" }
    this.#around.tally.count("messages amended")
    this.#around.trace.add(`${this.#around.time.nowMs} amended ${old.seq} ${plainText(message.text)}`)
    old.text = plainText(message.text)
    old.keyboard = message.keyboard
    return { _tag: "Delivered", externalId: name }
  }
}
