/** The connection to PostgreSQL is cut at the worst moments of a statement, above all between COMMIT and its answer. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { afterAll, beforeAll, expect, it } from "vitest"
import { pause } from "../e2e/until.ts"
import { openWorld } from "../e2e/world.ts"
import { gather } from "./company.ts"
import { KillCount } from "./kill-count.ts"
import { type Cut, PgProxy } from "./pg-proxy.ts"
import { shuffled, withSeed } from "./seed.ts"

/** What the statements say, by what the bot does with them. */
const statements = {
  "a commit": "accepted as materialized",
  "a settling": "delete from outbox",
  "a look at what was applied": "(select from applied_sources known where known.source = md5(asked",
  "a loading": "select snapshot from games g",
  "a draw": "from questions",
  "a heartbeat": "insert into heartbeats",
  "a saving of the cursor": "insert into cursors"
} as const

type What = keyof typeof statements

const plan: ReadonlyArray<readonly [what: What, moment: Cut["moment"], times: number]> = [
  ["a commit", "between COMMIT and its answer", 24],
  ["a commit", "right after the request", 8],
  ["a commit", "in the middle of the request", 6],
  ["a commit", "before the request", 6],
  ["a settling", "between COMMIT and its answer", 8],
  ["a settling", "before the request", 4],
  ["a draw", "between COMMIT and its answer", 3],
  ["a look at what was applied", "between COMMIT and its answer", 3],
  ["a loading", "before the request", 3],
  ["a heartbeat", "between COMMIT and its answer", 2],
  ["a saving of the cursor", "between COMMIT and its answer", 3]
]

/** Asked only by those whose commit has just failed. */
const afterFailure: ReadonlySet<What> = new Set(["a look at what was applied", "a loading"])

const patienceMs = 60_000

describePostgres("a connection that is cut at the worst moment", (database) => {
  let proxy: PgProxy | null = null
  let opened: Awaited<ReturnType<typeof openWorld>> | null = null
  beforeAll(async () => {
    proxy = await PgProxy.open(database.url())
    opened = await openWorld(database.url(), { variables: { DATABASE_URL: proxy.by(database.url()) } })
  })
  afterAll(async () => {
    await opened?.close()
    await proxy?.close()
  })
  const there = () => {
    if (proxy === null || opened === null) throw new Error("the proxy is not there yet")
    return { proxy, world: opened.world }
  }

  it(
    "takes nothing with it: no message is lost or said twice, no point counted twice",
    { timeout: 1_200_000 },
    (test) =>
      withSeed(async (rng) => {
        const { proxy, world } = there()
        const kills = new KillCount()
        const company = await gather(world, { lightning: 12, full: 8 }, rng)
        const cuts = plan.flatMap(([what, moment, times]) => Array.from({ length: times }, () => ({ what, moment })))
        const cut = async (moment: Cut["moment"], what: What) => {
          const late = pause(patienceMs).then(() => Promise.reject(new Error(`never came to ${what}, ${moment}`)))
          await Promise.race([proxy.cutNext({ moment, words: statements[what] }), late])
        }
        const cutting = async () => {
          for (const { moment, what } of shuffled(cuts, rng)) {
            if (afterFailure.has(what)) await cut("right after the request", "a commit")
            await cut(moment, what)
            kills.add(`connection cut ${moment} of ${what}`)
            await pause(rng.unit() * 250)
          }
        }
        const { pid } = world.bot
        await company.during(cutting())
        await company.judge()
        expect(world.bot.logged("ERROR")).toEqual([])
        expect(world.bot.pid, "the bot lived on").toBe(pid)
        for (const [what, moment, times] of plan) {
          expect(kills.of(`connection cut ${moment} of ${what}`), `${moment} of ${what}`).toBe(times)
        }
        kills.tell(test)
      })
  )
})
