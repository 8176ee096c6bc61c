/** The server process of a data folder: whether it runs, and how it is stopped. */
import { execFileSync } from "node:child_process"
import { linkSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { Effect } from "effect"

export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

/** What `postmaster.pid` tells, if the process it names really is the server of this folder. */
export const findPostmaster = (folder: string): Postmaster | null => {
  const lines = linesOf(join(folder, "postmaster.pid"))
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !servesFolder(pid, folder)) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" }
}

/**
 * Puts aside a file that would keep the server from starting although no server runs: its process number has been given
 * to another process since, or nothing was written to it before the power went.
 */
export const removeStalePid = (folder: string): void => {
  const file = join(folder, "postmaster.pid")
  const lines = linesOf(file)
  if (lines.length === 0 || !isStale(folder, file, lines)) return
  const aside = `${file}.${process.pid}`
  renameSync(file, aside)
  // Somebody who started a server in between gets their file back.
  if (linesOf(aside).join() !== lines.join()) linkSync(aside, file)
  rmSync(aside)
}

const isStale = (folder: string, file: string, lines: ReadonlyArray<string>): boolean => {
  const pid = Number(lines[0])
  if (pid > 0) return isAlive(pid) && !servesFolder(pid, folder)
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
  return Date.now() - changed > 10_000
}

const linesOf = (file: string): ReadonlyArray<string> => {
  try {
    return readFileSync(file, "utf8").split("\n")
  } catch {
    return []
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM"
  }
}

/** Ended, but nobody has asked for its result: so it stays where the first process of a container asks for none. */
const isZombie = (pid: number): boolean => {
  if (process.platform !== "linux") return false
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8")
    return status.slice(status.lastIndexOf(")") + 2).startsWith("Z")
  } catch {
    return false
  }
}

const servesFolder = (pid: number, folder: string): boolean => {
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
    if (process.platform === "win32") return true
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(folder)
  } catch {
    return false
  }
}

/** Ends the server cleanly: it writes everything down first. Waits until it is gone. */
export const stopPostmaster = Effect.fnUntraced(function* (folder: string) {
  const found = findPostmaster(folder)
  if (found === null) return
  signal(found.pid, "SIGINT")
  for (let waited = 0; waited < 4_000; waited += 20) {
    if (!isAlive(found.pid)) return
    yield* Effect.sleep("20 millis")
  }
  // Recovers at the next start, as after a power cut.
  signal(found.pid, "SIGQUIT")
})

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself.
  }
}
