/** The program's command line without a process: for what is asked of it often, a start each time is most of the time. */
import { Console, Effect, Exit } from "effect"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { format } from "node:util"
import { commandLine } from "../../src/command-line.ts"
import type { Variables } from "./run-program.ts"

export interface Told {
  readonly code: 0 | 1
  readonly stdout: string
  readonly stderr: string
}

const dataFolder = join(tmpdir(), `znatoki-test-data-here-${process.pid}`)

const gathering =
  (lines: Array<string>) =>
  (first?: unknown, ...more: ReadonlyArray<unknown>) =>
    void lines.push(`${format(first, ...more)}\n`)

/** With nothing of our environment: one at a time, for a process has only one. */
export const runHere = async (args: ReadonlyArray<string>, variables: Variables = {}): Promise<Told> => {
  const out: Array<string> = []
  const err: Array<string> = []
  const heard: Console.Console = { ...globalThis.console, log: gathering(out), error: gathering(err) }
  const ours = process.env
  process.env = { PATH: ours["PATH"], ZNATOKI_DATA: dataFolder, ...variables }
  try {
    const exit = await Effect.runPromiseExit(Effect.provideService(commandLine(args), Console.Console, heard))
    return { code: Exit.isSuccess(exit) ? 0 : 1, stdout: out.join(""), stderr: err.join("") }
  } finally {
    process.env = ours
  }
}
