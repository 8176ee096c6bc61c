/** A messenger in memory: what people see, what they do, and what it forgets when nobody acknowledges. */
import { type EpochMs, type Player, PlayerId } from "@znatoki/engine"
import type { Action } from "@znatoki/chat/action"
import { type ChatInput, ConversationId, Incoming, PressRef, SourceId } from "@znatoki/chat/chat-input"
import type { Keyboard, Outgoing } from "@znatoki/chat/message"
import { plainText } from "@znatoki/chat/plain-text"
import type { Envelope, Hearing } from "@znatoki/ports/inbox"
import type { Delivery, DeliveryResult } from "@znatoki/ports/messenger"
import { Effect, Latch } from "effect"

export interface Seen {
  readonly id: string
  readonly seq: number
  text: string
  keyboard: Keyboard | null
}

interface Queued {
  readonly incoming: Incoming
  /** How often it was acknowledged. */
  dones: number
}

export const person = (id: number, name: string): Player => ({ id: PlayerId.make(String(id)), name })

export class ChatRoom {
  readonly #messages = new Map<ConversationId, Array<Seen>>()
  readonly #events: Array<Queued> = []
  readonly #arrived = Latch.makeUnsafe(false)
  /** What readers are told of how they hear; nothing at first, so that they hear everything at once. */
  readonly #hearings: Array<Hearing> = []
  #isHeard = true
  /** How far the newest reader has read. */
  #read = 0
  /** How often somebody had to know whether anything was written. */
  asks = 0
  readonly notices: Array<{ readonly press: PressRef; readonly notice: string | null }> = []
  /** How often each event reaches the bot. */
  copies = 1
  /** Repeated sends that were recognised. */
  recognised = 0
  /** What becomes of a delivery; undefined: it arrives. */
  fate: (delivery: Delivery) => DeliveryResult | undefined = () => undefined
  /** Every delivery that was asked for, in order, whatever became of it. */
  readonly asked: Array<Delivery> = []
  /** The same for what is changed for the looks of it. */
  decorFate: (delivery: Delivery) => DeliveryResult | undefined = () => undefined
  readonly decorated: Array<Delivery> = []
  #next = 1

  messages(conversation: ConversationId): ReadonlyArray<Seen> {
    return this.#messages.get(conversation) ?? []
  }

  transcript(conversation: ConversationId): string {
    return this.messages(conversation)
      .map(
        ({ keyboard, text }) => `${text}\n${(keyboard?.rows.flat() ?? []).map(({ label }) => `[${label}]`).join(" ")}`
      )
      .join("\n---\n")
  }

  write(conversation: ConversationId, by: Player, text: string, atMs: EpochMs): void {
    this.#happen(conversation, { _tag: "Wrote", by, text, action: null, order: this.#next }, atMs)
  }

  press(conversation: ConversationId, by: Player, action: Action, atMs: EpochMs): void {
    this.#happen(conversation, { _tag: "Pressed", by, action, press: PressRef.make(`press-${this.#next}`) }, atMs)
  }

  /** Presses the newest button with this label. */
  pressLabel(conversation: ConversationId, by: Player, label: string, atMs: EpochMs): void {
    const button = this.messages(conversation)
      .flatMap(({ keyboard }) => keyboard?.rows.flat() ?? [])
      .findLast((each) => each.label === label)
    if (button === undefined) throw new Error(`nobody was shown a button «${label}»`)
    this.press(conversation, by, button.action, atMs)
  }

  happen(conversation: ConversationId, input: ChatInput, atMs: EpochMs): void {
    this.#happen(conversation, input, atMs)
  }

  #happen(conversation: ConversationId, input: ChatInput, atMs: EpochMs): void {
    this.arrive(
      Incoming.make({ source: SourceId.make(`room:${this.#next++}`), conversation, atMs, input, hearsAll: true })
    )
  }

  /** Unchecked, so that a test can send what no messenger should. */
  arrive(incoming: Incoming): void {
    for (let i = 0; i < this.copies; i++) this.#events.push({ incoming, dones: 0 })
    this.#arrived.openUnsafe()
  }

  /** From here on nothing that happens reaches a reader. `sinceMs`: what readers notice; null: nothing. */
  goSilent(sinceMs: EpochMs | null): void {
    this.#isHeard = false
    if (sinceMs !== null) this.#tell({ _tag: "Deaf", sinceMs })
  }

  /** Everything that happened meanwhile reaches readers now. */
  speakUp(atMs: EpochMs): void {
    this.#isHeard = true
    this.#tell({ _tag: "HeardUntil", atMs })
  }

  /** What happened meanwhile reaches readers after all, but for these conversations. */
  findUnheard(sinceMs: EpochMs, atMs: EpochMs, only: ReadonlyArray<ConversationId>): void {
    const found = this.#events.splice(this.#read).filter(({ incoming }) => !only.includes(incoming.conversation))
    this.#tell({ _tag: "Lost", sinceMs, atMs, only })
    this.#events.push(...found)
    this.#isHeard = true
  }

  /** Nothing of what happened meanwhile ever reaches a reader. */
  forgetUnheard(sinceMs: EpochMs, atMs: EpochMs): void {
    this.#isHeard = true
    this.#events.splice(this.#read)
    this.#tell({ _tag: "Lost", sinceMs, atMs })
  }

  #tell(hearing: Hearing): void {
    this.#hearings.push(hearing)
    this.#arrived.openUnsafe()
  }

  /** How often each copy of each event was acknowledged, in the order of their coming. */
  get acknowledged(): ReadonlyArray<number> {
    return this.#events.map(({ dones }) => dones)
  }

  /**
   * A new reader gets everything from the first event that was not acknowledged, as a long poll with an old cursor
   * gives it. `from`: a cursor that is older still; `hears`: which events this reader is for.
   */
  reader(
    from = Infinity,
    hears: (incoming: Incoming) => boolean = () => true
  ): Effect.Effect<ReadonlyArray<Envelope | Hearing>> {
    const undone = this.#events.findIndex(({ dones }) => dones === 0)
    let read = Math.min(from, undone === -1 ? this.#events.length : undone)
    let told = this.#hearings.length
    const take: Effect.Effect<ReadonlyArray<Envelope | Hearing>> = Effect.suspend(() => {
      const hearings = this.#hearings.slice(told)
      told = this.#hearings.length
      const fresh = this.#isHeard ? this.#events.slice(read).filter(({ incoming }) => hears(incoming)) : []
      if (this.#isHeard) read = this.#events.length
      this.#read = read
      if (fresh.length + hearings.length === 0) {
        this.#arrived.closeUnsafe()
        return Effect.andThen(this.#arrived.await, take)
      }
      const envelopes = fresh.map((queued): Envelope => ({
        incoming: queued.incoming,
        done: Effect.sync(() => void queued.dones++)
      }))
      return Effect.succeed([...envelopes, ...hearings])
    })
    return take
  }

  deliver(batch: ReadonlyArray<Delivery>): ReadonlyArray<DeliveryResult> {
    this.asked.push(...batch)
    return batch.map((delivery) => this.fate(delivery) ?? this.show(delivery))
  }

  /** What is changed for the looks of it. */
  decorate(batch: ReadonlyArray<Delivery>): ReadonlyArray<DeliveryResult | null> {
    this.decorated.push(...batch)
    return batch.map((delivery) => this.decorFate(delivery) ?? this.show(delivery))
  }

  /** The delivery arrives. */
  show({ amends, conversation, message, seq }: Delivery): DeliveryResult {
    const seen = this.#messages.get(conversation) ?? []
    this.#messages.set(conversation, seen)
    if (message._tag === "Amend") return amend(seen, amends, message)
    const before = seen.find((each) => each.seq === seq)
    if (before !== undefined) {
      this.recognised++
      return { _tag: "Delivered", externalId: before.id }
    }
    const id = String(seen.length + 1)
    seen.push({ id, seq, text: plainText(message.text), keyboard: message.keyboard })
    return { _tag: "Delivered", externalId: id }
  }
}

const amend = (seen: ReadonlyArray<Seen>, id: string | null, message: Outgoing): DeliveryResult => {
  const old = seen.find((each) => each.id === id)
  if (old === undefined) return { _tag: "Refused", reason: "no such message" }
  old.text = plainText(message.text)
  old.keyboard = message.keyboard
  return { _tag: "Delivered", externalId: null }
}

export const conversation = (n: number): ConversationId => ConversationId.make(`vk:1:${2_000_000_000 + n}`)
