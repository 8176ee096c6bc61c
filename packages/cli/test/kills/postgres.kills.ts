/** PostgreSQL dies under the bot (`-m immediate`) and comes back: the bot lives on, and what was committed is all there is. */
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { migrate } from "@znatoki/adapter-postgres/database/migrate"
import { Redacted } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { silenceMaxMs } from "@znatoki/kernel/outage/pulse"
import { pause, until } from "../e2e/until.ts"
import { openWorld, type World } from "../e2e/world.ts"
import { gather } from "./company.ts"
import { KillCount } from "./kill-count.ts"
import { OwnServer } from "./own-server.ts"
import { withSeed } from "./seed.ts"

const stops = 12
const kind = "PostgreSQL stopped with -m immediate"

const migrated = async (url: string): Promise<void> => {
  const sql = poolOf(Redacted.make(url), 1)
  await migrate(sql)
  await sql.end({ timeout: 5 })
}

describe("a database that dies under the bot", () => {
  let server: OwnServer | null = null
  let opened: Awaited<ReturnType<typeof openWorld>> | null = null
  beforeAll(async () => {
    server = await OwnServer.open()
    await migrated(server.url)
    opened = await openWorld(server.url)
  })
  afterAll(async () => {
    await opened?.close()
    await server?.close()
  })
  const there = () => {
    if (server === null || opened === null) throw new Error("the server is not there yet")
    return { server, world: opened.world }
  }

  it(
    "takes nothing with it: no message is lost or said twice, no point counted twice",
    { timeout: 1_200_000 },
    (test) =>
      withSeed(async (rng) => {
        const { server, world } = there()
        const kills = new KillCount()
        const company = await gather(world, { lightning: 12, full: 8 }, rng)
        const { pid } = world.bot
        const stopping = async () => {
          for (let stop = 0; stop < stops; stop++) {
            await pause(500 + rng.unit() * 1_500)
            await server.stopImmediately()
            kills.add(kind)
            // Most are over before the kernel takes them for an outage; some are not.
            await pause(stop % 6 === 5 ? silenceMaxMs + 1_500 : rng.unit() * 1_200)
            await server.start()
            await commits(world)
          }
        }
        await company.during(stopping())
        const records = await company.judge()
        expect(
          records.flatMap(([, { effects }]) => effects.filter(({ _tag }) => _tag === "RoundJudged")).length
        ).toBeGreaterThan(stops)
        expect(world.bot.logged("ERROR")).toEqual([])
        expect(world.bot.pid, "the bot lived on").toBe(pid)
        expect(kills.of(kind)).toBe(stops)
        kills.tell(test)
      })
  )
})

/** Games go on. A connection of ours may be one that the server took with it. */
const commits = async ({ bot, sql }: World): Promise<void> => {
  let answer = "nothing"
  const events = async (): Promise<{ readonly count: number } | null> => {
    try {
      const rows = await sql<ReadonlyArray<{ readonly count: number }>>`select count(*) from game_events`
      answer = JSON.stringify(rows)
      return rows[0] ?? null
    } catch (error) {
      answer = String(error)
      return null
    }
  }
  const because = () => `the server answers ${answer}; the bot said:\n${bot.log()}`
  const before = await until("the server answers", events, { because })
  await until("the bot commits again", async () => ((await events())?.count ?? 0) > before.count, { because })
}
