/** Twenty conversations play while the bot is killed again and again, at moments nobody chose. */
import { expect, it } from "vitest"
import { expectGivenBack, type Outage, outage } from "../e2e/outage.ts"
import { pause } from "../e2e/until.ts"
import { describeWorld, type World } from "../e2e/world.ts"
import { gather } from "./company.ts"
import { KillCount, SIGKILL } from "./kill-count.ts"
import { withSeed } from "./seed.ts"

const killCount = 72
const kind = `${SIGKILL} at a random moment`

/** A life is short: what the kernel does at its beginning and what it does while it plays are hit alike. */
const lifeMs = 700
const hearMs = 6_000
/**
 * A life that ends before its heart has beaten twice gives all of itself back, so on a slow machine, whose lives are mostly starts, a game that
 * waits for the clock would never come to the end of its wait: each so many lives one is longer than any wait.
 */
const longLifeEach = 8
const longLifeMs = 6_000

/** Or nothing was said: on a slow machine, lives that are all too short would bring nobody on. */
const hasHeard = async ({ sql }: World): Promise<void> => {
  const cursor = async () => JSON.stringify(await sql`select value from cursors`)
  const before = await cursor()
  const deadline = performance.now() + hearMs
  while (performance.now() < deadline && (await cursor()) === before) await pause(30)
}

describeWorld("a bot that is killed at random moments while twenty conversations play", (world) => {
  it("loses nothing, says nothing twice and gives every outage back", { timeout: 1_200_000 }, (test) =>
    withSeed(async (rng) => {
      const kills = new KillCount()
      const company = await gather(world(), { lightning: 12, full: 8 }, rng)
      const outages: Array<Outage> = []
      const killing = async () => {
        for (let kill = 0; kill < killCount; kill++) {
          // Some are hit while they start, some while they recover, most while they play.
          if (rng.chance(0.8)) await world().bot.listens()
          if (rng.chance(0.7)) await hasHeard(world())
          const isLong = kill % longLifeEach === longLifeEach - 1
          if (isLong) await world().bot.listens()
          await pause(isLong ? longLifeMs : rng.unit() * lifeMs)
          outages.push(await outage(world(), rng.chance(0.1) ? 800 : 0))
          kills.add(kind)
        }
        await world().bot.listens()
      }
      await company.during(killing())
      for (const [room, { givenBack }] of await company.judge()) expectGivenBack(room, outages, givenBack)
      expect(world().bot.logged("ERROR")).toEqual([])
      expect(kills.of(kind)).toBe(killCount)
      kills.tell(test)
    })
  )
})
