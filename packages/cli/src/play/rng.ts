/** Dice of the simulated players: the same seed rolls the same for ever. */
import { seededBits } from "@znatoki/ports/seeded-bits"

export interface Rng {
  /** 0 ≤ x < 1. */
  readonly unit: () => number
  readonly chance: (probability: number) => boolean
  /** Whole, from `min` to `max`. */
  readonly between: (min: number, max: number) => number
  readonly pick: <A>(things: ReadonlyArray<A>) => A | undefined
}

/** Enough for who speaks when; the game's own dice come from the engine. */
export const makeRng = (seed: number): Rng => {
  const bits = seededBits(seed)
  const unit = (): number => bits() / 2 ** 32
  return {
    unit,
    chance: (probability) => unit() < probability,
    between: (min, max) => min + Math.floor(unit() * (max - min + 1)),
    pick: (things) => things[Math.floor(unit() * things.length)]
  }
}
