/** A conversation asks to be called to play, the bot dies, and calls it in time all the same, once. */
import { expect, it } from "vitest"
import { until } from "./until.ts"
import { describeWorld } from "./world.ts"

describeWorld("a reminder", (world) => {
  it("is promised, outlives the bot, and is said once when its minute has come", async () => {
    const { bot, sql } = world()
    const room = await world().room("По четвергам", ["Аня"])
    await room.say("Аня", "Напоминай каждый четверг в 19:00")
    await room.hears(/зову играть каждый четверг в 19:00/)
    await bot.kill()
    const called = async () => (await room.said()).filter(({ text }) => text.includes("Пора играть"))
    expect(await called()).toEqual([])
    // As if it were Thursday.
    await sql`update reminders set next_at_ms = (extract(epoch from now()) * 1000)::bigint - 1000`
    bot.start()
    await until("it is said", async () => (await called()).length > 0, { forMs: 150_000 })
    const [row] = await sql<ReadonlyArray<{ readonly ahead: boolean; readonly orders: number }>>`
      select next_at_ms > extract(epoch from now()) * 1000 as ahead,
        (select count(*) from admin_orders)::integer as orders from reminders`
    expect(row?.ahead).toBe(true)
    await until("the order is over", async () => (await sql`select from admin_orders`).length === 0)
    await room.say("Аня", "Не напоминай")
    await room.hears(/Больше не напоминаю/)
    expect(await called()).toHaveLength(1)
    expect(bot.logged("ERROR")).toEqual([])
  })
})
