/** Whether the roles of a world's bot are apart, and what becomes of the messages between them: decided by the seed. */
import { SeededDice } from "@znatoki/kernel/testing/seeded-dice"

export interface Apart {
  readonly buckets: number
  readonly workers: number
  /** Chances of one message from process to process. */
  readonly lost: number
  readonly twice: number
  readonly late: number
  /** Milliseconds between two changes of an owner on average; null: never, but for deaths. */
  readonly handOverEveryMs: number | null
  /** Chance of one who is replaced to stand still meanwhile, and to go on in good faith when it wakes up. */
  readonly replacedStill: number
}

/** Dice of its own: what else a seed decides stays as it is. */
const salt = 0x5eed

/** Null: all in one process, with nothing between. */
export const apartOf = (seed: number): Apart | null => {
  const dice = new SeededDice(seed ^ salt)
  if (!dice.chance(0.4)) return null
  const now = (share: number, from: number, to: number): number => (dice.chance(share) ? dice.between(from, to) : 0)
  const apart = {
    buckets: 1 + dice.below(4),
    workers: 1 + dice.below(3),
    lost: now(0.5, 0.01, 0.2),
    twice: now(0.5, 0.01, 0.3),
    late: now(0.5, 0.01, 0.2),
    handOverEveryMs: dice.chance(0.6) ? dice.between(500, 10_000) : null
  }
  const replacedStill = now(0.5, 0.2, 0.8)
  return { ...apart, replacedStill: apart.workers === 1 || apart.handOverEveryMs === null ? 0 : replacedStill }
}
