/** One conversation in which everything happens at once: its events are serial, and those that wait share a commit. */
import { Effect } from "effect"
import { type Script, taskOf, tickMs } from "./games.ts"
import { conversationNamed, type OwnKernel } from "./own-kernel.ts"

/** Plays the script from its beginning, in one go; returns events a second. */
export const playHot = async (kernel: OwnKernel, script: Script, conversation: number): Promise<number> => {
  kernel.clock.go(tickMs)
  const beganMs = performance.now()
  for (let from = 0; from < script.length; from += 100) {
    const page = script.slice(from, from + 100)
    await kernel.offer(
      page.map((step, i) => taskOf(step, conversationNamed(conversation), from + i, kernel.clock.nowMs, Effect.void))
    )
  }
  await kernel.settled()
  return (script.length / (performance.now() - beganMs)) * 1_000
}
