/** Starts the server process of a data folder and waits until it takes connections. */
import type { ChildProcess } from "node:child_process"
import { closeSync, openSync, readFileSync, statSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Effect } from "effect"
import type { Binaries } from "./binaries.ts"
import { EmbeddedServerError, useDatabaseUrl } from "./embedded-server-error.ts"
import { freePort } from "./free-port.ts"
import { findPostmaster, removeStalePid } from "./postmaster.ts"
import { nameOfCluster, runProgram } from "./run-program.ts"
import type { ServerUser } from "./server-user.ts"

export interface Launch {
  readonly folder: string
  readonly binaries: Binaries
  readonly user: ServerUser | null
  /** Null: the one it had before, or any free one. */
  readonly port: number | null
}

const portFile = "znatoki.port"
const logLimit = 5_000_000

/** What another start may fix: another process was faster, or what an earlier server left is still going away. */
const passing = ["already exists", "is empty", "pre-existing shared memory"]
const portTaken = ["could not bind", "in use"]

/** True when the server takes connections; false when it is worth while to look again. */
export const launch = Effect.fnUntraced(function* (options: Launch) {
  const { binaries, folder, user } = options
  const log = `${folder}.log`
  const port = yield* Effect.promise(() => portOf(options))
  removeStalePid(folder)
  const name = yield* Effect.promise(() => nameOfCluster(folder, user))
  const logStart = sizeOf(log) > logLimit ? 0 : sizeOf(log)
  const output = openSync(log, logStart === 0 ? "w" : "a", 0o600)
  const child = runProgram(binaries.postgres, argumentsOf(name, port), {
    cluster: folder,
    user,
    stdio: ["ignore", output, output],
    detached: true
  })
  closeSync(output)
  child.unref()
  const failed = yield* waitUntilReady(folder, child)
  if (failed === null) {
    yield* Effect.promise(() => writeFile(join(folder, portFile), String(port)).catch(() => {}))
    return true
  }
  const problem = failed === "" ? lastFatal(log, logStart) : failed
  const again = options.port === null ? [...passing, ...portTaken] : passing
  if (again.some((words) => problem.includes(words))) return false
  return yield* new EmbeddedServerError({
    problem: `The embedded PostgreSQL did not start: ${problem}`,
    advice: `See ${log}. ${useDatabaseUrl}`
  })
})

const argumentsOf = (name: string, port: number): ReadonlyArray<string> => [
  "-D",
  name,
  "-p",
  String(port),
  ...Object.entries({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    log_min_messages: "warning",
    log_checkpoints: "off",
    jit: "off",
    // Several processes of ours share it, and so do tests.
    max_connections: "200"
  }).flatMap(([setting, value]) => ["-c", `${setting}=${value}`])
]

const portOf = async ({ folder, port }: Launch): Promise<number> => {
  if (port !== null) return port
  const before = Number(await readFile(join(folder, portFile), "utf8").catch(() => ""))
  return freePort(Number.isInteger(before) && before > 0 ? before : null)
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Null: ready. Else why not, as far as the process itself can tell. */
const waitUntilReady = Effect.fnUntraced(function* (
  folder: string,
  child: ChildProcess
): Effect.fn.Return<string | null> {
  let ended: string | null = null
  child.on("error", (cause) => (ended = cause.message))
  child.on("exit", () => (ended ??= ""))
  // Recovery after a power cut takes its time.
  for (let waited = 0; waited < 120_000; waited += 10) {
    yield* Effect.sleep("10 millis")
    if (ended !== null) return ended
    const found = findPostmaster(folder)
    if (found !== null && found.pid === child.pid && found.ready) return null
  }
  child.kill("SIGQUIT")
  return "it was not ready after two minutes"
})

const lastFatal = (log: string, from: number): string => {
  const lines = readFileSync(log).subarray(from).toString("utf8").trim().split("\n")
  return (lines.findLast((line) => line.includes("FATAL")) ?? lines.at(-1) ?? "it said nothing").trim()
}
