/** The time of a simulated world: nothing waits, everything happens in one fixed order. */

interface Planned {
  readonly atMs: number
  /** Of two at the same moment the one planned first is first. */
  readonly order: number
  readonly run: () => void
}

export class VirtualTime {
  #nowMs: number
  #order = 0
  #ready: Array<() => void> = []
  readonly #heap: Array<Planned> = []

  constructor(startMs: number) {
    this.#nowMs = startMs
  }

  get nowMs(): number {
    return this.#nowMs
  }

  soon(run: () => void): void {
    this.#ready.push(run)
  }

  after(ms: number, run: () => void): void {
    this.#push({ atMs: this.#nowMs + Math.max(0, ms), order: this.#order++, run })
  }

  /** Runs everything that needs no time to pass, then goes on to the next planned moment. */
  runUntil(untilMs: number): void {
    for (;;) {
      this.#runReady()
      const next = this.#heap[0]
      if (next === undefined || next.atMs > untilMs) break
      this.#pop()
      this.#nowMs = next.atMs
      next.run()
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs)
  }

  #runReady(): void {
    while (this.#ready.length > 0) {
      const ready = this.#ready
      this.#ready = []
      for (const run of ready) run()
    }
  }

  #push(planned: Planned): void {
    const heap = this.#heap
    let i = heap.length
    heap.push(planned)
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !isSooner(planned, above)) break
      heap[i] = above
      i = parent
    }
    heap[i] = planned
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    let i = 0
    for (;;) {
      const left = 2 * i + 1
      const [a, b] = [heap[left], heap[left + 1]]
      if (a === undefined) break
      const child = b !== undefined && isSooner(b, a) ? b : a
      if (!isSooner(child, last)) break
      heap[i] = child
      i = child === a ? left : left + 1
    }
    heap[i] = last
  }
}

const isSooner = (a: Planned, b: Planned): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)
