/** What was published and is not done yet, in its order; and what may be told when it is. Pure, but for its own memory. */
import type { LineEvent } from "@znatoki/ports/event-line"
import type { Hearing } from "@znatoki/ports/inbox"
import type { Trace } from "@znatoki/ports/tracing"
import type { Effect } from "effect"

export interface Undone {
  readonly id: number
  readonly bucket: number
  readonly event: LineEvent
  readonly done: Effect.Effect<void>
  readonly trace: Trace | null
  sentMs: number
  /** With what it was sent last; null: it was not yet. */
  sentIn: Message | null
  /** The broker has it for good. */
  isSafe: boolean
}

/** Several events of a bucket that were sent together. */
export interface Message {
  readonly oneIsDone: () => void
}

interface Barrier {
  readonly upTo: number
  readonly hearing: Hearing
}

/** A broker that lost what it had confirmed is rare; one that is slow is not. */
const againMs = 10_000
const againMaxMs = 160_000
const barriersMax = 100

export class UndoneEvents {
  readonly #all = new Map<number, Undone>()
  readonly #againMs = new Map<number, number>()
  #barriers: Array<Barrier> = []
  #lastId = 0

  get size(): number {
    return this.#all.size
  }

  add(bucket: number, event: LineEvent, done: Effect.Effect<void>, trace: Trace | null = null): Undone {
    const undone: Undone = { id: ++this.#lastId, bucket, event, done, trace, sentMs: 0, sentIn: null, isSafe: false }
    this.#all.set(undone.id, undone)
    return undone
  }

  has(id: number): boolean {
    return this.#all.has(id)
  }

  /** Undefined: it is done already. */
  finish(id: number): Undone | undefined {
    const undone = this.#all.get(id)
    this.#all.delete(id)
    undone?.sentIn?.oneIsDone()
    if (undone !== undefined) this.#againMs.delete(undone.bucket)
    return undone
  }

  /** All of the bucket of which the broker did not say that it has it. */
  unsafe(bucket: number): ReadonlyArray<Undone> {
    return [...this.#all.values()].filter((each) => each.bucket === bucket && !each.isSafe)
  }

  /** In their order, of every bucket in which one waits for too long; ever more seldom while nothing there is done. */
  overdue(nowMs: number): ReadonlyArray<Undone> {
    const late = new Set<number>()
    const first = new Set<number>()
    for (const { bucket, isSafe, sentMs } of this.#all.values()) {
      if (first.has(bucket)) continue
      first.add(bucket)
      const waitMs = this.#againMs.get(bucket) ?? againMs
      if (!isSafe || nowMs - sentMs < waitMs) continue
      late.add(bucket)
      this.#againMs.set(bucket, Math.min(againMaxMs, waitMs * 2))
    }
    return late.size === 0 ? [] : [...this.#all.values()].filter(({ bucket }) => late.has(bucket))
  }

  /** To be told when everything that was published so far is done. */
  hold(hearing: Hearing): void {
    if (this.#barriers.length >= barriersMax) this.#barriers.pop()
    this.#barriers.push({ upTo: this.#lastId, hearing })
  }

  forgetHeld(): void {
    this.#barriers = []
  }

  /** What may be told now: the last of it says it all. Null: nothing. */
  passed(): Hearing | null {
    const [oldest = Infinity] = this.#all.keys()
    let last: Hearing | null = null
    while ((this.#barriers[0]?.upTo ?? Infinity) < oldest) last = this.#barriers.shift()?.hearing ?? null
    return last
  }
}
