/** A conversation asks for a question of the day, the bot dies before it and after it, and it is asked once, answered once. */
import { expect, it } from "vitest"
import { until } from "./until.ts"
import { describeWorld } from "./world.ts"

describeWorld("a question of the day", (world) => {
  it("is promised, outlives the bot, is asked once when its minute has come, and told when its time is over", async () => {
    const { bot, sql } = world()
    const room = await world().room("По будням", ["Аня"])
    await room.say("Аня", "Вопрос дня каждый день в 12:00")
    await room.hears(/вопрос дня — каждый день в 12:00/)
    await bot.kill()
    const saying = async (words: string) => (await room.said()).filter(({ text }) => text.includes(words))
    // As if it were noon.
    await sql`update reminders set question_at_ms = (extract(epoch from now()) * 1000)::bigint - 1000`
    bot.start()
    await until("it is asked", async () => (await saying("💡 Вопрос дня\n")).length > 0, { forMs: 150_000 })
    await until("the order is over", async () => (await sql`select from admin_orders`).length === 0)
    await bot.kill()
    // As if it were three hours later.
    await sql`update daily_questions set closes_at_ms = (extract(epoch from now()) * 1000)::bigint - 1000,
      daily = jsonb_set(daily::jsonb, '{open,closesAtMs}', to_jsonb((extract(epoch from now()) * 1000)::bigint - 1000))::json`
    bot.start()
    await until("it is told", async () => (await saying("никто не взял")).length > 0, { forMs: 150_000 })
    await until("the order is over", async () => (await sql`select from admin_orders`).length === 0)
    expect(await saying("💡 Вопрос дня\n")).toHaveLength(1)
    expect(await saying("никто не взял")).toHaveLength(1)
    expect(await saying("Правильный ответ")).toHaveLength(1)
    expect(bot.logged("ERROR")).toEqual([])
  })
})
