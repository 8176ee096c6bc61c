/** How a seed becomes a choice. */
import { uniformInt } from "pure-rand/distribution/uniformInt"
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"
import type { Seed } from "../ids.ts"

/** One event may decide several things; each kind of choice has its own dice, so that one does not tell the other. */
const dice = { captain: 1, answerer: 2, board: 3, sector: 4, soloist: 5 } as const
export type Throw = keyof typeof dice

/** Seeds that lie close together must not give choices that follow each other in a pattern. */
const scrambled = (seed: Seed, salt: number): number => {
  const salted = (seed ^ Math.imul(salt, 0x9e3779b9)) >>> 0
  const once = Math.imul(salted ^ (salted >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

const diceOf = (which: Throw, seed: Seed) => xoroshiro128plus(scrambled(seed, dice[which]))

/** One of `things`, each as likely as the others; always the same for the same seed. */
export const pick = <A>(which: Throw, seed: Seed, things: readonly [A, ...ReadonlyArray<A>]): A => {
  const [first] = things
  if (things.length === 1) return first
  return things[uniformInt(diceOf(which, seed), 0, things.length - 1)] ?? first
}

/** The same things in another order, each order as likely as the others. */
export const shuffle = <A>(which: Throw, seed: Seed, things: ReadonlyArray<A>): ReadonlyArray<A> => {
  const rolling = diceOf(which, seed)
  const left = [...things]
  const out: Array<A> = []
  while (left.length > 0) out.push(...left.splice(uniformInt(rolling, 0, left.length - 1), 1))
  return out
}
