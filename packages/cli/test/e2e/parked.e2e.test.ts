/** A game that this version of the bot cannot read stands still with all that is done in it, and is played on when that is mended. */
import { expect, it } from "vitest"
import { isLobby } from "../../src/people/seen.ts"
import { startGame, stopGame } from "./game-moves.ts"
import { rowOf, rowsOf } from "./outage.ts"
import { until } from "./until.ts"
import { describeWorld } from "./world.ts"

const names = ["Аня", "Борис", "Вера"]

describeWorld("a game whose stored state cannot be read", (world) => {
  it("is parked over a restart while another plays, and goes on in order when an admin releases it", async () => {
    const { bot, sql } = world()
    const [sick, sound] = await Promise.all([world().room("Больная", names), world().room("Здоровая", names)])
    await sick.say("Аня", "Начать игру")
    await sick.hears(isLobby)
    const before = rowOf(await rowsOf(world()), sick)
    await bot.kill()
    const its = sql`conversation = ${sick.conversation} and status = 'running'`
    const [{ snapshot } = { snapshot: "" }] = await sql<[{ snapshot: string }]>`
      select snapshot::text from games where ${its}`
    await sql`update games set snapshot = '{"v":999,"s":{}}' where ${its}`
    bot.start()
    await bot.listens()

    await sick.press("Борис", "Я играю")
    await sick.say("Вера", "Я играю")
    await startGame(sound, names)
    const parked = await until("all of it waits", async () => {
      const [row] = await sql<ReadonlyArray<{ readonly error: string; readonly waiting: number }>>`
        select error, (select count(*)::int from parked_tasks t where t.conversation = p.conversation) as waiting
        from parked p where conversation = ${sick.conversation}`
      // The time that was lost, Boris, Vera, and whatever was heard before the kill and came again.
      return row !== undefined && row.waiting >= 3 && row
    })
    expect(parked.error).toContain("snapshot version 999")

    await sql`update games set snapshot = ${snapshot}::text::json where ${its}`
    await sql`update parked set release = 'retry' where conversation = ${sick.conversation}`
    await sick.sees(/Борис[^]*Вера/)
    await until("nothing is parked", async () => {
      const [{ n } = { n: -1 }] = await sql<[{ n: number }]>`select count(*)::int as n from parked`
      return n === 0
    })
    expect(rowOf(await rowsOf(world()), sick).at_ms).toBeGreaterThan(before.at_ms ?? Infinity)
    await Promise.all([sick, sound].map((room) => stopGame(room, "Аня")))
    expect(bot.logged("ERROR")).toHaveLength(1)
  })
})
