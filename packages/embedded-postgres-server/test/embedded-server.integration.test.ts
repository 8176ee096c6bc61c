import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findPostmaster, isAlive } from "@znatoki/embedded-postgres-server/postmaster"
import { startEmbeddedServer } from "@znatoki/embedded-postgres-server/embedded-server"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest"
import { ask, eventually, postmasterPid, ServerUserProcess } from "./server-user.ts"

/** With a space and letters beyond ASCII, as folders of people have them. */
let dataDir = ""
/** A folder as its first visitor leaves it: making one takes longer than all the rest of a test. */
let visited = ""

beforeAll(async () => {
  visited = await mkdtemp(join(tmpdir(), "znatoki-visited-"))
  await chmod(visited, 0o755)
  await Effect.runPromise(Effect.scoped(startEmbeddedServer({ dataDir: join(visited, "data") })))
})

afterAll(() => rm(visited, { recursive: true, force: true }))

/** The test begins in such a folder, whose files belong to whom they belonged. */
const beginVisited = Effect.sync(() => void execFileSync("cp", ["-a", join(visited, "data"), dataDir]))

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "znatoki "))
  await chmod(folder, 0o755)
  dataDir = join(folder, "данные")
})

afterEach(async () => {
  const left = findPostmaster(join(dataDir, "postgres"))
  if (left !== null) process.kill(left.pid, "SIGKILL")
  await rm(join(dataDir, ".."), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

/** Uses the server here and now, and leaves it. */
const visit = (statement: string, options: { readonly port?: number } = {}) =>
  Effect.scoped(
    Effect.gen(function* () {
      const { url } = yield* startEmbeddedServer({ dataDir, ...options })
      const rows = yield* Effect.promise(() => ask(Redacted.value(url), statement))
      return { rows, url: Redacted.value(url) }
    })
  )

const limit = 60_000

describe("the embedded server", () => {
  it.live(
    "is made, started, and stopped at the end",
    () =>
      Effect.gen(function* () {
        const { rows, url } = yield* visit(
          "select current_setting('fsync') fsync, current_setting('server_encoding') encoding, 'ЁЛКА' ilike 'ёлка' as same"
        )
        assert.deepStrictEqual(rows, [{ fsync: "on", encoding: "UTF8", same: true }])
        assert.match(url, /^postgres:\/\/postgres:[\w-]{20,}@127\.0\.0\.1:\d+\/znatoki$/)
        assert.isNull(findPostmaster(join(dataDir, "postgres")))
        assert.deepStrictEqual((yield* Effect.promise(() => readdir(dataDir))).toSorted(), ["postgres", "postgres.log"])
      }),
    limit
  )

  it.live(
    "keeps its data and its address",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        const first = yield* visit("create table kept as select 'да' as answer")
        const second = yield* visit("select answer from kept")
        assert.deepStrictEqual(second.rows, [{ answer: "да" }])
        assert.strictEqual(second.url, first.url)
      }),
    limit
  )

  it.live(
    "asks for its password",
    () =>
      Effect.scoped(
        Effect.gen(function* () {
          yield* beginVisited
          const { url } = yield* startEmbeddedServer({ dataDir })
          const wrong = Redacted.value(url).replace(/postgres:[^@]+@/, "postgres:guess@")
          const refused = yield* Effect.promise(() =>
            ask(wrong, "select 1").then(
              () => "let in",
              () => "refused"
            )
          )
          assert.strictEqual(refused, "refused")
        })
      ),
    limit
  )

  it.live(
    "takes another port when its own is taken",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        const first = yield* visit("select 1")
        const port = Number(new URL(first.url).port)
        const intruder = createServer()
        yield* Effect.callback<void>((resume) => {
          intruder.listen(port, "127.0.0.1", () => resume(Effect.void))
        })
        const second = yield* visit("select 1").pipe(Effect.ensuring(Effect.sync(() => intruder.close())))
        assert.notStrictEqual(second.url, first.url)
      }),
    limit
  )

  it.live(
    "says that the port it was told is taken",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        const intruder = createServer()
        const port = yield* Effect.callback<number>((resume) => {
          intruder.listen(0, "127.0.0.1", () => {
            const address = intruder.address()
            resume(Effect.succeed(typeof address === "object" ? (address?.port ?? 0) : 0))
          })
        })
        const error = yield* Effect.flip(visit("select 1", { port })).pipe(
          Effect.ensuring(Effect.sync(() => intruder.close()))
        )
        assert.strictEqual(error._tag, "EmbeddedServerError")
        assert.match(error.message, /did not start/)
      }),
    limit
  )

  it.live(
    "is shared by processes of the same folder, and stopped by the last that leaves",
    () =>
      Effect.gen(function* () {
        // Both at once, on a folder that has no data yet.
        const [first, second] = yield* Effect.promise(() =>
          Promise.all([ServerUserProcess.start(dataDir), ServerUserProcess.start(dataDir)])
        )
        assert.strictEqual(first.url, second.url)
        yield* Effect.promise(() => first.leave())
        assert.deepStrictEqual(yield* Effect.promise(() => ask(second.url, "select 1 as one")), [{ one: 1 }])
        const pid = postmasterPid(dataDir)
        yield* Effect.promise(() => second.leave())
        assert.isFalse(isAlive(pid))
      }),
    limit
  )

  it.live(
    "that a killed process left is taken over, and stopped at the end",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        const user = yield* Effect.promise(() => ServerUserProcess.start(dataDir))
        yield* Effect.promise(() => ask(user.url, "create table kept as select 1 as one"))
        const pid = postmasterPid(dataDir)
        yield* Effect.promise(() => user.kill())
        assert.isTrue(isAlive(pid))
        const { rows } = yield* visit("select one, pg_postmaster_start_time() is not null as same from kept")
        assert.deepStrictEqual(rows, [{ one: 1, same: true }])
        assert.isFalse(isAlive(pid))
      }),
    limit
  )

  it.live(
    "starts again after the server itself was killed, with all that was committed",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        const user = yield* Effect.promise(() => ServerUserProcess.start(dataDir))
        yield* Effect.promise(() => ask(user.url, "create table kept as select 1 as one"))
        yield* Effect.promise(() => user.kill())
        process.kill(postmasterPid(dataDir), "SIGKILL")
        assert.isTrue(existsSync(join(dataDir, "postgres", "postmaster.pid")))
        assert.deepStrictEqual((yield* visit("select one from kept")).rows, [{ one: 1 }])
      }),
    limit
  )

  it.live(
    "that dies under a running process comes back at the same address",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        const user = yield* Effect.promise(() => ServerUserProcess.start(dataDir))
        const before = postmasterPid(dataDir)
        process.kill(before, "SIGKILL")
        yield* Effect.promise(() =>
          eventually(() =>
            ask(user.url, "select 1 as one").then(
              (rows) => rows.length === 1 && postmasterPid(dataDir) !== before,
              () => false
            )
          )
        )
        const after = postmasterPid(dataDir)
        yield* Effect.promise(() => user.leave())
        assert.isFalse(isAlive(after))
      }),
    limit
  )

  it.live(
    "is not kept from starting by a stale file, though its process number lives on",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        yield* visit("create table kept as select 1 as one")
        const file = join(dataDir, "postgres", "postmaster.pid")
        // Our own number stands for whatever process got the number since.
        yield* Effect.promise(() =>
          writeFile(file, `${process.pid}\n${dataDir}/postgres\n1\n5\n\n127.0.0.1\n1 1\nready   \n`)
        )
        assert.deepStrictEqual((yield* visit("select one from kept")).rows, [{ one: 1 }])
        yield* Effect.promise(() => writeFile(file, "999999999\n/nowhere\n1\n5\n\n127.0.0.1\n1 1\nready   \n"))
        assert.deepStrictEqual((yield* visit("select one from kept")).rows, [{ one: 1 }])
      }),
    limit
  )

  it.live(
    "is made anew where an earlier making was cut short, and nothing there is deleted",
    () =>
      Effect.gen(function* () {
        const folder = join(dataDir, "postgres")
        yield* Effect.promise(async () => {
          await mkdir(join(folder, "base"), { recursive: true })
          await writeFile(join(folder, "PG_VERSION"), "18\n")
          await mkdir(`${folder}.new-999999999-abcd/data`, { recursive: true })
        })
        assert.deepStrictEqual((yield* visit("select 1 as one")).rows, [{ one: 1 }])
        const names = yield* Effect.promise(() => readdir(dataDir))
        const aside = names.find((name) => name.startsWith("postgres.unfinished-")) ?? ""
        assert.strictEqual(yield* Effect.promise(() => readFile(join(dataDir, aside, "PG_VERSION"), "utf8")), "18\n")
        assert.isFalse(names.some((name) => name.startsWith("postgres.new-")))
      }),
    limit
  )

  it.live(
    "refuses the data of another major version with advice",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        yield* Effect.promise(() => writeFile(join(dataDir, "postgres", "PG_VERSION"), "11\n"))
        const error = yield* Effect.flip(visit("select 1"))
        assert.match(error.message, /was made by PostgreSQL 11.*Move the folder away/)
      }),
    limit
  )

  it.live(
    "says that its folder cannot be written to",
    () =>
      Effect.gen(function* () {
        yield* Effect.promise(async () => {
          await writeFile(dataDir, "a file where the folder should be")
        })
        const error = yield* Effect.flip(visit("select 1"))
        assert.strictEqual(error._tag, "EmbeddedServerError")
        assert.match(error.message, /cannot be written to \(EEXIST\)\. Set ZNATOKI_DATA/)
      }),
    limit
  )

  it.live(
    "keeps its password from other users",
    () =>
      Effect.gen(function* () {
        yield* beginVisited
        const { mode } = yield* Effect.promise(() => stat(join(dataDir, "postgres", "znatoki.json")))
        assert.strictEqual(mode & 0o077, 0)
      }),
    limit
  )
})

describe.skipIf(process.getuid?.() !== 0)("the embedded server of root", () => {
  it.live(
    "works in a folder that only root may enter",
    () =>
      Effect.gen(function* () {
        yield* Effect.promise(() => chmod(join(dataDir, ".."), 0o700))
        yield* visit("create table kept as select 1 as one")
        assert.deepStrictEqual((yield* visit("select one from kept")).rows, [{ one: 1 }])
      }),
    limit
  )
})
