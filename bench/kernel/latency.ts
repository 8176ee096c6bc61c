/** How long one event takes on an idle system: from its text to its commit. */
import { Effect } from "effect"
import { setTimeout as sleep } from "node:timers/promises"
import { type Script, taskOf, tickMs } from "./games.ts"
import { conversationNamed, type OwnKernel } from "./own-kernel.ts"

/** Between two events: the system is idle again. */
export const pauseMs = 3

export const measureLatency = async (
  kernel: OwnKernel,
  script: Script,
  conversations: Iterable<number>
): Promise<ReadonlyArray<number>> => {
  const tookMs: Array<number> = []
  for (const number of conversations) {
    for (const [place, step] of script.entries()) {
      kernel.clock.go(tickMs)
      await sleep(pauseMs)
      const { promise, resolve } = Promise.withResolvers<number>()
      const done = Effect.sync(() => resolve(performance.now()))
      const beganMs = performance.now()
      await kernel.offer([taskOf(step, conversationNamed(number), place, kernel.clock.nowMs, done)])
      tookMs.push((await promise) - beganMs)
      await kernel.settled()
    }
  }
  return tookMs
}

export const percentile = (values: ReadonlyArray<number>, part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN
