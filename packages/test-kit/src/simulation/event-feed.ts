/** What VK keeps for the bot: events in order, given again from the first one nobody acknowledged. */
import type { ConversationId, Incoming } from "@znatoki/host/chat-input"
import type { Envelope } from "@znatoki/runtime/ports/inbox"
import { Effect } from "effect"
import type { Surroundings } from "./surroundings.ts"
import type { VirtualProcess } from "./virtual-process.ts"

interface Kept {
  readonly incoming: Incoming
  isDone: boolean
}

const pageMax = 100
const pollMs = 20

export class EventFeed {
  readonly #around: Surroundings
  readonly #kept: Array<Kept> = []
  readonly #waiting = new Set<() => void>()
  #firstUndone = 0

  constructor(around: Surroundings) {
    this.#around = around
  }

  add(incoming: Incoming): void {
    this.#kept.push({ incoming, isDone: false })
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const wake of waiting) wake()
  }

  /** How many events are not acknowledged yet. */
  get undone(): number {
    return this.#kept.reduce((sum, { isDone }) => sum + (isDone ? 0 : 1), 0)
  }

  eventsOf(conversation: ConversationId): ReadonlyArray<Incoming> {
    return this.#kept.flatMap(({ incoming }) => (incoming.conversation === conversation ? [incoming] : []))
  }

  /** Reads for one life of one process. */
  reader(process: VirtualProcess): Effect.Effect<ReadonlyArray<Envelope>> {
    const { dice, trouble } = this.#around
    this.#skipDone()
    let read = Math.max(0, this.#firstUndone - trouble.rewind)
    return Effect.callback((resume) => {
      const look = (): void => {
        if (!process.alive) return
        if (read >= this.#kept.length) {
          this.#waiting.add(() => this.#around.time.after(dice.between(0, pollMs), () => process.resume(look)))
          return
        }
        const page = this.#kept.slice(read, read + pageMax)
        read += page.length
        resume(Effect.succeed(this.#disturbed(page).map((kept) => this.#envelopeOf(kept))))
      }
      this.#around.time.after(dice.between(0, pollMs), () => process.resume(look))
    })
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

  #envelopeOf(kept: Kept): Envelope {
    this.#around.tally.count("events given to the bot")
    return {
      incoming: kept.incoming,
      done: Effect.sync(() => {
        kept.isDone = true
      })
    }
  }

  #skipDone(): void {
    while (this.#kept[this.#firstUndone]?.isDone === true) this.#firstUndone++
  }
}
