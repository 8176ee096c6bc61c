import { describe, expect, it } from "vitest"
import { type Answer, fakeClock, teamOf } from "../sandbox-client.ts"

const codes = async (call: () => Promise<Answer<unknown>>, count: number) => {
  const answers = []
  for (let n = 0; n < count; n++) answers.push((await call()).error?.error_code ?? 0)
  return answers
}

describe("the limit of calls", () => {
  it("is 20 in any second, and passes with the time", async () => {
    const clock = fakeClock()
    const { bot, sandbox } = await teamOf({ clock })
    const call = () => bot.call("users.get")
    expect(await codes(call, 22)).toEqual([...Array.from({ length: 20 }, () => 0), 6, 6])
    clock.advance(999)
    expect(await codes(call, 1)).toEqual([6])
    clock.advance(1)
    expect(await codes(call, 1)).toEqual([0])
    expect(sandbox.control.stats().rate_limit_hits).toBe(3)
  })

  it("holds nobody up for as long as the clock was set back", async () => {
    const clock = fakeClock()
    const { bot, peer, sandbox } = await teamOf({ clock })
    sandbox.control.setFaults({ floodPerHour: 2 })
    const refused = async () => (await bot.send(peer, "время")).error?.code ?? 0
    expect([await refused(), await refused(), await refused()]).toEqual([0, 0, 9])
    expect(await codes(() => bot.call("users.get"), 18)).toContain(6)
    clock.advance(-2 * 3_600_000)
    expect(await codes(() => bot.call("users.get"), 1)).toEqual([0])
    expect(await refused()).toBe(0)
  })

  it("counts execute as one call", async () => {
    const { bot } = await teamOf({ clock: fakeClock() })
    const code = `return [${Array.from({ length: 25 }, () => "API.users.get({})").join(",")}];`
    expect(await codes(() => bot.execute(code), 20)).toEqual(Array.from({ length: 20 }, () => 0))
  })

  it("can be changed and switched off", async () => {
    const { bot, sandbox } = await teamOf({ clock: fakeClock() })
    sandbox.control.setFaults({ rateLimit: 2 })
    expect(await codes(() => bot.call("users.get"), 3)).toEqual([0, 0, 6])
    sandbox.control.setFaults({ rateLimit: false })
    expect(await codes(() => bot.call("users.get"), 30)).not.toContain(6)
  })
})
