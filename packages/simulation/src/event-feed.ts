/** What VK keeps for the bot: events in order, given again from the first one nobody acknowledged. */
import { type ChatInput, type ConversationId, type Incoming, SourceId } from "@znatoki/chat/chat-input"
import type { Envelope, Hearing, Inbox } from "@znatoki/ports/inbox"
import { Effect } from "effect"
import type { Surroundings } from "./surroundings.ts"
import type { VirtualProcess } from "./virtual-process.ts"

interface Kept {
  readonly incoming: Incoming
  isDone: boolean
  /** When any bot was given it first. */
  givenMs: number
}

const pageMax = 100
const pollMs = 20
/** So long a question waits for something to happen. */
const waitMs = 5_000
/** So long it takes to see that nothing comes back. */
const hangMs = 1_500

const nobodyAsks = (): void => {}

export class EventFeed {
  readonly #around: Surroundings
  readonly #kept: Array<Kept> = []
  readonly #waiting = new Set<() => void>()
  #firstUndone = 0

  constructor(around: Surroundings) {
    this.#around = around
  }

  /** What VK itself tells of the bot. */
  tell(conversation: ConversationId, input: ChatInput): void {
    const source = SourceId.make(`vk:${conversation}/${this.#kept.length}`)
    const hears = input._tag === "Invited" ? ({ hearsAll: true } as const) : {}
    this.add({ source, conversation, atMs: Math.floor(this.#around.time.nowMs), input, ...hears })
  }

  add(incoming: Incoming): void {
    this.#kept.push({ incoming, isDone: false, givenMs: Infinity })
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const wake of waiting) wake()
  }

  /** How many events are not acknowledged yet. */
  get undone(): number {
    return this.#kept.reduce((sum, { isDone }) => sum + (isDone ? 0 : 1), 0)
  }

  /** Of what happened before `beforeMs`, was any given to no bot until `untilMs`? */
  isOvertaken(conversation: ConversationId, beforeMs: number, untilMs: number): boolean {
    return this.#kept.some(
      ({ givenMs, incoming }) => incoming.conversation === conversation && incoming.atMs < beforeMs && givenMs > untilMs
    )
  }

  eventsOf(conversation: ConversationId): ReadonlyArray<Incoming> {
    return this.#kept.flatMap(({ incoming }) => (incoming.conversation === conversation ? [incoming] : []))
  }

  /** Reads for one life of one process. Where it can go deaf it tells what it hears, as a long poll does. */
  reader(process: VirtualProcess): Inbox["Service"] {
    const { dice, planned, time, trouble } = this.#around
    const tells = planned.deafEveryMs !== null
    this.#skipDone()
    let read = Math.max(0, this.#firstUndone - trouble.rewind)
    let heardMs = process.nowMs
    let isAsked = false
    let answer: (page: ReadonlyArray<Envelope | Hearing>) => void = nobodyAsks
    let wake: () => void = nobodyAsks

    const look = (): void => {
      if (!process.alive) return
      if (this.#around.isDeaf) return answer([{ _tag: "Deaf", sinceMs: heardMs }])
      if (read >= this.#kept.length && !isAsked) return wait()
      const page = this.#kept.slice(read, read + pageMax)
      read += page.length
      const given: ReadonlyArray<Envelope> = this.#disturbed(page).map((kept) => this.#envelopeOf(kept, process))
      if (!tells || read < this.#kept.length) return answer(given)
      isAsked = false
      heardMs = process.nowMs
      return answer([...given, { _tag: "HeardUntil", atMs: heardMs }])
    }
    const lookIn = (ms: number): void => time.after(ms, () => process.resume(look))
    const wait = (): void => {
      const waiting = (): void => {
        this.#waiting.delete(waiting)
        wake = nobodyAsks
        lookIn(dice.between(0, pollMs))
      }
      this.#waiting.add(waiting)
      if (!tells) return
      wake = waiting
      time.after(waitMs, () => {
        if (!this.#waiting.has(waiting)) return
        isAsked = true
        waiting()
      })
    }

    let isNew = tells
    const take = Effect.callback<ReadonlyArray<Envelope | Hearing>>((resume) => {
      answer = (page) => resume(Effect.succeed(page))
      if (isNew) {
        isNew = false
        return answer([{ _tag: "Deaf", sinceMs: heardMs }])
      }
      lookIn(dice.between(0, this.#around.isDeaf ? hangMs : pollMs))
    })
    const ask = Effect.sync(() => {
      isAsked = tells
      wake()
    })
    return { take, ask }
  }

  #disturbed(page: ReadonlyArray<Kept>): ReadonlyArray<Kept> {
    const { dice, tally, trouble } = this.#around
    const given: Array<Kept> = []
    for (const kept of page) {
      given.push(kept)
      if (trouble.duplicate > 0 && dice.chance(trouble.duplicate)) {
        tally.count("fault: an event twice")
        given.push(kept)
      }
      const before = given.at(-2)
      if (before !== undefined && trouble.reorder > 0 && dice.chance(trouble.reorder)) {
        tally.count("fault: events out of order")
        given.splice(-2, 2, kept, before)
      }
    }
    return given
  }

  #envelopeOf(kept: Kept, process: VirtualProcess): Envelope {
    const { tally, time } = this.#around
    tally.count("events given to the bot")
    kept.givenMs = Math.min(kept.givenMs, time.nowMs)
    return {
      // Not later than it was read, by whichever clock.
      incoming: { ...kept.incoming, atMs: Math.min(kept.incoming.atMs, process.nowMs) },
      done: Effect.sync(() => {
        kept.isDone = true
      })
    }
  }

  #skipDone(): void {
    while (this.#kept[this.#firstUndone]?.isDone === true) this.#firstUndone++
  }
}
