/** A bot that is asked to stop finishes what it has taken, leaves in time, and the next one goes on. */
import { expect, it } from "vitest"
import { isQuestion } from "../../src/people/seen.ts"
import { playOn } from "./auto-player.ts"
import { startGame, stopGame } from "./game-moves.ts"
import { expectOneStory } from "./game-record.ts"
import { until } from "./until.ts"
import { describeWorld } from "./world.ts"

const names = ["Аня", "Борис", "Вера"]

describeWorld("a bot that is asked to stop", (world) => {
  it("ends without a failure in the middle of games, and nothing is lost or said twice", async () => {
    const rooms = await Promise.all(["Один", "Два", "Три", "Четыре"].map((title) => world().room(title, names)))
    const quiet = await world().room("Тихая", names)
    await startGame(quiet, names)
    let isLate = false
    for (const room of rooms) await room.say("Аня", "Начать игру")
    const habits = { chance: Math.random, silence: 0, hurry: () => isLate }
    const stopping = async () => {
      for (const stop of [1, 2]) {
        await until("a game is in the middle", async () => (await rooms[0]?.said())?.filter(isQuestion).length === stop)
        expect(await world().bot.stop()).toEqual({ code: 0, signal: null })
        world().bot.start()
        await world().bot.listens()
      }
      isLate = true
    }
    await Promise.all([stopping(), ...rooms.map((room) => playOn(room, habits))])
    await stopGame(quiet, "Аня")
    for (const room of [quiet, ...rooms]) await expectOneStory(world().sql, room)
    expect(world().bot.logged("ERROR")).toEqual([])
  })

  it("waits for nobody: it ends while VK does not answer, and while it holds a poll", async () => {
    await world().faults({ latencyMs: 60_000 })
    const room = await world().room("Глухая", names)
    await room.say("Аня", "правила")
    expect(await world().bot.stop()).toEqual({ code: 0, signal: null })
    await world().faults({})
    world().bot.start()
    await room.hears("🦉 Правила")
    await expectOneStory(world().sql, room)
  })
})
