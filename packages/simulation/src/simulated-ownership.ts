/** Ownership among processes: changes at any time, is noticed late by whoever loses, and is given on where the owner died. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Ownership } from "@znatoki/ports/ownership"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Latch } from "effect"
import { SeededDice } from "@znatoki/kernel/testing/seeded-dice"
import type { Apart } from "./apart.ts"
import type { Surroundings } from "./surroundings.ts"
import type { VirtualProcess } from "./virtual-process.ts"

interface Turn {
  readonly name: string
  readonly process: VirtualProcess
  readonly lost: Latch.Latch
  /** When its process began with it; infinity: it has not yet. */
  begunMs: number
  /** Since when it is not the owner any more; infinity: it is. */
  takenMs: number
  /** When its process was told that it is over; infinity: it was not. */
  toldMs: number
}

interface Waiting {
  readonly name: string
  readonly process: VirtualProcess
  readonly own: (turn: Turn) => void
}

const watchMs = 500
/** Some of it is a hiccup, more an outage had nobody else played. */
const unnoticedMaxMs = 1_500
const stillMinMs = 3_000
const stillMaxMs = 12_000
/** How often one asks what it owns. */
const tellingMs = 1_000
const stillSalt = 0x571
/** So long whoever was cut off goes on in good faith. */
const faithMs = 4_000
/** What was decided before is finished, and on its way still: a call of a store takes effect late. */
const finishingMs = 12_000
/** Within so long of beginning its heart beats, with a store that is there. */
const wakingMs = 2_000

export class SimulatedOwnership {
  readonly #around: Surroundings
  readonly #apart: Apart
  /** Of its own: what else a seed decides stays as it is. */
  readonly #dice: SeededDice
  readonly #owners = new Map<string, Turn>()
  readonly #turns: Array<Turn> = []
  #waiting: ReadonlyArray<Waiting> = []

  constructor(around: Surroundings, apart: Apart) {
    this.#around = around
    this.#apart = apart
    this.#dice = new SeededDice(around.seed ^ stillSalt)
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
    const { dice, isCalm } = this.#around
    const next = dice.pick(this.#waiting.filter((each) => this.#isToHave(each)))
    if (next === undefined) return
    const replaced = this.#owners.get(next.name)?.process
    if (replaced === undefined || isCalm || !this.#dice.chance(this.#apart.replacedStill)) return this.#replace(next)
    this.#replaceStill(next, replaced)
  }

  #isToHave({ name, process }: Waiting): boolean {
    return process.alive && this.#owners.has(name)
  }

  #replace(next: Waiting, toldInMs?: number): void {
    this.#around.tally.count("fault: an owner is replaced")
    this.#take(next.name, toldInMs)
    this.#give(next)
  }

  /** Whoever stands still is replaced soon, and learns of it some time after it wakes up. */
  #replaceStill(next: Waiting, replaced: VirtualProcess): void {
    const { tally, time, trace } = this.#around
    tally.count("fault: an owner stands still and is replaced")
    trace.add(`${time.nowMs} the owner of ${next.name} stands still`)
    const unnoticedMs = this.#dice.between(0, unnoticedMaxMs)
    const stillMs = this.#dice.between(stillMinMs, stillMaxMs)
    replaced.freeze()
    time.after(stillMs, () => replaced.thaw())
    time.after(unnoticedMs, () => {
      if (!this.#waiting.includes(next) || !this.#isToHave(next)) return
      this.#replace(next, stillMs - unnoticedMs + this.#dice.between(0, tellingMs))
    })
  }

  /** Whether the process owns the conversation, or finishes what it decided when it did. */
  mayDecide(process: VirtualProcess, conversation: ConversationId): boolean {
    const bucket = `/${partitionOf(conversation) % this.#apart.buckets}`
    const fromMs = this.#around.time.nowMs - finishingMs
    return this.#turns.some((turn) => turn.process === process && turn.name.endsWith(bucket) && turn.toldMs > fromMs)
  }

  /** How much of this time somebody owned the conversation, ran and said so; who runs has said so within `beatMs`. */
  playedWithin(conversation: ConversationId, fromMs: number, toMs: number, beatMs: number): number {
    const bucket = `/${partitionOf(conversation) % this.#apart.buckets}`
    const turns = this.#turns.filter(({ name }) => name.endsWith(bucket))
    return Math.max(0, ...turns.map((turn) => this.#playedIn(turn, fromMs, toMs, beatMs)))
  }

  /** From when its heart beats, and until the last beat that is sure. */
  #playedIn({ begunMs, process, takenMs }: Turn, fromMs: number, toMs: number, beatMs: number): number {
    const ends = process.runs.map((run) => {
      const endMs = Math.min(run.toMs, takenMs)
      return (
        Math.min(toMs, endMs < this.#around.time.nowMs ? endMs - beatMs : endMs) -
        Math.max(fromMs, Math.max(run.fromMs, begunMs) + wakingMs)
      )
    })
    return Math.max(0, ...ends)
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
    const turn: Turn = {
      name,
      process,
      lost: Latch.makeUnsafe(false),
      begunMs: Infinity,
      takenMs: Infinity,
      toldMs: Infinity
    }
    this.#owners.set(name, turn)
    this.#turns.push(turn)
    this.#around.time.after(this.#around.dice.between(0, watchMs), () =>
      process.resume(() => {
        turn.begunMs = this.#around.time.nowMs
        own(turn)
      })
    )
  }

  #take(name: string, toldInMs?: number): void {
    const turn = this.#owners.get(name)
    this.#owners.delete(name)
    if (turn === undefined) return
    const { dice, time } = this.#around
    turn.takenMs = time.nowMs
    time.after(toldInMs ?? (dice.chance(0.5) ? 0 : dice.between(0, faithMs)), () =>
      turn.process.resume(() => {
        turn.toldMs = time.nowMs
        Latch.openUnsafe(turn.lost)
      })
    )
  }

  #release(turn: Turn): void {
    turn.toldMs = Math.min(turn.toldMs, this.#around.time.nowMs)
    turn.takenMs = Math.min(turn.takenMs, this.#around.time.nowMs)
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
