/** Chance that repeats: the same seed gives the same faults. */

export interface FaultDice {
  /** True with this probability. */
  readonly hits: (rate: number) => boolean
}

/** mulberry32: 32 bits of state are plenty to decide which call fails. */
export const makeDice = (seed: number): FaultDice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    // Certainty draws nothing, so that one fault does not move the dice of another.
    hits: (rate) => (rate <= 0 || rate >= 1 ? rate >= 1 : next() < rate)
  }
}
