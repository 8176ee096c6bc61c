/** The deadlines that are near, soonest first: a binary heap in which a moved deadline leaves its old entry behind. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { ArmedTimer } from "@znatoki/ports/game-store"

interface Entry {
  readonly fireAtMs: EpochMs
  armed: ArmedTimer
}

/** How many entries may be left behind, beside as many as there are deadlines. */
const leftBehindMax = 1_000

export class DeadlineQueue {
  #heap: Array<Entry> = []
  readonly #current = new Map<ConversationId, Entry>()

  get size(): number {
    return this.#current.size
  }

  /** How many entries memory holds, those left behind included. */
  get entries(): number {
    return this.#heap.length
  }

  /** `fireAtMs`: when to give it out, if that is another time than its own. */
  set(armed: ArmedTimer, fireAtMs: EpochMs = armed.atMs): void {
    const known = this.#current.get(armed.conversation)
    if (known?.fireAtMs === fireAtMs) {
      // One that is as it was keeps its old object: a new one would only be one more for the garbage collector to move.
      if (!isSame(known.armed, armed)) known.armed = armed
      return
    }
    const entry: Entry = { armed, fireAtMs }
    this.#current.set(armed.conversation, entry)
    this.#heap.push(entry)
    this.#up(this.#heap.length - 1)
    this.#tidy()
  }

  clear(conversation: ConversationId): void {
    if (this.#current.delete(conversation)) this.#tidy()
  }

  /** When the soonest deadline that still holds is to be given out. */
  peek(): EpochMs | undefined {
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      if (this.#current.get(top.armed.conversation) === top) return top.fireAtMs
      this.#drop()
    }
    return undefined
  }

  /** Takes out what is due at `nowMs`, at most `limit`. */
  takeDue(nowMs: number, limit: number): ReadonlyArray<ArmedTimer> {
    const due: Array<ArmedTimer> = []
    for (let top = this.#heap[0]; top !== undefined && due.length < limit; top = this.#heap[0]) {
      const holds = this.#current.get(top.armed.conversation) === top
      if (holds && top.fireAtMs > nowMs) break
      this.#drop()
      if (!holds) continue
      this.#current.delete(top.armed.conversation)
      due.push(top.armed)
    }
    return due
  }

  /** Were the entries left behind never thrown out, games that move often would fill memory with them. */
  #tidy(): void {
    if (this.#heap.length <= 2 * this.#current.size + leftBehindMax) return
    this.#heap = [...this.#current.values()]
    for (let i = (this.#heap.length >> 1) - 1; i >= 0; i--) this.#down(i)
  }

  #drop(): void {
    const last = this.#heap.pop()
    if (last === undefined || this.#heap.length === 0) return
    this.#heap[0] = last
    this.#down(0)
  }

  #up(start: number): void {
    for (let i = start; i > 0;) {
      const parent = (i - 1) >> 1
      if (!this.#sooner(i, parent)) return
      this.#swap(i, parent)
      i = parent
    }
  }

  #down(start: number): void {
    for (let i = start; ;) {
      const left = 2 * i + 1
      const right = left + 1
      const child = right < this.#heap.length && this.#sooner(right, left) ? right : left
      if (child >= this.#heap.length || !this.#sooner(child, i)) return
      this.#swap(i, child)
      i = child
    }
  }

  #sooner(i: number, j: number): boolean {
    const a = this.#heap[i]
    const b = this.#heap[j]
    return a !== undefined && b !== undefined && a.fireAtMs < b.fireAtMs
  }

  #swap(i: number, j: number): void {
    const a = this.#heap[i]
    const b = this.#heap[j]
    if (a === undefined || b === undefined) return
    this.#heap[i] = b
    this.#heap[j] = a
  }
}

const isSame = (a: ArmedTimer, b: ArmedTimer): boolean =>
  a.atMs === b.atMs && a.timer === b.timer && a.game === b.game && a.updatedAtMs === b.updatedAtMs
