/** The bot is put out of a conversation in the middle of a game, and invited again. */
import { expect, it } from "vitest"
import { isCall, isChoice, isVerdict } from "../../src/people/seen.ts"
import { startGame } from "./game-moves.ts"
import { rowOf, rowsOf } from "./outage.ts"
import { until } from "./until.ts"
import { describeWorld, group } from "./world.ts"

const names = ["Аня", "Борис"]

describeWorld("a bot that is put out", (world) => {
  it("gives no point while it is away, and plays on from there when it is invited", async () => {
    const { bot, sandbox } = world()
    const [room, beside] = [await world().room("Выгнали", names), await world().room("Рядом", names)]
    const { captain, question } = await startGame(room, names)
    await startGame(beside, names)
    sandbox.control.changeMembers(room.peer, { remove: -group })
    await until("the game is held", async () => rowOf(await rowsOf(world()), room).phase === "Paused")
    // The clock of the other game strikes meanwhile, so that of this one would have.
    await beside.hears(isChoice)
    expect((await room.said()).at(-1)).toEqual(question)

    sandbox.control.changeMembers(room.peer, { add: -group })
    const back = await room.hears(/снова здесь/)
    expect(back.conversation_message_id).toBeGreaterThan(question.conversation_message_id)
    await room.press(captain, captain, await room.hears(isChoice))
    await room.hears(isCall)
    await room.say(captain, "шурум-бурум")
    expect((await room.hears(isVerdict)).text).toContain("Счёт: Знатоки 0 : 1 Бот")
    expect((await room.said()).filter(isVerdict)).toHaveLength(1)
    expect(bot.logged("ERROR")).toEqual([])
  })

  it("holds the game also where only a refused message tells of it", async () => {
    const { bot } = world()
    const room = await world().room("Молча", names)
    // Its clock strikes soon.
    await startGame(room, names, "Начать игру медленная")
    await world().faults({ errors: [{ method: "*", code: 1012, peer: room.peer }] })
    await until("the game is held", async () => rowOf(await rowsOf(world()), room).phase === "Paused")
    expect((await room.said()).filter(isVerdict)).toHaveLength(0)
    await world().faults({})
    // Whatever the bot has to say there shows that it can speak again.
    await room.say("Аня", "/инфо")
    await room.hears(/снова здесь/)
    expect(bot.logged("ERROR")).toEqual([])
  })
})
