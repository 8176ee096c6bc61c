/** Everything a load is played on, started for it and gone after it: a database, a sandbox and a bot, each a process of its own. */
import { resolveDatabase } from "@znatoki/adapter-postgres/database/connect"
import { poolOf, serverPoolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { Effect, Redacted } from "effect"
import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { CannotRun } from "../cannot-run.ts"
import type { Environment } from "../config/environment.ts"
import { isLoopback } from "./loopback.ts"
import { type Watched, withChildren } from "./processes.ts"

export interface Place {
  readonly sandboxUrl: string
  readonly watched: ReadonlyArray<Watched>
  /** Null: nobody told where the bot tells what it measures. */
  readonly metricsUrl: string | null
  /** Null: it is not ours to look into. */
  readonly sql: Sql | null
  /** What the bot logged as an error. */
  readonly errors: () => ReadonlyArray<string>
}

/** As the image and the units of systemd start it: without them as much garbage again is kept as all else takes. */
const frugal = ["--max-old-space-size=224", "--max-semi-space-size=4"]

const mainFile = fileURLToPath(new URL("../main.ts", import.meta.url))
const endMs = 15_000
const tailOfLog = 100_000

interface Started {
  readonly child: ChildProcess
  readonly log: () => string
}

const started = (args: ReadonlyArray<string>, variables: NodeJS.ProcessEnv, flags: ReadonlyArray<string> = []) =>
  Effect.acquireRelease(
    Effect.sync((): Started => {
      const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], ...variables }
      const child = spawn(process.execPath, [...flags, mainFile, ...args], { env, stdio: ["ignore", "ignore", "pipe"] })
      let log = ""
      child.stderr.setEncoding("utf8").on("data", (text: string) => void (log = (log + text).slice(-tailOfLog)))
      return { child, log: () => log }
    }),
    ({ child }) => Effect.promise(() => ended(child))
  )

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, "exit")
  child.kill("SIGTERM")
  const force = setTimeout(() => child.kill("SIGKILL"), endMs)
  await gone
  clearTimeout(force)
}

const cannot = (what: string, { log }: Started) =>
  new CannotRun({ advice: `The ${what} of the load has ended by itself: ${log().trim().split("\n").at(-1) ?? ""}` })

/** Until it is true, for as long as the process lives. */
const until = (what: string, process: Started, isTrue: () => Promise<boolean>) =>
  Effect.gen(function* () {
    while (!(yield* Effect.promise(() => isTrue().catch(() => false)))) {
      if (process.child.exitCode !== null) return yield* cannot(what, process)
      yield* Effect.sleep("100 millis")
    }
  })

const answers = async (url: string): Promise<boolean> => (await fetch(url)).ok

const folder = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "znatoki-load-"))),
  (made) => Effect.promise(() => rm(made, { recursive: true, force: true }))
)

const pool = (open: () => Sql) =>
  Effect.acquireRelease(Effect.sync(open), (sql) => Effect.promise(() => sql.end({ timeout: 2 })))

/** On the server of DATABASE_URL a database of its own, which is dropped; without one a server of its own. */
const database = Effect.fnUntraced(function* (given: Redacted.Redacted | null, dataDir: string) {
  const { embedded, url } = yield* resolveDatabase({ databaseUrl: given, dataDir }).pipe(
    Effect.mapError(({ advice }) => new CannotRun({ advice }))
  )
  if (embedded) return { url, name: null }
  const name = `znatoki_load_${randomBytes(4).toString("hex")}`
  const admin = yield* pool(() => serverPoolOf(url))
  yield* Effect.acquireRelease(
    Effect.tryPromise({
      try: () => admin`create database ${admin(name)} template template0 encoding 'UTF8'`,
      catch: () =>
        new CannotRun({ advice: "The user of DATABASE_URL may not create a database: the load needs one of its own." })
    }),
    () => Effect.promise(() => admin`drop database if exists ${admin(name)} with (force)`)
  )
  const own = new URL(Redacted.value(url))
  own.pathname = `/${name}`
  return { url: Redacted.make(own.href), name }
})

/** Of a server of our own all processes, of another those that serve our database, and none of another machine. */
const serversOf = Effect.fnUntraced(function* (sql: Sql, url: Redacted.Redacted, name: string | null) {
  if (!isLoopback(Redacted.value(url))) return null
  const [row] = yield* Effect.promise(
    () => sql<ReadonlyArray<{ readonly pid: number }>>`select pg_backend_pid() as pid`
  )
  const stat = yield* Effect.promise(() => readFile(`/proc/${row?.pid ?? 0}/stat`, "utf8").catch(() => ""))
  const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])
  if (!(parent > 1)) return null
  return { name: "database", pids: () => withChildren(parent, name) }
})

const token = "sandbox-token"

const alone = ({ child }: Started): ReadonlyArray<number> => [child.pid ?? 0]

export const openOwnPlace = Effect.fnUntraced(function* (environment: Environment) {
  const { cards, databaseUrl } = environment
  const made = yield* folder
  const { name, url } = yield* database(databaseUrl, join(made, "data"))
  const sql = yield* pool(() => poolOf(url, 1))
  const [sandboxPort, healthPort] = yield* Effect.promise(() => Promise.all([freePort(null), freePort(null)]))
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
  const metricsUrl = `http://127.0.0.1:${healthPort}/metrics`
  const sandbox = yield* started(["sandbox", "--empty"], { SANDBOX_PORT: String(sandboxPort) })
  yield* until("sandbox", sandbox, () => answers(`${sandboxUrl}/sandbox/stats`))
  const bot = yield* started(
    ["bot"],
    {
      DATABASE_URL: Redacted.value(url),
      HEALTH_PORT: String(healthPort),
      LOG_LEVEL: "warn",
      VK_API_URL: `${sandboxUrl}/method/`,
      VK_TOKEN: token,
      ZNATOKI_CARDS: cards ? "on" : "off",
      ZNATOKI_DATA: join(made, "data")
    },
    frugal
  )
  yield* until("bot", bot, () => answers(`http://127.0.0.1:${healthPort}/health/ready`))
  const servers = yield* serversOf(sql, url, name)
  return {
    sandboxUrl,
    metricsUrl,
    sql,
    watched: [
      { name: "bot", pids: () => alone(bot) },
      ...(servers === null ? [] : [servers]),
      { name: "sandbox", pids: () => alone(sandbox) },
      { name: "people", pids: () => [process.pid] }
    ],
    errors: () =>
      bot
        .log()
        .split("\n")
        .filter((line) => line.includes('"level":"ERROR"') || line.includes('"level":"WARN"'))
  } satisfies Place
})
