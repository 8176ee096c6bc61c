/** Shows that each check can fail: plants a violation in a copy of the workspace and expects the check to find it. */
import { execFileSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs"
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
    check: "types",
    what: "a mistake in a script",
    file: "scripts/report-tests.ts",
    plant: append(`export const planted: number = "one"`),
    finds: /report-tests\.ts.*TS2322/
  },
  {
    check: "types",
    what: "a mistake in a measurement",
    file: "bench/kernel/latency.ts",
    plant: append(`export const planted: number = "one"`),
    finds: /latency\.ts.*TS2322/
  },
  {
    check: "lint",
    what: "eval in a measurement",
    file: "bench/kernel/latency.ts",
    plant: append(`export const planted = (): unknown => eval("1")`),
    finds: /no-eval/
  },
  {
    check: "lint",
    what: "a function made of text, in what is compared with",
    file: "bench/competitors/in-lanes.ts",
    plant: append(`export const planted = new Function("return 1")`),
    finds: /no-new-func/
  },
  {
    check: "lint",
    what: "a timer that runs text, in a script",
    file: "scripts/report-tests.ts",
    plant: append(`setTimeout("planted()", 1)`),
    finds: /no-implied-eval/
  },
  {
    check: "lint",
    what: "an adapter importing the emulated VK",
    file: "packages/adapter-vk/src/rate-limit.ts",
    plant: append(`export { startSandbox } from "@znatoki/vk-sandbox/sandbox"`),
    finds: /no-restricted-imports/
  },
  {
    check: "lint",
    what: "the program importing what tests are made of",
    file: "packages/cli/src/main.ts",
    plant: append(`export { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"`),
    finds: /no-restricted-imports/
  },
  {
    check: "lint",
    what: "a circle of types",
    file: "packages/vk-sandbox/src/state/saved-state.ts",
    plant: append(`export type { Vk } from "./vk.ts"`),
    finds: /no-cycle/
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
    what: "the engine importing a port",
    file: "packages/engine/src/rules/score.ts",
    plant: append(`export { partitionOf } from "@znatoki/ports/slice"`),
    finds: /@znatoki\/ports/
  },
  {
    check: "boundaries",
    what: "an adapter depending on an adapter",
    file: "packages/adapter-vk/package.json",
    plant: (text) => text.replace(`"dependencies": {`, `"dependencies": {\n    "@znatoki/adapter-postgres": "*",`),
    finds: /adapter-postgres/
  },
  {
    check: "boundaries",
    what: "an adapter depending on the kernel",
    file: "packages/adapter-postgres/package.json",
    plant: (text) => text.replace(`"dependencies": {`, `"dependencies": {\n    "@znatoki/kernel": "*",`),
    finds: /znatoki\/kernel/
  },
  {
    check: "boundaries",
    what: "a measurement importing what it does not depend on",
    file: "bench/kernel/latency.ts",
    plant: append(`export { layer as planted } from "@znatoki/card-painter/painter"`),
    finds: /card-painter/
  },
  {
    check: "dead code",
    what: "a measurement nobody runs",
    file: "bench/kernel/planted.ts",
    plant: () => "export const planted = 1\n",
    finds: /planted\.ts/
  },
  {
    check: "dead code",
    what: "an export nobody uses",
    file: "packages/kernel/src/deliver/message-slots.ts",
    plant: append("export const planted = 1"),
    finds: /planted/
  },
  {
    check: "format",
    what: "a line out of shape",
    file: "packages/kernel/src/deliver/message-slots.ts",
    plant: append("export   const planted   =   1;"),
    finds: /message-slots\.ts/
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

/**
 * The copy uses the installed packages, also those that a package has a version of its own of; but its own workspace
 * packages: a link to the originals would check those.
 */
function linkModules(): void {
  const installed = join(workspace, "node_modules")
  const modules = join(copy, "node_modules")
  mkdirSync(join(modules, "@znatoki"), { recursive: true })
  for (const each of readdirSync(installed)) {
    if (each !== "@znatoki") symlinkSync(join(installed, each), join(modules, each))
  }
  for (const each of readdirSync(join(copy, "packages"))) {
    symlinkSync(join(copy, "packages", each), join(modules, "@znatoki", each))
    const own = join(workspace, "packages", each, "node_modules")
    if (existsSync(own)) symlinkSync(own, join(copy, "packages", each, "node_modules"))
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
