/** Ten thousand conversations through the sandbox: with VK's limit of requests lifted, and as VK has it. */
import type { BenchDatabase } from "../kernel/database.ts"
import { less, type Measured, whole } from "../report/row.ts"
import { playThroughSandbox } from "./through-sandbox.ts"

const conversations = 10_000
const seconds = 20

export const httpRows = async (where: BenchDatabase): Promise<ReadonlyArray<Measured>> => {
  const events = 1_000
  const result = await playThroughSandbox(where, { conversations, eventsPerSecond: events, seconds, vkLimit: false })
  const { answered, loadLateMs, p50, p99, p99FromAccepted } = result
  return [
    {
      what: "from event to call over HTTP, p99",
      value: answered === result.events ? p99 : null,
      unit: "ms",
      toReach: less(100),
      note:
        `${whole(conversations)} conversations, ${whole(events)} events/s for ${seconds} s, each with a call; ` +
        `${whole(answered)} of ${whole(result.events)} answered; p50 ${p50.toFixed(1)}, p99 from accepted ` +
        `${p99FromAccepted.toFixed(1)} ms; the load itself was at most ${loadLateMs.toFixed(0)} ms late`
    }
  ]
}
