/** Messages from process to process: they take time, get lost, come twice, late, and after later ones. */
import { Effect } from "effect"
import type { Apart } from "./apart.ts"
import type { Surroundings } from "./surroundings.ts"
import type { VirtualProcess } from "./virtual-process.ts"

const wayMs = 3
const lateMs = 6_000

export const runIn = (process: VirtualProcess, effect: Effect.Effect<void>): void =>
  void Effect.runFork(effect, { scheduler: process.scheduler })

export class Messages {
  readonly #around: Surroundings
  readonly #chances: Apart

  constructor(around: Surroundings, chances: Apart) {
    this.#around = around
    this.#chances = chances
  }

  /** Once the trouble is over everything arrives, once and soon. */
  send(to: VirtualProcess, arrive: () => void): void {
    const { dice, isCalm, tally, time } = this.#around
    const { late, lost, twice } = this.#chances
    const go = (ms: number): void => time.after(ms, () => to.resume(arrive))
    if (!isCalm && dice.chance(lost)) return tally.count("fault: a message between processes is lost")
    if (!isCalm && dice.chance(twice)) {
      tally.count("fault: a message between processes comes twice")
      go(dice.between(0, lateMs))
    }
    if (isCalm || !dice.chance(late)) return go(dice.between(0, wayMs))
    tally.count("fault: a message between processes is late")
    go(dice.between(0, lateMs))
  }

  /** What one connection carries comes in order and once, or not at all. */
  sendInOrder(to: VirtualProcess, arrive: () => void): void {
    this.#around.time.after(wayMs, () => to.resume(arrive))
  }
}
