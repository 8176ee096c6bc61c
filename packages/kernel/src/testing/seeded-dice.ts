/** Dice that fall the same way for the same seed, in every process and on every machine. */
import { seededBits } from "@znatoki/ports/seeded-bits"

export class SeededDice {
  /** A whole number of 32 bits without a sign. */
  readonly bits: () => number

  constructor(seed: number) {
    this.bits = seededBits(seed)
  }

  /** From 0 to 1, 1 excluded. */
  next(): number {
    return this.bits() / 2 ** 32
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from)
  }

  /** How long until the next of things that happen `everyMs` on average, independently of each other. */
  wait(everyMs: number): number {
    return -Math.log(1 - this.next()) * everyMs
  }

  pick<A>(things: ReadonlyArray<A>): A | undefined {
    return things[this.below(things.length)]
  }

  /** Other dice, so that a change in what they are thrown for leaves these as they are. */
  fork(): SeededDice {
    return new SeededDice(this.bits())
  }
}
