/**
 * A process that stands still for longer than the kernel takes for an outage, and then goes on where it stopped. There is
 * no table of leases: two processes that share their work are a rolling restart or an operator's mistake, and what keeps
 * their games right is the version of every commit.
 */
import { silenceMaxMs } from "@znatoki/kernel/outage/pulse"
import { expect, it } from "vitest"
import { BotProcess } from "../e2e/bot-process.ts"
import { pause } from "../e2e/until.ts"
import { briskBot, describeWorld } from "../e2e/world.ts"
import { gather } from "./company.ts"
import { KillCount } from "./kill-count.ts"
import { withSeed } from "./seed.ts"

const stops = 6
const stillMs = silenceMaxMs + 1_000
const kind = "SIGSTOP past the silence that is an outage"
const alone = `${kind}, alone`
const beside = `${kind}, beside another process that plays on`

describeWorld("a process that stands still", (world) => {
  it("alone, goes on as after an outage", { timeout: 1_200_000 }, (test) =>
    withSeed(async (rng) => {
      const kills = new KillCount()
      const company = await gather(world(), { lightning: 6, full: 4 }, rng)
      const standStill = async () => {
        await pause(1_000 + rng.unit() * 1_000)
        world().bot.send("SIGSTOP")
        await pause(stillMs)
        world().bot.send("SIGCONT")
        kills.add(alone)
        await pause(2_000)
      }
      await company.during(standStill())
      const records = await company.judge()
      expect(records.some(([, { givenBack }]) => givenBack.length > 0)).toBe(true)
      expect(world().bot.logged("ERROR")).toEqual([])
      kills.tell(test)
    })
  )

  it("beside another that plays on, says nothing twice and counts no point twice", { timeout: 1_200_000 }, (test) =>
    withSeed(async (rng) => {
      const kills = new KillCount()
      const other = new BotProcess(world().botVariables, briskBot)
      try {
        other.start()
        await other.listens()
        const company = await gather(world(), { lightning: 8, full: 6 }, rng)
        const standStill = async () => {
          for (let stop = 0; stop < stops; stop++) {
            const still = stop % 2 === 0 ? world().bot : other
            await pause(rng.unit() * 1_500)
            still.send("SIGSTOP")
            await pause(stillMs + rng.unit() * 1_000)
            still.send("SIGCONT")
            kills.add(beside)
          }
          await pause(1_500)
        }
        await company.during(standStill())
        // What it was about to write anew when it stopped, it writes when it goes on: a list of seats may be out of date.
        await company.judge({ lateAmends: true })
        expect([...world().bot.logged("ERROR"), ...other.logged("ERROR")]).toEqual([])
        expect(kills.of(beside)).toBe(stops)
      } finally {
        await other.close()
      }
      kills.tell(test)
    })
  )
})
