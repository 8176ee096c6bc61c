/** The program as a process of its own, with nothing of our environment; ended with us at the latest. */
import { type ChildProcess, spawn } from "node:child_process"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { until } from "./until.ts"

const mainFile = fileURLToPath(new URL("../../src/main.ts", import.meta.url))

/** Halves the start of every process but the first. */
const compileCache = join(tmpdir(), "znatoki-test-compile-cache")

/** Where a program that needs one and was told of none keeps its data: one runs at a time. */
const dataFolder = join(tmpdir(), `znatoki-test-data-${process.pid}`)

export type Variables = Readonly<Record<string, string>>

const usual: Variables = {
  PATH: process.env["PATH"] ?? "",
  NODE_COMPILE_CACHE: compileCache,
  ZNATOKI_DATA: dataFolder,
  // A machine that is busy with tests is slow, and nothing is wrong.
  LOG_SLOW_STATEMENT_MS: "0",
  LOG_SLOW_REQUEST_MS: "0"
}

/** Five seconds are promised; a machine under load may take longer to notice. */
const endMs = 60_000

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface Program {
  readonly pid: number | undefined
  readonly stdout: () => string
  readonly stderr: () => string
  /** Null while it runs. */
  readonly ended: () => Ended | null
  readonly end: Promise<Ended>
  readonly send: (signal: NodeJS.Signals) => void
  /** Sends the signal and waits until the process is gone. */
  readonly endBy: (signal: NodeJS.Signals) => Promise<Ended>
}

const running = new Set<ChildProcess>()
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL")
})

export interface ProgramOptions {
  /** Runs in the place of the program's own. */
  readonly file?: string | undefined
  /** All of its standard input. */
  readonly input?: string
}

export const startProgram = (
  args: ReadonlyArray<string>,
  variables: Variables = {},
  { file = mainFile, input = "" }: ProgramOptions = {}
): Program => {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: tmpdir(),
    env: { ...usual, ...variables },
    stdio: ["pipe", "pipe", "pipe"]
  })
  // One that ends without reading it has closed its end.
  child.stdin.on("error", () => {}).end(input)
  running.add(child)
  let stdout = ""
  let stderr = ""
  let ended: Ended | null = null
  child.stdout.setEncoding("utf8").on("data", (text: string) => void (stdout += text))
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (stderr += text))
  const end = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => {
      running.delete(child)
      ended = { code, signal }
      resolve(ended)
    })
  })
  const send = (signal: NodeJS.Signals): void => void child.kill(signal)
  const endBy = async (signal: NodeJS.Signals): Promise<Ended> => {
    send(signal)
    return until(`the process ends by ${signal}`, () => ended, { forMs: endMs, because: () => stderr.slice(-2_000) })
  }
  return { pid: child.pid, stdout: () => stdout, stderr: () => stderr, ended: () => ended, end, send, endBy }
}
