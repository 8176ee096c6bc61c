/** A PostgreSQL server of the test alone, from the embedded programs: to be stopped without mercy and started again. */
import { findBinaries } from "@znatoki/embedded-postgres-server/binaries"
import { openCluster } from "@znatoki/embedded-postgres-server/cluster"
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { launch, type Launch } from "@znatoki/embedded-postgres-server/launch"
import { findPostmaster, isAlive } from "@znatoki/embedded-postgres-server/postmaster"
import { findServerUser } from "@znatoki/embedded-postgres-server/server-user"
import { Effect } from "effect"
import { readFileSync } from "node:fs"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { until } from "../e2e/until.ts"

export class OwnServer {
  readonly #root: string
  readonly #launch: Launch
  readonly url: string

  private constructor(root: string, options: Launch, url: string) {
    this.#root = root
    this.#launch = options
    this.url = url
  }

  static async open(): Promise<OwnServer> {
    const root = await mkdtemp(join(tmpdir(), "znatoki-kills-"))
    // The server may run as another user.
    await chmod(root, 0o755)
    const folder = join(root, "postgres")
    const made = Effect.gen(function* () {
      const user = yield* findServerUser(folder)
      const binaries = yield* findBinaries(user)
      const { password } = yield* openCluster(folder, binaries, user)
      const port = yield* Effect.promise(() => freePort(null))
      const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
      return new OwnServer(root, { folder, binaries, user, port }, url)
    })
    const server = await Effect.runPromise(made)
    await server.start()
    return server
  }

  async start(): Promise<void> {
    if (!(await Effect.runPromise(launch(this.#launch)))) throw new Error("the server of the test did not start")
  }

  /** What `pg_ctl stop -m immediate` does: no checkpoint, no farewell to anybody; the next start recovers. */
  async stopImmediately(): Promise<void> {
    const running = findPostmaster(this.#launch.folder)
    if (running === null) throw new Error("the server of the test does not run")
    process.kill(running.pid, "SIGQUIT")
    await until("the server is gone", () => !isAlive(running.pid))
  }

  /** All that it has logged. */
  log(): string {
    return readFileSync(`${this.#launch.folder}.log`, "utf8")
  }

  async close(): Promise<void> {
    const running = findPostmaster(this.#launch.folder)
    if (running !== null) await this.stopImmediately()
    await rm(this.#root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}
