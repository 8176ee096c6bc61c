/** Runs one seed after another on all processors, until enough has happened or a promise is broken. */
import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { SeedReport } from "./seed-worker.ts"
import { Tally } from "./tally.ts"

export interface SeedsResult {
  readonly tally: Tally
  /** How many events all of them had. */
  readonly events: number
  /** Of all traces together, whichever thread ran which. */
  readonly hash: string
  readonly failed: ReadonlyArray<SeedReport>
}

export interface SeedsOptions {
  readonly from: number
  /** Runs until that much has happened; null: until `to`. */
  readonly events: number | null
  readonly to: number
  /** Begins no more seeds after so long, though less has happened; null: however long it takes. */
  readonly seconds?: number | null
  /** Stops after this many seeds that failed. */
  readonly failuresMax: number
}

/** What counts: everything that reached the kernel, and everything it asked of its ports. */
const counted = [
  "events given to the bot",
  "timers that ended a wait",
  "calls of stores",
  "deliveries asked for",
  "presses answered"
]

export const eventsIn = (tally: Tally): number => counted.reduce((sum, what) => sum + tally.of(what), 0)

export const runSeeds = async (options: SeedsOptions): Promise<SeedsResult> => {
  const { events, failuresMax, from, seconds = null, to } = options
  const endsAtMs = seconds === null ? Infinity : performance.now() + seconds * 1_000
  const tally = new Tally()
  const failed: Array<SeedReport> = []
  let next = from
  let hash = 0n
  const isEnough = (): boolean =>
    next > to ||
    failed.length >= failuresMax ||
    (events !== null && eventsIn(tally) >= events) ||
    (next > from && performance.now() >= endsAtMs)

  const runSome = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("seed-worker.ts", import.meta.url))
      const ask = (): void => {
        if (!isEnough()) return worker.postMessage(next++)
        void worker.terminate().then(() => resolve())
      }
      worker.on("error", reject)
      worker.on("message", (report: SeedReport) => {
        tally.addAll(report.counts)
        hash ^= BigInt(`0x${report.hash}`)
        if (report.wrongs.length > 0) failed.push(report)
        ask()
      })
      ask()
    })
  await Promise.all(Array.from({ length: availableParallelism() }, runSome))
  failed.sort((a, b) => a.seed - b.seed)
  return { tally, events: eventsIn(tally), hash: hash.toString(16).padStart(16, "0"), failed }
}
