/** A thread that runs the seeds it is given and tells what became of each. */
import { parentPort } from "node:worker_threads"
import { runSeed, type SeedResult } from "./run-seed.ts"
import { Tally } from "./tally.ts"

export interface SeedReport extends SeedResult {
  readonly counts: ReadonlyArray<readonly [string, number]>
}

parentPort?.on("message", (seed: number) => {
  const tally = new Tally()
  const report: SeedReport = { ...runSeed(seed, { tally }), counts: tally.entries }
  parentPort?.postMessage(report)
})
