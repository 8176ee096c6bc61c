/**
 * Reads vitest's JSON reports: names what was skipped, which here counts as failed, and ends with one line of numbers. What looks
 * for the version before may be skipped where the repository came without its history, which nothing here could install.
 */
import { readFileSync } from "node:fs"

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: ReadonlyArray<{
    readonly name: string
    readonly status: string
    readonly assertionResults: ReadonlyArray<{ readonly fullName: string; readonly status: string }>
  }>
}

const reports: ReadonlyArray<Report> = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")))
const results = reports.flatMap(({ testResults }) => testResults)
const sum = (of: (report: Report) => number): number => reports.reduce((all, report) => all + of(report), 0)
const skipped = results.flatMap(({ assertionResults, name }) =>
  assertionResults
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ fullName }) => `${name}: ${fullName}`)
)
// A file that could not be loaded has no tests to fail.
const broken = results.filter(
  ({ assertionResults, status }) => status === "failed" && assertionResults.every(({ status }) => status !== "failed")
).length
const passed = sum(({ numPassedTests }) => numPassedTests)
const failed = sum(({ numFailedTests }) => numFailedTests) + broken

const isExcused = (name: string): boolean => name.includes("(skipped: there is no history)")
const missed = skipped.filter((name) => !isExcused(name))

for (const each of missed) process.stdout.write(`skipped, and nothing may be skipped here: ${each}\n`)
for (const each of skipped.filter(isExcused)) process.stdout.write(`skipped: ${each}\n`)
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped.length} skipped\n`)
process.exitCode = failed + missed.length > 0 || passed === 0 ? 1 : 0
