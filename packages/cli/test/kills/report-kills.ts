/** Adds up the kills of all files, tells how many of each kind happened, and fails a whole run that had too few. */
import { readdirSync } from "node:fs"
import type { Reporter, TestModule } from "vitest/node"
import { SIGKILL } from "./kill-count.ts"

/** By how a kind's name begins. */
const least: { readonly [begin: string]: number } = {
  [SIGKILL]: 200,
  [`${SIGKILL} before `]: 60,
  [`${SIGKILL} after `]: 60,
  [`${SIGKILL} at a random moment`]: 60,
  "PostgreSQL stopped with -m immediate": 10,
  "SIGSTOP past the silence that is an outage": 5
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** When only some files were asked for, or fewer deaths, nothing can be said of the whole. */
const isWhole = (modules: ReadonlyArray<TestModule>): boolean =>
  process.env["KILLS_TIMES"] === undefined &&
  modules.every(({ moduleId }) => moduleId.endsWith(".kills.ts")) &&
  modules.length === readdirSync(import.meta.dirname).filter((file) => file.endsWith(".kills.ts")).length

export class KillReport implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    const counts = countsOf(modules)
    const sumOf = (begin: string): number =>
      [...counts].reduce((sum, [kind, count]) => (kind.startsWith(begin) ? sum + count : sum), 0)
    for (const [kind, count] of [...counts].toSorted()) print(`${String(count).padStart(5)} × ${kind}`)
    print(`${sumOf(SIGKILL)} kills of the bot by ${SIGKILL}, ${sumOf("")} kills in all`)
    if (!isWhole(modules)) return
    for (const [begin, wanted] of Object.entries(least)) {
      if (sumOf(begin) >= wanted) continue
      print(`too few: ${sumOf(begin)} × «${begin}…», at least ${wanted} are wanted`)
      process.exitCode = 1
    }
  }
}

const countsOf = (modules: ReadonlyArray<TestModule>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const module of modules) {
    for (const test of module.children.allTests("passed")) {
      for (const [kind, count] of Object.entries(test.meta().kills ?? {})) {
        counts.set(kind, (counts.get(kind) ?? 0) + count)
      }
    }
  }
  return counts
}
