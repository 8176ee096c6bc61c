/** The deploy script, run: a version takes another's place while people play, and one that is no good is taken away again. */
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { describeBroker, forgetQueues, testBrokerUrl } from "@znatoki/adapter-rabbitmq/testing/broker-fixture"
import { startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Redacted } from "effect"
import { afterEach, expect, it } from "vitest"
import { playOn } from "../e2e/auto-player.ts"
import { expectOneStory } from "../e2e/game-record.ts"
import { registerCallback } from "../e2e/register-callback.ts"
import { Room } from "../e2e/room.ts"
import { Colours } from "./colours.ts"
import { openFront } from "./front.ts"

const groupId = 30_000_000 + (process.pid % 1_000_000)
const buckets = 4
const secret = "secret-of-the-deploy"
const names = ["Аня", "Борис", "Вера"]

describeBroker("the deploy script", () => {
  describePostgres("with processes of two colours", (database) => {
    const closing: Array<() => Promise<unknown>> = []
    afterEach(async () => {
      for (const close of closing.splice(0).toReversed()) await close()
    })

    const open = async () => {
      const sandbox = await startSandbox({ port: 0, groupId, token: "vk1.a.of-the-deploy" })
      closing.push(() => sandbox.close())
      const front = await openFront()
      closing.push(front.close)
      const sql = poolOf(Redacted.make(database.url()), 2)
      closing.push(() => sql.end({ timeout: 2 }))
      closing.push(() =>
        forgetQueues([{ prefix: "znatoki", community: `vk:${groupId}`, buckets }], { exchanges: false })
      )
      const variables = {
        DATABASE_URL: database.url(),
        AMQP_URL: testBrokerUrl,
        VK_API_URL: sandbox.apiUrl,
        VK_TOKEN: sandbox.token,
        VK_GROUP_ID: String(groupId),
        VK_INTAKE: "callback",
        VK_CALLBACK_CONFIRMATION: "sandbox1",
        VK_CALLBACK_SECRET: secret,
        ZNATOKI_BUCKETS: String(buckets),
        ZNATOKI_PRESET: "lightning"
      }
      const colours = new Colours(front, variables, {
        one: { variables: {} },
        two: { variables: {} },
        broken: { variables: { AMQP_URL: "amqp://guest:guest@127.0.0.1:1" } },
        sick: { variables: {}, isSick: true }
      })
      closing.push(() => colours.close())
      return { sandbox, front, sql, colours }
    }

    it(
      "switches under load without an error, leaves what is there for one that does not start, and goes back from one that falls ill",
      { timeout: 600_000 },
      async () => {
        const { colours, front, sandbox, sql } = await open()
        expect(await colours.deploy("one")).toMatchObject({ code: 0 })
        expect(colours.current).toBe("blue one")
        await registerCallback(sandbox, { host: "127.0.0.1", port: front.port }, secret)

        let isOver = false
        const options = { url: sandbox.url, groupId, log: () => colours.log() }
        const rooms = await Promise.all(Array.from({ length: 3 }, (_, i) => Room.open(options, `Беседа ${i}`, names)))
        for (const room of rooms) await room.say("Аня", "Начать игру")
        const habits = { chance: () => Math.random(), silence: 0.05, hurry: () => isOver }
        const deploying = async (): Promise<void> => {
          expect(await colours.deploy("two")).toMatchObject({ code: 0 })
          expect([colours.current, colours.runningColours]).toEqual(["green two", ["green"]])
          const broken = await colours.deploy("broken", 5)
          expect(broken.code, broken.said).toBe(1)
          expect([colours.current, colours.runningColours]).toEqual(["green two", ["green"]])
          const sick = await colours.deploy("sick")
          expect(sick.code, sick.said).toBe(1)
          expect(sick.said).toContain("sick is not ready any more: back to two")
          expect([colours.current, colours.runningColours]).toEqual(["green two", ["green"]])
          isOver = true
        }
        await Promise.all([deploying(), ...rooms.map((room) => playOn(room, habits))])
        expect(front.failures).toEqual([])
        expect(front.passed()).toBeGreaterThan(20)
        for (const room of rooms) await expectOneStory(sql, room)
        expect(colours.errors()).toEqual([])
      }
    )
  })
})
