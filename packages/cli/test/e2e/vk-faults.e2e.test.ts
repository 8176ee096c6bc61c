/** Whatever VK does to the bot, people read the same: the same game under every fault, compared word by word. */
import { presets } from "@znatoki/engine"
import { beforeAll, describe, expect, it } from "vitest"
import { isCall, isChoice, isVerdict } from "../../src/people/seen.ts"
import { type Between, meet, playScript } from "./fault-game.ts"
import { begin, callEarly, openTable, startGame, stopGame } from "./game-moves.ts"
import { expectOneStory } from "./game-record.ts"
import { leaveOneQuestion, theAnswer } from "./one-question.ts"
import { pause, until } from "./until.ts"
import { describeWorld, type World, type WorldOptions } from "./world.ts"

interface Case {
  readonly name: string
  /** Lasts for the whole game. */
  readonly plan?: object
  /** Done between all steps, when nothing is on its way. */
  readonly between?: (world: World) => Between
}

/** The held poll is answered with a failure, and the bot has found its way back when VK has given it a new place. */
const askedAnew = async (world: World, plan: object): Promise<void> => {
  const asked = async () => (await world.stats()).calls["groups.getLongPollServer"] ?? 0
  const before = await asked()
  await world.faults(plan)
  await until("the bot asks for the Long Poll server again", async () => (await asked()) > before)
}

/** The same for a counter that is too old: what comes between the failure and the next poll would be lost. */
const startedAnew = async (world: World): Promise<void> => {
  const told = () => world.bot.logged("WARN").filter((line) => line.includes("lost some events")).length
  const before = told()
  await world.faults({ staleTs: true })
  await until("the bot goes on from the new counter", () => told() > before)
}

const isOutage = (text: string): boolean => text.startsWith("⏳ Я ненадолго пропадал")

const groups: ReadonlyArray<readonly [what: string, cases: ReadonlyArray<Case>]> = [
  [
    "of the Long Poll",
    [
      { name: "every counter too old (failed 1)", between: (world) => () => startedAnew(world) },
      { name: "every key expired (failed 2)", between: (world) => () => world.faults({ expireKey: true }) },
      {
        name: "the history lost while nobody talks (failed 3)",
        between: (world) => () => askedAnew(world, { loseHistory: true })
      },
      { name: "every event twice", plan: { duplicateEvents: true } },
      { name: "events that overtake each other", plan: { reorder: 0.3 } }
    ]
  ],
  [
    "of the methods",
    [
      { name: "a storm of «too many requests» (error 6)", plan: { errors: [{ method: "*", code: 6, rate: 0.25 }] } },
      {
        name: "errors that pass (1 and 10)",
        plan: {
          errors: [
            { code: 10, rate: 0.1 },
            { code: 1, rate: 0.1 }
          ]
        }
      },
      { name: "slow answers", plan: { latencyMs: 150 } }
    ]
  ],
  [
    "of the wire",
    [
      { name: "connections that are cut", plan: { cutConnections: { rate: 0.15 } } },
      { name: "answers lost after the effect", plan: { loseAnswers: { rate: 0.3 } } },
      { name: "pages of HTML instead of answers", plan: { http500: { rate: 0.15 } } }
    ]
  ]
]

/** Long waits, so that no fault can make a clock strike. */
const installation: WorldOptions = { prepare: leaveOneQuestion, variables: { ZNATOKI_PRESET: "quick" } }

describe.concurrent("a game under faults of VK", () => {
  for (const [what, cases] of groups) {
    describeWorld(
      what,
      (world) => {
        let quiet: ReadonlyArray<string> = []
        beforeAll(async () => {
          const room = await world().room("Без помех", ["Аня", "Борис"])
          await meet(room)
          quiet = await playScript(room)
        })

        // Faults strike the whole sandbox, so its games are played one after another.
        it.for(cases)("reads the same with $name", { concurrent: false }, async ({ between, plan = {} }) => {
          const room = await world().room("С помехами", ["Аня", "Борис"])
          await meet(room)
          await world().faults({ seed: 7, ...plan })
          try {
            const said = await playScript(room, between?.(world()))
            expect(said).toEqual(quiet)
          } finally {
            await world().faults({})
          }
          await expectOneStory(world().sql, room, presets.quick)
        })
      },
      installation
    )
  }

  describeWorld(
    "a history that VK loses",
    (world) => {
      it(
        "is read from the conversation: an answer in it counts once; where it cannot be read people are told",
        { concurrent: false },
        async () => {
          const rooms = [
            await world().room("Найдено", ["Аня", "Борис"]),
            await world().room("Закрыто", ["Аня", "Борис"])
          ]
          const captains: Array<string> = []
          for (const room of rooms) {
            await openTable(room, ["Аня", "Борис"])
            const { captain } = await begin(room, ["Аня", "Борис"])
            await callEarly(room, captain, captain)
            captains.push(captain)
          }
          const [found, closed] = rooms
          if (found === undefined || closed === undefined) throw new Error("two rooms were asked for")
          const unreadable = { method: "messages.getByConversationMessageId", code: 917, peer: closed.peer }
          // Slow enough for the words to fall between the loss and the new beginning.
          await world().faults({ latencyMs: 1_000, loseHistory: true, errors: [unreadable] })
          for (const [i, room] of rooms.entries()) await room.say(captains[i] ?? "", theAnswer)
          expect((await found.hears(isVerdict)).text).toContain("✅ Верно!")
          await closed.hears(({ text }) => isOutage(text))
          await world().faults({})
          const said = await found.said()
          expect(said.filter(isVerdict)).toHaveLength(1)
          expect(said.filter(({ text }) => isOutage(text))).toHaveLength(0)
          expect((await closed.said()).filter(isVerdict)).toHaveLength(0)
          expect((await closed.said()).filter(({ text }) => isOutage(text))).toHaveLength(1)
          await closed.say(captains[1] ?? "", theAnswer)
          expect((await closed.hears(isVerdict)).text).toContain("✅ Верно!")
          for (const room of rooms) await expectOneStory(world().sql, room, presets.quick)
        }
      )

      it(
        "is read also by a process that comes after the loss: an answer to one that was killed counts once",
        { concurrent: false },
        async () => {
          const room = await world().room("Убит", ["Аня", "Борис"])
          await openTable(room, ["Аня", "Борис"])
          const { captain } = await begin(room, ["Аня", "Борис"])
          await callEarly(room, captain, captain)
          await world().bot.kill()
          await room.say(captain, theAnswer)
          await room.say(captain, "и ещё раз самовар")
          await world().faults({ loseHistory: true })
          world().bot.start()
          expect((await room.hears(isVerdict)).text).toContain("✅ Верно!")
          await world().faults({})
          expect((await room.said()).filter(isVerdict)).toHaveLength(1)
          await expectOneStory(world().sql, room, presets.quick)
        }
      )

      it(
        "takes with it what was pressed meanwhile, and the same button pressed again is heard",
        { concurrent: false },
        async () => {
          const room = await world().room("Потеря", ["Аня", "Борис"])
          await openTable(room, ["Аня", "Борис"])
          const { captain } = await begin(room, ["Аня", "Борис"])
          // Slow enough for a press to fall between the loss and the new beginning.
          await world().faults({ latencyMs: 2_000, loseHistory: true })
          await room.press(captain, "Досрочный ответ")
          await until(
            "the bot begins anew",
            async () => ((await world().stats()).calls["groups.getLongPollServer"] ?? 0) > 1
          )
          await world().faults({})
          expect((await room.said()).filter(isChoice)).toHaveLength(0)
          await callEarly(room, captain, captain)
          await room.say(captain, theAnswer)
          expect((await room.hears(isVerdict)).text).toContain("✅ Верно!")
          expect((await room.said()).filter(isCall)).toHaveLength(1)
          await expectOneStory(world().sql, room, presets.quick)
        }
      )
    },
    installation
  )

  const silences: ReadonlyArray<readonly [what: string, says: unknown]> = [
    ["is told HTTP 500", { status: 500, body: "<html>" }],
    ["is told nonsense", { body: '{"ts":null,"updates":{}}' }],
    ["is told nothing", "nothing"]
  ]
  for (const [what, says] of silences) {
    describeWorld(
      `a Long Poll that is down for 9 s and ${what} while somebody has 5 s to answer`,
      (world) => {
        it("is an outage: the answer counts, and the chat is told once", async () => {
          const room = await world().room(what, ["Аня", "Борис"])
          const { captain } = await startGame(room, ["Аня", "Борис"])
          await callEarly(room, captain, captain)
          await world().faults({ longPoll: { says } })
          // The words wake whoever waits, so that the failure is met.
          await room.say(captain, theAnswer)
          await pause(9_000)
          expect((await room.said()).filter(isVerdict)).toHaveLength(0)
          await world().faults({})
          expect((await room.hears(isVerdict)).text).toContain("✅ Верно!")
          expect((await room.said()).filter(({ text }) => isOutage(text))).toHaveLength(1)
          await stopGame(room, captain)
          await expectOneStory(world().sql, room)
        })
      },
      { prepare: leaveOneQuestion }
    )
  }
})
