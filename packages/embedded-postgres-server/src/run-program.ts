/** How a program of the embedded server is started: as its user, in its folder, with nothing of our environment. */
import { spawn, type ChildProcess, type StdioOptions } from "node:child_process"
import { canReach, type ServerUser } from "./server-user.ts"

export interface ProgramOptions {
  /** The data folder. */
  readonly cluster: string
  readonly user: ServerUser | null
  readonly stdio: StdioOptions
  /** Outlives this process, and gets none of the signals of its terminal. */
  readonly detached: boolean
}

export const runProgram = (program: string, args: ReadonlyArray<string>, options: ProgramOptions): ChildProcess =>
  spawn(program, [...args], {
    cwd: options.cluster,
    detached: options.detached,
    env: environment(),
    stdio: options.stdio,
    ...options.user
  })

const passedOn = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LD_LIBRARY_PATH"]

/** Secrets of this process and settings of other PostgreSQL servers stay out. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  ),
  LC_ALL: "C",
  TZ: "UTC"
})

/**
 * How the data folder is named to a program that runs in it. Root's own folders cannot be passed by the server's user;
 * the folder it already is in can.
 */
export const nameOfCluster = async (cluster: string, user: ServerUser | null): Promise<string> =>
  user === null || process.platform !== "linux" || (await canReach(user, cluster)) ? cluster : "/proc/self/cwd"
