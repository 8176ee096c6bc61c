/** Runs every check, or those named on the command line, and says which failed. */
import { checks, runCheck } from "./checks.ts"

const wanted = process.argv.slice(2)
const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
let failed = chosen.length === 0

for (const check of chosen) {
  const { output, passed, summary } = runCheck(check, process.cwd())
  if (!passed) {
    failed = true
    process.stderr.write(`${output}\n`)
  }
  process.stdout.write(`${passed ? "ok    " : "FAILED"} ${check.name}: ${summary}\n`)
}
process.exitCode = failed ? 1 : 0
