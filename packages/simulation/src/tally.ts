/** What happened in simulated worlds, counted; and the trace that two runs of a seed are compared by. */

export class Tally {
  readonly #counts = new Map<string, number>()

  count(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times)
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0
  }

  get entries(): ReadonlyArray<readonly [string, number]> {
    return [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  }

  addAll(entries: ReadonlyArray<readonly [string, number]>): void {
    for (const [what, times] of entries) this.count(what, times)
  }
}

/** Every line goes into the hash; the lines themselves are kept only for those who want to read them. */
export class Trace {
  #low = 0x811c9dc5
  #high = 0xc9dc5811
  readonly #show: ((line: string) => void) | null

  constructor(show: ((line: string) => void) | null = null) {
    this.#show = show
  }

  add(line: string): void {
    for (let i = 0; i < line.length; i++) {
      const unit = line.charCodeAt(i)
      this.#low = Math.imul(this.#low ^ unit, 0x01000193)
      this.#high = Math.imul(this.#high ^ unit, 0x5bd1e995)
    }
    this.#show?.(line)
  }

  get hash(): string {
    return hex(this.#low) + hex(this.#high)
  }
}

const hex = (bits: number): string => (bits >>> 0).toString(16).padStart(8, "0")
