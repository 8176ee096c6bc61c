/** Jobs on a real database: who runs them, what becomes of what fails, and what the desk sees of it. */
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { type Job, Jobs } from "@znatoki/ports/jobs"
import { StoreBroken, type StoreError } from "@znatoki/ports/store-error"
import { Effect, Fiber, Logger, Redacted, References } from "effect"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { layer } from "@znatoki/jobs/desk-jobs"
import { runJobs } from "@znatoki/jobs/run-jobs"

const program = join(import.meta.dirname, "job-process.ts")
const never = "0 0 1 1 *"

describePostgres(
  "jobs",
  (database) => {
    const children = new Set<ChildProcess>()
    afterEach(async () => {
      for (const child of children) {
        child.kill("SIGKILL")
        await once(child, "exit")
      }
      children.clear()
    })

    const begin = (): ChildProcess => {
      const child = spawn(process.execPath, [program], {
        env: { PATH: process.env["PATH"], DATABASE_URL: database.url() },
        stdio: "ignore"
      })
      children.add(child)
      child.once("exit", () => children.delete(child))
      return child
    }

    const url = () => Redacted.make(database.url())
    const atDesk = <A>(ask: (jobs: Jobs["Service"]) => Effect.Effect<A, StoreError>): Promise<A> =>
      Effect.runPromise(Jobs.use(ask).pipe(Effect.provide(layer({ url: url() }))))

    const fresh = async () => {
      const sql = poolOf(url(), 1)
      await sql`drop schema if exists pgboss cascade`
      await sql`drop table if exists done`
      await sql`create table done (job text not null, process integer not null, at timestamptz not null default now())`
      return { sql, [Symbol.asyncDispose]: () => sql.end() }
    }

    const begun = async () => await expect.poll(() => atDesk((jobs) => jobs.list()).then((all) => all.length)).toBe(2)

    test("of two processes one does what is due, once a period, and goes on alone when the other dies", async () => {
      await using world = await fresh()
      const { sql } = world
      const periods = () =>
        sql<ReadonlyArray<{ readonly process: number; readonly times: number }>>`
          select max(process) as process, count(*)::integer as times from done where job = 'tick'
          group by date_trunc('minute', at) order by date_trunc('minute', at)`
      begin()
      begin()
      await begun()
      await expect.poll(async () => (await periods()).length, { timeout: 150_000 }).toBe(1)
      const [first] = await periods()
      // What a process was in the middle of when it died is done again, and that is another test's sentence.
      await expect.poll(() => sql`select 1 from pgboss.job where state = 'active'`).toHaveLength(0)
      // Whoever did it.
      for (const child of children) if (child.pid === first?.process) child.kill("SIGKILL")
      await expect.poll(async () => (await periods()).length, { timeout: 150_000 }).toBe(2)
      const found = await periods()
      expect(found.map(({ times }) => times)).toEqual([1, 1])
      expect(found[1]?.process).not.toBe(first?.process)
    })

    test("what a process was about to do when it died is done by another", async () => {
      await using world = await fresh()
      const { sql } = world
      const attempts = () =>
        sql<ReadonlyArray<{ readonly process: number }>>`select process from done where job = 'hang'`
      const victim = begin()
      await begun()
      expect(await atDesk((jobs) => jobs.start("hang"))).toBe(true)
      await expect.poll(async () => (await attempts()).length).toBe(1)
      victim.kill("SIGKILL")
      begin()
      await expect.poll(async () => (await attempts()).length, { timeout: 120_000 }).toBe(2)
      const hang = () => atDesk((jobs) => jobs.runs({ job: "hang", state: "done" }, null, 10))
      await expect.poll(hang).toMatchObject([{ attempts: 2, result: { times: 2 }, error: null }])
    })

    test("what fails is tried again, then stays with its error until somebody at the desk runs it once more", async () => {
      await using _world = await fresh()
      let attempts = 0
      let works = false
      const job: Job = {
        name: "fail",
        cron: never,
        catchUp: false,
        withinSeconds: 0.5,
        rememberedDays: 1,
        work: Effect.suspend(() => {
          attempts += 1
          if (works) return Effect.succeed({ attempts })
          return Effect.fail(new StoreBroken({ operation: "read", problem: "at postgres://a:secret@b/c nothing fits" }))
        })
      }
      const running = Effect.runFork(
        runJobs([job], { url: url(), silenceSeconds: 10, retryDelaySeconds: 1, retries: 1, lookSeconds: 15 })
      )
      await expect.poll(() => atDesk((jobs) => jobs.list())).toHaveLength(1)
      await atDesk((jobs) => jobs.start("fail"))
      const failed = () => atDesk((jobs) => jobs.runs({ job: "fail", state: "failed" }, null, 10))
      await expect
        .poll(failed, { timeout: 60_000 })
        .toMatchObject([{ attempts: 2, error: "read: at … nothing fits", result: null }])
      expect(attempts).toBe(2)
      expect(await atDesk((jobs) => jobs.list())).toMatchObject([{ name: "fail", failed: 1, lastDoneAtMs: null }])

      works = true
      const [run] = await failed()
      expect(await atDesk((jobs) => jobs.again("fail", run?.id ?? ""))).toBe(true)
      await expect.poll(failed, { timeout: 60_000 }).toEqual([])
      const done = () => atDesk((jobs) => jobs.runs({ job: null, state: "done" }, null, 10))
      await expect.poll(done).toMatchObject([{ id: run?.id, error: null, result: { attempts: 3 } }])
      expect(await atDesk((jobs) => jobs.again("fail", run?.id ?? ""))).toBe(false)
      await Effect.runPromise(Fiber.interrupt(running))
    })

    test("what is not there is neither run again nor run now, and a list goes on where it was left", async () => {
      await using _world = await fresh()
      const running = Effect.runFork(
        runJobs(
          [
            {
              name: "quiet",
              cron: never,
              catchUp: true,
              withinSeconds: 30,
              rememberedDays: 1,
              work: Effect.succeed({})
            }
          ],
          { url: url(), silenceSeconds: 10, retryDelaySeconds: 1, retries: 1, lookSeconds: 15 }
        )
      )
      await expect.poll(() => atDesk((jobs) => jobs.list())).toHaveLength(1)
      const found = await atDesk((jobs) =>
        Effect.gen(function* () {
          const wrong = [yield* jobs.start("none"), yield* jobs.again("none", "1"), yield* jobs.again("quiet", "1'")]
          for (let i = 0; i < 3; i += 1) yield* jobs.start("quiet")
          const all = yield* jobs.runs({ job: null, state: null }, null, 10)
          const first = yield* jobs.runs({ job: null, state: null }, null, 2)
          const rest = yield* jobs.runs({ job: null, state: null }, first[1] ?? null, 2)
          return { wrong, all: all.map(({ id }) => id), paged: [...first, ...rest].map(({ id }) => id) }
        })
      )
      expect(found.wrong).toEqual([false, false, false])
      expect(found.all).toHaveLength(3)
      expect(found.paged).toEqual(found.all)
      await Effect.runPromise(Fiber.interrupt(running))
    })

    const quiet = { name: "quiet", cron: never, catchUp: false, withinSeconds: 0.5, rememberedDays: 1 }
    const options = () => ({ url: url(), silenceSeconds: 10, retryDelaySeconds: 1, retries: 1, lookSeconds: 1 })

    const telling = (jobs: ReadonlyArray<Job>) => {
      const lines: Array<string> = []
      const details: Array<string> = []
      const logger = Logger.make(({ logLevel, message }) => {
        const told = logLevel === "Debug" ? details : lines
        told.push(`${logLevel} ${JSON.stringify(message)}`)
      })
      const running = Effect.runFork(
        runJobs(jobs, options()).pipe(
          Effect.provide(Logger.layer([logger])),
          Effect.provideService(References.MinimumLogLevel, "Debug")
        )
      )
      return { lines, details, running }
    }

    test("however much of it fails, a disturbance is a line when it begins and one when it ends", async () => {
      await using world = await fresh()
      const { lines, running } = telling([{ ...quiet, work: Effect.succeed({}) }])
      await expect.poll(() => atDesk((jobs) => jobs.list())).toHaveLength(1)
      const cutOff = () =>
        world.sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'znatoki-jobs' and datname = current_database()`
      for (let i = 0; i < 3; i += 1) await cutOff()
      await expect.poll(() => lines, { timeout: 60_000 }).toHaveLength(2)
      expect(lines[0]).toMatch(/^Warn \["the jobs are disturbed",\{"error":"terminating connection/)
      expect(lines[1]).toMatch(/^Warn \["the jobs are disturbed no more",\{"sinceMs":\d+,"forMs":\d+\}\]$/)
      await Effect.runPromise(Fiber.interrupt(running))
    })

    test("a database that can be read and takes no writes is one disturbance, for as long as it lasts", async () => {
      await using world = await fresh()
      const { details, lines, running } = telling([{ ...quiet, work: Effect.succeed({}) }])
      await expect.poll(() => atDesk((jobs) => jobs.list())).toHaveLength(1)
      const name = new URL(database.url()).pathname.slice(1)
      const become = async (readOnly: "on" | "off") => {
        await world.sql`set default_transaction_read_only = off`
        await world.sql.unsafe(`alter database "${name}" set default_transaction_read_only = ${readOnly}`)
        await world.sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'znatoki-jobs' and datname = current_database()`
      }
      await become("on")
      const refused = () => details.filter((line) => line.includes("read-only")).length
      await expect.poll(refused, { timeout: 60_000 }).toBeGreaterThan(10)
      expect(lines).toHaveLength(1)
      await become("off")
      await expect.poll(() => lines, { timeout: 60_000 }).toHaveLength(2)
      expect(lines[1]).toMatch(/^Warn \["the jobs are disturbed no more"/)
      await Effect.runPromise(Fiber.interrupt(running))
    })

    test("what cannot be declared ends nothing: it is told, and tried again", async () => {
      await using _world = await fresh()
      const { lines, running } = telling([{ ...quiet, cron: "no time at all", work: Effect.succeed({}) }])
      await expect.poll(() => lines, { timeout: 60_000 }).toHaveLength(1)
      expect(lines[0]).toMatch(/^Warn \["the jobs cannot be run yet",\{"error":/)
      expect(running.pollUnsafe()).toBe(undefined)
      await Effect.runPromise(Fiber.interrupt(running))
    })
  },
  { bare: true }
)
