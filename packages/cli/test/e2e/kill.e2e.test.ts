/** The bot is killed without a word, in every phase and at any moment, and people play on as if it had only been away. */
import { describe, expect, it } from "vitest"
import { isCall, isChoice, isLobby, isQuestion, isVerdict } from "../../src/people/seen.ts"
import { playOn } from "./auto-player.ts"
import { inEveryPhase, phasesOf, roomsOf } from "./every-phase.ts"
import { startGame, stopGame } from "./game-moves.ts"
import { expectOneStory } from "./game-record.ts"
import { expectGivenBack, type Outage, outage, rowOf, rowsOf } from "./outage.ts"
import type { Room } from "./room.ts"
import { pause, until } from "./until.ts"
import { killBeforeCommit, killBeforeDelivery } from "./worst-moment.ts"
import { describeWorld } from "./world.ts"

const names = ["Аня", "Борис", "Вера"]
const told = /^⏳ Я ненадолго пропадал — вернул вам \d+ секунд/

/** Few, for `npm test`: of more, killed more often, `npm run kills` is made. */
const roomCount = 8
const killCount = 6

describe.concurrent("a bot that is killed", () => {
  describeWorld("in every phase at once", (world) => {
    it("goes on in each with the time that was left, and says so once", async () => {
      const standing = await inEveryPhase(world(), names)
      const { Answer, answering, Choice, choosing, Discussion, Finished, Lobby, Verdict } = standing
      const all = roomsOf(standing)
      const running = all.filter((room) => room !== Finished)
      const out = await outage(world(), 2_000)
      expect(phasesOf(out.rows, standing)).toEqual(["Lobby", "Discussion", "Choice", "Answer", "Verdict", "Finished"])
      // People do not know that nobody listens.
      await Choice.press(choosing, choosing)
      await Answer.say(answering, "шурум-бурум")
      const after = await until("every game has its time back", async () => {
        const rows = await rowsOf(world())
        return running.every((room) => rowOf(rows, room).at_ms !== rowOf(out.rows, room).at_ms) && rows
      })
      await Promise.all(running.map((room) => room.hears(told)))

      // What was pressed and said meanwhile counts; old buttons still work; waits end at their new time and not before.
      const endsInTime = async (room: Room, next: Parameters<Room["hears"]>[0]): Promise<void> => {
        expect(rowOf(after, room).timer).toBe(rowOf(out.rows, room).timer)
        expect((await room.hears(next)).at).toBeGreaterThanOrEqual(rowOf(after, room).at_ms ?? Infinity)
      }
      const hearsName = async (): Promise<void> => {
        expect((await Choice.hears(isCall)).text).not.toContain("решил жребий")
      }
      const hearsAnswer = async (): Promise<void> => {
        expect((await Answer.hears(isVerdict)).text).toContain("«шурум-бурум»")
      }
      await Promise.all([
        hearsName(),
        hearsAnswer(),
        endsInTime(Discussion, isChoice),
        endsInTime(Verdict, isQuestion),
        Lobby.press("Вера", "Поехали").then(() => Lobby.hears(isQuestion)),
        Finished.say("Борис", "Начать игру").then(() => Finished.hears(isLobby))
      ])
      await Promise.all(all.map((room) => stopGame(room, "Аня")))

      for (const room of all) {
        const { givenBack } = await expectOneStory(world().sql, room)
        expectGivenBack(room, [out], givenBack)
        const { updated_at_ms } = rowOf(out.rows, room)
        for (const { atMs, lostMs } of givenBack) expect(lostMs).toBe(atMs - Math.max(out.heartbeatMs, updated_at_ms))
        const notices = (await room.said()).filter(({ text }) => told.test(text))
        expect(notices).toHaveLength(room === Finished ? 0 : 1)
      }
      expect(world().bot.logged("ERROR")).toEqual([])
    })
  })

  describeWorld("at the worst moments of one step", (world) => {
    const moments: ReadonlyArray<readonly [when: string, kill: (act: () => Promise<unknown>) => Promise<void>]> = [
      [
        "with a commit on its way that never arrives",
        (act) => killBeforeCommit(world(), act, "the server never runs the commit")
      ],
      [
        "with a commit on its way that arrives after its death",
        (act) => killBeforeCommit(world(), act, "the server runs the commit all the same")
      ],
      [
        "with a message committed and not sent",
        (act) => killBeforeDelivery(world(), { errors: [{ method: "messages.send", code: 10 }] }, act)
      ],
      [
        "with a message sent and not known to be",
        (act) => killBeforeDelivery(world(), { loseAnswers: { method: "messages.send" } }, act)
      ]
    ]

    it.for(moments)("%s, does what was asked for, once", { concurrent: false }, async ([, kill]) => {
      const room = await world().room("На волоске", names)
      const { captain } = await startGame(room, names, "Начать игру быстрая")
      await kill(() => room.press(captain, "Досрочный ответ"))
      world().bot.start()
      const choice = await room.hears(isChoice)
      expect(choice.text).toContain("⚡ Досрочный ответ!")
      await room.press(captain, captain, choice)
      await room.hears(isCall)
      expect((await room.said()).filter(isChoice)).toHaveLength(1)
      await kill(() => room.say(captain, "шурум-бурум"))
      world().bot.start()
      expect((await room.hears(isVerdict)).text).toContain("«шурум-бурум»")
      await stopGame(room, "Аня")
      await expectOneStory(world().sql, room)
    })
  })

  describeWorld("again and again while conversations play", (world) => {
    it("loses nothing, says nothing twice and gives every outage back", { timeout: 300_000 }, async () => {
      let isOver = false
      const habits = { chance: Math.random, silence: 0.08, hurry: () => isOver }
      const rooms = await Promise.all(Array.from({ length: roomCount }, (_, i) => world().room(`Стол ${i + 1}`, names)))
      for (const room of rooms) await room.say("Аня", "Начать игру")
      // A game that has not begun has nothing to lose.
      await until("every conversation plays", async () => {
        const rows = [...(await rowsOf(world())).values()]
        return rows.filter(({ at_ms }) => at_ms !== null).length === roomCount
      })
      const outages: Array<Outage> = []
      const killing = async () => {
        for (let kill = 0; kill < killCount; kill++) {
          // Every third time it is hit while it starts, else while it plays.
          if (kill % 3 !== 2) await world().bot.listens()
          await pause(Math.random() * 1_200)
          outages.push(await outage(world(), kill % 4 === 0 ? 800 : 0))
        }
        await world().bot.listens()
        isOver = true
      }
      await Promise.all([killing(), ...rooms.map((room) => playOn(room, habits))])

      const counts = { rounds: 0, givenBack: 0, told: 0 }
      for (const room of rooms) {
        const { effects, givenBack } = await expectOneStory(world().sql, room)
        expectGivenBack(room, outages, givenBack)
        const tags = effects.map(({ _tag }) => _tag)
        counts.rounds += tags.filter((tag) => tag === "RoundJudged").length
        counts.told += tags.filter((tag) => tag === "TimeGivenBack").length
        counts.givenBack += givenBack.length
      }
      expect(counts.rounds).toBeGreaterThanOrEqual(roomCount)
      expect(counts.told).toBeGreaterThan(roomCount)
      expect(world().bot.logged("ERROR")).toEqual([])
      const { calls, duplicates_dropped } = await world().stats()
      console.info(
        `${killCount} kills: ${JSON.stringify({ ...counts, duplicates_dropped, sent: calls["messages.send"] })}`
      )
    })
  })
})
