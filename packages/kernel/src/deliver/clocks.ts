/**
 * Which messages show a clock, and what is to be changed in them now. Nothing of it is stored, and nobody waits for it: what
 * could not be changed in time stays as it is.
 */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { RunningClock, Say } from "@znatoki/chat/message"
import { clockMoves, hasClock, movesLeft, withClock, withoutClock } from "@znatoki/host/clock"
import type { Delivery, DeliveryResult } from "@znatoki/ports/messenger"
import type { PendingMessage } from "@znatoki/ports/outbox"
import { RecentMap } from "@znatoki/ports/recent-map"

/** Where it was refused it is not shown again so soon. */
const restMs = 10 * 60_000
const restingMax = 10_000
/** Nothing more is expected of it then. */
const forgottenAfterMs = 60_000

interface Clock {
  readonly name: string
  readonly seq: number
  readonly message: Say
  /** What the messenger calls the message; null: it has not arrived yet. */
  readonly externalId: string | null
  readonly endsAtMs: EpochMs
  readonly ofMs: number
  /** How many of its moves the message shows to be still to come. */
  readonly left: number
  readonly isOver: boolean
}

export class Clocks {
  readonly #clocks = new Map<ConversationId, Clock>()
  readonly #resting = new RecentMap<ConversationId, number>(restingMax)

  get size(): number {
    return this.#clocks.size
  }

  /** It will be said: the clock there is goes on, or is over, or another one begins. */
  queued(pending: PendingMessage, steadyMs: number): void {
    const { conversation, message, seq } = pending
    const clock = this.#clocks.get(conversation)
    if (clock !== undefined && seq <= clock.seq) return
    const begun = begunBy(pending, clock)
    if (begun !== null) {
      if ((this.#resting.get(conversation) ?? -Infinity) > steadyMs) this.drop(conversation)
      else this.#clocks.set(conversation, begun)
    } else if (clock !== undefined) {
      this.#clocks.set(conversation, wentOn(clock, message.clock))
    }
  }

  /** It arrived, or never will (null). */
  settled({ conversation, seq }: PendingMessage, externalId: string | null): void {
    const clock = this.#clocks.get(conversation)
    if (clock === undefined) return
    // against: clock over other words
    if (clock.seq !== seq) return
    if (externalId === null) this.drop(conversation)
    else this.#clocks.set(conversation, { ...clock, externalId })
  }

  /** The messenger is slow there, or refuses. */
  rest(conversation: ConversationId, steadyMs: number): void {
    this.drop(conversation)
    this.#resting.set(conversation, steadyMs + restMs)
  }

  drop(conversation: ConversationId): void {
    this.#clocks.delete(conversation)
  }

  /** What is to be changed now, at most `max`, where nothing else waits to be said. */
  due(nowMs: EpochMs, max: number, isCalm: (conversation: ConversationId) => boolean): ReadonlyArray<Delivery> {
    const due: Array<Delivery> = []
    for (const [conversation, clock] of this.#clocks) {
      if (clock.endsAtMs + forgottenAfterMs < nowMs) this.drop(conversation)
      const delivery = due.length < max ? changeOf(conversation, clock, nowMs) : null
      if (delivery !== null && isCalm(conversation)) due.push(delivery)
    }
    return due
  }

  /** What the messenger said of a change; null: it was not asked. */
  changed({ conversation, seq }: Delivery, result: DeliveryResult | null, nowMs: EpochMs, steadyMs: number): void {
    const clock = this.#clocks.get(conversation)
    if (result === null || clock?.seq !== seq) return
    if (result._tag !== "Delivered") return this.rest(conversation, steadyMs)
    if (clock.isOver) this.drop(conversation)
    else this.#clocks.set(conversation, { ...clock, left: movesLeft(clock.endsAtMs - nowMs, clock.ofMs) })
  }
}

/** Another one than there is. */
const begunBy = ({ message, seq }: PendingMessage, clock: Clock | undefined): Clock | null => {
  if (message._tag !== "Say" || message.clock === undefined || message.clock.name === clock?.name) return null
  if (!hasClock(message.text)) return null
  const { endsAtMs, name, ofMs } = message.clock
  return { name, seq, message, externalId: null, endsAtMs, ofMs, left: clockMoves(ofMs) + 1, isOver: false }
}

/** A change of all the time there is has all its moves still to come. */
const wentOn = (clock: Clock, next: RunningClock | undefined): Clock => {
  if (next?.name !== clock.name) return { ...clock, isOver: true }
  const { endsAtMs, ofMs } = next
  return { ...clock, endsAtMs, ofMs, left: ofMs === clock.ofMs ? clock.left : Infinity }
}

/** Buttons stay: who presses one of a step that is over is told so. Null: it looks as it should. */
const changeOf = (conversation: ConversationId, clock: Clock, nowMs: EpochMs): Delivery | null => {
  const { endsAtMs, externalId, isOver, left, message, ofMs, seq } = clock
  if (externalId === null) return null
  const leftMs = endsAtMs - nowMs
  if (!isOver && (leftMs <= 0 || movesLeft(leftMs, ofMs) >= left)) return null
  const text = isOver ? withoutClock(message.text) : withClock(message.text, leftMs, ofMs)
  return {
    conversation,
    seq,
    message: {
      _tag: "Amend",
      text,
      keyboard: message.keyboard,
      slot: message.slot ?? clock.name,
      // What is not said again is gone.
      ...(message.media === undefined ? {} : { media: message.media })
    },
    amends: externalId
  }
}
