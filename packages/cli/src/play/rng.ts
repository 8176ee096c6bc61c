/** Dice of the simulated players: the same seed rolls the same for ever. */

export interface Rng {
  /** 0 ≤ x < 1. */
  readonly unit: () => number
  readonly chance: (probability: number) => boolean
  /** Whole, from `min` to `max`. */
  readonly between: (min: number, max: number) => number
  readonly pick: <A>(things: ReadonlyArray<A>) => A | undefined
}

/** Mulberry32: enough for who speaks when; the game's own dice come from the engine. */
export const makeRng = (seed: number): Rng => {
  let state = seed >>> 0
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    unit,
    chance: (probability) => unit() < probability,
    between: (min, max) => min + Math.floor(unit() * (max - min + 1)),
    pick: (things) => things[Math.floor(unit() * things.length)]
  }
}
