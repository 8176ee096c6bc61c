/**
 * The checks of the whole workspace: what each runs, and how it shows that it read something.
 * A checker that read nothing passes everything, so a check without files is a failed check.
 */
import { spawnSync } from "node:child_process"

export interface Check {
  readonly name: string
  readonly command: string
  readonly args: ReadonlyArray<string>
  /** How many files it read, from its own output; null: it does not say, the planted violation alone proves it. */
  readonly filesRead: ((output: string) => number) | null
}

const count =
  (pattern: RegExp) =>
  (output: string): number =>
    [...output.matchAll(pattern)].reduce((sum, [, digits]) => sum + Number(digits), 0)

export const checks: ReadonlyArray<Check> = [
  {
    name: "types",
    command: "turbo",
    args: ["run", "check", "--output-logs=full", "--ui=stream", "--no-color"],
    filesRead: (output) => Number(/(\d+) successful/.exec(output)?.[1] ?? 0)
  },
  { name: "lint", command: "oxlint", args: ["packages", "scripts", "bench"], filesRead: count(/on (\d+) files/g) },
  {
    name: "boundaries",
    command: "turbo",
    args: ["boundaries", "--no-color"],
    filesRead: count(/Checked (\d+) files/g)
  },
  { name: "dead code", command: "knip", args: ["--no-progress"], filesRead: null },
  { name: "format", command: "oxfmt", args: ["--check", "."], filesRead: count(/on (\d+) files/g) }
]

export interface Outcome {
  readonly passed: boolean
  readonly summary: string
  readonly output: string
}

export const runCheck = (check: Check, folder: string): Outcome => {
  const result = spawnSync(check.command, check.args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" }
  })
  const output = `${result.stdout ?? ""}${result.stderr ?? ""}`
  if (result.error !== undefined) return { passed: false, summary: `could not run: ${result.error.message}`, output }
  if (result.status !== 0) return { passed: false, summary: `exit code ${result.status}`, output }
  const files = check.filesRead?.(output)
  if (files === 0) return { passed: false, summary: "it read no files", output }
  return { passed: true, summary: files === undefined ? "clean" : `clean, ${files} read`, output }
}
