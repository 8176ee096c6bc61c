/** Many conversations, each somewhere else in its games; every tick each of them does its next step. */
import type { Question } from "@znatoki/engine"
import type { Task } from "@znatoki/kernel/play/task"
import { Effect } from "effect"
import type { BenchDatabase } from "./database.ts"
import { record, type Script, taskOf, tickMs } from "./games.ts"
import { conversationNamed, type OwnKernel } from "./own-kernel.ts"

/** As many as a page of Long Poll that was not asked for a while. */
const pageMax = 100

export const recordScripts = async (
  where: BenchDatabase,
  questions: ReadonlyArray<Question>
): Promise<ReadonlyArray<Script>> => {
  const scripts: Array<Script> = []
  for (const [i, players] of [2, 3, 4, 6].entries()) {
    scripts.push(await record(where, questions, { players, games: 3, timers: true, seed: i + 1 }))
  }
  return scripts
}

export class Crowd {
  readonly #scripts: ReadonlyArray<Script>
  readonly #size: number
  readonly #spread: number
  #tick = 0
  /** For each tick under way, what to await until everything that happened in it is safe. */
  readonly #safe = new Map<number, Promise<void>>()

  /** `spread`: over how many ticks the first games begin. */
  constructor(scripts: ReadonlyArray<Script>, size: number, spread: number) {
    this.#scripts = scripts
    this.#size = size
    this.#spread = spread
  }

  /** Plays until every conversation is in a game. */
  async ramp(kernel: OwnKernel): Promise<void> {
    await this.play(kernel, this.#spread)
  }

  /** Plays so many ticks, one right after the other; returns how many events were brought. */
  async play(kernel: OwnKernel, ticks: number): Promise<number> {
    let brought = 0
    for (let i = 0; i < ticks; i++) {
      // The clock may not run away from events that wait: their waits would begin too late.
      await this.#safe.get(this.#tick - 2)
      this.#safe.delete(this.#tick - 2)
      kernel.clock.go(tickMs)
      brought += await this.#playTick(kernel)
    }
    await kernel.settled()
    return brought
  }

  async #playTick(kernel: OwnKernel): Promise<number> {
    const steps = this.#stepsOf(this.#tick)
    const { promise, resolve } = Promise.withResolvers<void>()
    let left = steps.length
    const done = Effect.sync(() => {
      if (--left === 0) resolve()
    })
    if (left === 0) resolve()
    this.#safe.set(this.#tick++, promise)
    for (let from = 0; from < steps.length; from += pageMax) {
      // The texts are read page by page, as a bot reads them.
      const page = steps.slice(from, from + pageMax)
      await kernel.offer(page.map((read) => read(kernel.clock.nowMs, done)))
    }
    return steps.length
  }

  #stepsOf(tick: number): ReadonlyArray<(nowMs: number, done: Effect.Effect<void>) => Task> {
    const found: Array<(nowMs: number, done: Effect.Effect<void>) => Task> = []
    for (let number = 0; number < this.#size; number++) {
      const script = this.#scripts[number % this.#scripts.length]
      // Neighbours are at different places of their games.
      const place = tick - ((number * 7) % this.#spread)
      const step = script?.[place]
      const conversation = conversationNamed(number)
      if (step !== undefined) found.push((nowMs, done) => taskOf(step, conversation, place, nowMs, done))
    }
    return found
  }
}
