/** How long who sent wrong tokens waits for the answer: ever longer, a few at a time, and by address. */
import { RecentMap } from "@znatoki/ports/recent-map"

const firstMs = 100
const longestMs = 2_000
/** How many answers of one address wait at once. */
const waitingMax = 8
/** Of that many addresses the failures are known. */
const addressesMax = 1_000

interface Guesser {
  failures: number
  waiting: number
}

export class SlowDown {
  readonly #guessers = new RecentMap<string, Guesser>(addressesMax)
  readonly #pause: (ms: number) => Promise<void>

  constructor(pause: (ms: number) => Promise<void>) {
    this.#pause = pause
  }

  /** Whether one more token of this address may be looked at. */
  mayTry(address: string): boolean {
    return (this.#guessers.get(address)?.waiting ?? 0) < waitingMax
  }

  /** It was wrong: resolves when it may be told so. */
  async failed(address: string): Promise<void> {
    const guesser = this.#guessers.get(address) ?? { failures: 0, waiting: 0 }
    this.#guessers.set(address, guesser)
    guesser.failures++
    guesser.waiting++
    await this.#pause(Math.min(longestMs, firstMs * 2 ** (guesser.failures - 1)))
    guesser.waiting--
  }

  /** It was right: whoever mistyped is forgiven. */
  passed(address: string): void {
    this.#guessers.delete(address)
  }
}
