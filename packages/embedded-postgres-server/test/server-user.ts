/** Processes that use the embedded server, for tests that kill them. */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import postgres from "postgres"

const program = fileURLToPath(new URL("./hold-server.ts", import.meta.url))

export class ServerUserProcess {
  readonly #child: ChildProcess
  readonly url: string

  private constructor(child: ChildProcess, url: string) {
    this.#child = child
    this.url = url
  }

  /** Resolves when the process has its database. */
  static async start(dataDir: string): Promise<ServerUserProcess> {
    const child = spawn(process.execPath, [program, dataDir], { stdio: ["pipe", "pipe", "inherit"] })
    for await (const line of createInterface({ input: child.stdout })) return new ServerUserProcess(child, line)
    throw new Error("the process ended without a database")
  }

  async kill(): Promise<void> {
    const ended = once(this.#child, "exit")
    this.#child.kill("SIGKILL")
    await ended
  }

  async leave(): Promise<void> {
    const ended = once(this.#child, "exit")
    this.#child.stdin?.end()
    await ended
  }
}

/** The number of the server process of a data folder, as it wrote it down. */
export const postmasterPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0])

/** One statement over a connection of its own. */
export const ask = async (
  url: string,
  statement: string
): Promise<ReadonlyArray<{ readonly [column: string]: unknown }>> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(statement))]
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Repeats until it holds; fails after a bounded wait. */
export const eventually = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let attempts = 0; attempts < 400; attempts++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error("it did not come to hold")
}
