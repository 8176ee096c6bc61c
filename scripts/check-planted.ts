/** Shows that each check can fail: plants a violation in a copy of the workspace and expects the check to find it. */
import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { checks, runCheck } from "./checks.ts"

interface Violation {
  readonly check: string
  readonly what: string
  readonly file: string
  /** The file's new text. */
  readonly plant: (text: string) => string
  /** Must be in the output, so that the check failed for this and not for something else. */
  readonly finds: RegExp
}

const append = (line: string) => (text: string) => `${text}\n${line}\n`

const violations: ReadonlyArray<Violation> = [
  {
    check: "types",
    what: "a string where a number belongs",
    file: "packages/engine/src/rules/score.ts",
    plant: append(`export const planted: number = "one"`),
    finds: /score\.ts.*TS2322/
  },
  {
    check: "types",
    what: "a clock in the engine",
    file: "packages/engine/src/rules/score.ts",
    plant: append("export const planted = (): void => void setTimeout(() => {}, 1)"),
    finds: /score\.ts.*TS2304/
  },
  {
    check: "types",
    what: "what Node 20 does not have, in the engine",
    file: "packages/engine/src/rules/score.ts",
    plant: append("export const planted = Map.groupBy([1], (one) => one)"),
    finds: /score\.ts.*TS2550/
  },
  {
    check: "types",
    what: "a mistake in a test",
    file: "packages/host/test/planted.test.ts",
    plant: () => `export const planted: number = "one"\n`,
    finds: /planted\.test\.ts.*TS2322/
  },
  {
    check: "lint",
    what: "dice in the engine",
    file: "packages/engine/src/rules/score.ts",
    plant: append("export const planted = (): number => Math.random()"),
    finds: /no-restricted-properties/
  },
  {
    check: "lint",
    what: "time in the host",
    file: "packages/host/src/plural.ts",
    plant: append("export const planted = (): number => new Date().getTime()"),
    finds: /no-restricted-globals/
  },
  {
    check: "lint",
    what: "a foreign import in the engine",
    file: "packages/engine/src/rules/score.ts",
    plant: append(`export { readFileSync } from "node:fs"`),
    finds: /no-restricted-imports/
  },
  {
    check: "boundaries",
    what: "the engine importing the runtime",
    file: "packages/engine/src/rules/score.ts",
    plant: append(`export { partitionOf } from "@znatoki/runtime/ports/slice"`),
    finds: /@znatoki\/runtime/
  },
  {
    check: "boundaries",
    what: "an adapter depending on an adapter",
    file: "packages/adapter-vk/package.json",
    plant: (text) => text.replace(`"dependencies": {`, `"dependencies": {\n    "@znatoki/adapter-postgres": "*",`),
    finds: /adapter-postgres/
  },
  {
    check: "dead code",
    what: "an export nobody uses",
    file: "packages/runtime/src/random-id.ts",
    plant: append("export const planted = 1"),
    finds: /planted/
  },
  {
    check: "format",
    what: "a line out of shape",
    file: "packages/runtime/src/random-id.ts",
    plant: append("export   const planted   =   1;"),
    finds: /random-id\.ts/
  }
]

const workspace = process.cwd()
const copy = mkdtempSync(join(tmpdir(), "znatoki-planted-"))
let missed = 0

try {
  const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: workspace,
    encoding: "utf8"
  })
  for (const file of tracked.split("\0").filter((each) => each !== "")) {
    cpSync(join(workspace, file), join(copy, file), { recursive: true })
  }
  linkModules()
  execFileSync("git", ["init", "-q"], { cwd: copy })
  for (const violation of violations) judge(violation)
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.stdout.write(`${violations.length - missed} of ${violations.length} planted violations found\n`)
process.exitCode = missed === 0 ? 0 : 1

/** The copy uses the installed packages, but its own workspace packages: a link to the originals would check those. */
function linkModules(): void {
  const installed = join(workspace, "node_modules")
  const modules = join(copy, "node_modules")
  mkdirSync(join(modules, "@znatoki"), { recursive: true })
  for (const each of readdirSync(installed)) {
    if (each !== "@znatoki") symlinkSync(join(installed, each), join(modules, each))
  }
  for (const each of readdirSync(join(copy, "packages"))) {
    symlinkSync(join(copy, "packages", each), join(modules, "@znatoki", each))
  }
}

function judge({ check: name, file, finds, plant, what }: Violation): void {
  const check = checks.find((each) => each.name === name)
  const path = join(copy, file)
  let before: string | null = null
  try {
    before = readFileSync(path, "utf8")
  } catch {
    mkdirSync(dirname(path), { recursive: true })
  }
  writeFileSync(path, plant(before ?? ""))
  const outcome = check === undefined ? undefined : runCheck(check, copy)
  const found = outcome !== undefined && !outcome.passed && finds.test(outcome.output)
  if (!found) {
    missed++
    process.stderr.write(`${outcome?.output.slice(-3_000) ?? ""}\n`)
  }
  process.stdout.write(`${found ? "found " : "MISSED"} ${name}: ${what}\n`)
  if (before === null) rmSync(path)
  else writeFileSync(path, before)
}
