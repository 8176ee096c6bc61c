/** Ownership among processes: changes at any time, is noticed late by whoever loses, and is given on where the owner died. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Ownership } from "@znatoki/ports/ownership"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Latch } from "effect"
import type { Surroundings } from "./surroundings.ts"
import type { VirtualProcess } from "./virtual-process.ts"

interface Turn {
  readonly name: string
  readonly process: VirtualProcess
  readonly lost: Latch.Latch
  /** When its process was told that it is over; infinity: it was not. */
  toldMs: number
}

interface Waiting {
  readonly name: string
  readonly process: VirtualProcess
  readonly own: (turn: Turn) => void
}

const watchMs = 500
/** So long whoever was cut off goes on in good faith. */
const faithMs = 4_000
/** What was decided before is finished, and on its way still: a call of a store takes effect late. */
const finishingMs = 12_000

export class SimulatedOwnership {
  readonly #around: Surroundings
  readonly #buckets: number
  readonly #owners = new Map<string, Turn>()
  readonly #turns: Array<Turn> = []
  #waiting: ReadonlyArray<Waiting> = []

  constructor(around: Surroundings, buckets: number) {
    this.#around = around
    this.#buckets = buckets
    this.#watch()
  }

  portOf(process: VirtualProcess): Ownership["Service"] {
    return {
      hold: (name, work) =>
        this.#turnOf(name, process).pipe(
          Effect.flatMap((turn) =>
            Effect.raceFirst(work, turn.lost.await).pipe(Effect.ensuring(Effect.sync(() => this.#release(turn))))
          ),
          Effect.forever
        )
    }
  }

  /** Somebody else owns something from now on; who had it learns of it later. */
  handOver(): void {
    const { dice, tally } = this.#around
    const next = dice.pick(this.#waiting.filter(({ name, process }) => process.alive && this.#owners.has(name)))
    if (next === undefined) return
    tally.count("fault: an owner is replaced")
    this.#take(next.name)
    this.#give(next)
  }

  /** Whether the process owns the conversation, or finishes what it decided when it did. */
  mayDecide(process: VirtualProcess, conversation: ConversationId): boolean {
    const bucket = `/${partitionOf(conversation) % this.#buckets}`
    const fromMs = this.#around.time.nowMs - finishingMs
    return this.#turns.some((turn) => turn.process === process && turn.name.endsWith(bucket) && turn.toldMs > fromMs)
  }

  #turnOf(name: string, process: VirtualProcess): Effect.Effect<Turn> {
    return Effect.callback((resume) => {
      const waiting = { name, process, own: (turn: Turn) => resume(Effect.succeed(turn)) }
      this.#waiting = [...this.#waiting, waiting]
      if (!this.#owners.has(name)) this.#give(waiting)
      return Effect.sync(() => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting)
      })
    })
  }

  #give(waiting: Waiting): void {
    const { name, own, process } = waiting
    this.#waiting = this.#waiting.filter((each) => each !== waiting)
    const turn: Turn = { name, process, lost: Latch.makeUnsafe(false), toldMs: Infinity }
    this.#owners.set(name, turn)
    this.#turns.push(turn)
    this.#around.time.after(this.#around.dice.between(0, watchMs), () => process.resume(() => own(turn)))
  }

  #take(name: string): void {
    const turn = this.#owners.get(name)
    this.#owners.delete(name)
    if (turn === undefined) return
    const { dice, time } = this.#around
    time.after(dice.chance(0.5) ? 0 : dice.between(0, faithMs), () =>
      turn.process.resume(() => {
        turn.toldMs = time.nowMs
        Latch.openUnsafe(turn.lost)
      })
    )
  }

  #release(turn: Turn): void {
    turn.toldMs = Math.min(turn.toldMs, this.#around.time.nowMs)
    if (this.#owners.get(turn.name) !== turn) return
    this.#owners.delete(turn.name)
    this.#giveOn(turn.name)
  }

  #giveOn(name: string): void {
    const next = this.#waiting.find((each) => each.name === name && each.process.alive && !each.process.isFrozen)
    if (next !== undefined) this.#give(next)
  }

  /** Who died or stands still owns nothing, as soon as that is noticed. */
  #watch(): void {
    this.#around.time.after(watchMs, () => {
      for (const [name, { process }] of this.#owners) {
        const isThere = process.alive && !process.isFrozen
        const isWanted = this.#waiting.some(
          (each) => each.name === name && each.process.alive && !each.process.isFrozen
        )
        if (!isThere && (isWanted || !process.alive)) this.#take(name)
      }
      for (const { name } of this.#waiting) if (!this.#owners.has(name)) this.#giveOn(name)
      this.#watch()
    })
  }
}
