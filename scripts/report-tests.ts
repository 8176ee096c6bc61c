/** Reads vitest's JSON report: names what was skipped, which here counts as failed, and ends with one line of numbers. */
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

const [file = ""] = process.argv.slice(2)
const report: Report = JSON.parse(readFileSync(file, "utf8"))
const skipped = report.testResults.flatMap(({ assertionResults, name }) =>
  assertionResults
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ fullName }) => `${name}: ${fullName}`)
)
// A file that could not be loaded has no tests to fail.
const broken = report.testResults.filter(
  ({ assertionResults, status }) => status === "failed" && assertionResults.every(({ status }) => status !== "failed")
).length
const failed = report.numFailedTests + broken

for (const each of skipped) process.stdout.write(`skipped, and nothing may be skipped here: ${each}\n`)
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped\n`)
process.exitCode = failed + skipped.length > 0 || report.numPassedTests === 0 ? 1 : 0
