/** Every role in a process of its own, with RabbitMQ between: they are killed in the middle of games, and no chat shows it. */
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { describeBroker, forgetQueues, testBrokerUrl } from "@znatoki/adapter-rabbitmq/testing/broker-fixture"
import { type Sandbox, startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Redacted } from "effect"
import { afterAll, beforeAll, expect, it } from "vitest"
import { playOn } from "./auto-player.ts"
import { expectOneStory } from "./game-record.ts"
import { Room } from "./room.ts"
import { type Program, startProgram, type Variables } from "./run-program.ts"
import { until } from "./until.ts"
import { briskBot } from "./world.ts"

const groupId = 1_000 + (process.pid % 1_000_000)
const buckets = 8
const token = "vk1.a.of-the-machines"
const names = ["Аня", "Борис", "Вера"]
const rooms = 6

describeBroker("roles apart", () => {
  describePostgres("on several machines", (database) => {
    let sandbox: Sandbox
    let sql: Sql
    const running: Array<Program> = []
    const start = (role: string, more: Variables = {}): Program => {
      const variables = {
        DATABASE_URL: database.url(),
        AMQP_URL: testBrokerUrl,
        VK_GROUP_ID: String(groupId),
        ZNATOKI_BUCKETS: String(buckets),
        ZNATOKI_PRESET: "lightning",
        ...more
      }
      const program = startProgram([role], variables, { file: briskBot })
      running.push(program)
      return program
    }
    const connector = (): Program => start("connector", { VK_API_URL: sandbox.apiUrl, VK_TOKEN: token })
    const logs = (): string => running.map((each, i) => `--- ${i}\n${each.stderr().slice(-3_000)}`).join("\n")
    const owned = async (): Promise<ReadonlyArray<number>> => {
      const rows = await sql<ReadonlyArray<{ readonly count: number }>>`
        select count(*) from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted
          and database = (select oid from pg_database where datname = current_database()) group by pid order by 1`
      return rows.map(({ count }) => count)
    }

    beforeAll(async () => {
      sandbox = await startSandbox({ port: 0, strict: true, groupId, token })
      sql = poolOf(Redacted.make(database.url()), 2)
    })
    afterAll(async () => {
      for (const program of running) if (program.ended() === null) await program.endBy("SIGKILL")
      await sandbox.close()
      await sql.end({ timeout: 2 })
      await forgetQueues([{ prefix: "znatoki", community: `vk:${groupId}`, buckets }], { exchanges: false })
    })

    it("a worker and the connector die in the middle of games: nothing is lost, doubled, out of order or told as an outage", async () => {
      const [first, second] = [start("worker"), start("worker")]
      const active = connector()
      const because = { because: logs }
      await until("the connector listens", () => active.stderr().includes("listening to community"), because)
      const standby = connector()
      // The connector has one name of its own.
      await until("both have their share", async () => String(await owned()) === "1,4,4", because)

      let isOver = false
      const habits = { chance: () => Math.random(), silence: 0.2, hurry: () => isOver }
      const options = { url: sandbox.url, groupId, log: logs }
      const all = await Promise.all(Array.from({ length: rooms }, (_, i) => Room.open(options, `Беседа ${i}`, names)))
      for (const room of all) await room.say("Аня", "Начать игру")
      const rounds = async (): Promise<number> => {
        const texts = await Promise.all(all.map(async (room) => (await room.said()).length))
        return Math.min(...texts)
      }
      const killing = async (): Promise<void> => {
        await until("all play", async () => (await rounds()) > 3, because)
        await first.endBy("SIGKILL")
        await until("the other has all of it", async () => String(await owned()) === "1,8", because)
        const before = await rounds()
        await until("all play on", async () => (await rounds()) > before + 2, because)
        start("worker")
        await until("who came has its share", async () => String(await owned()) === "1,4,4", because)
        await active.endBy("SIGKILL")
        await until("the standby listens", () => standby.stderr().includes("listening to community"), because)
        const then = await rounds()
        await until("all play on by the other connector", async () => (await rounds()) > then + 2, because)
        isOver = true
      }
      await Promise.all([killing(), ...all.map((room) => playOn(room, habits))])

      for (const room of all) {
        const { effects } = await expectOneStory(sql, room)
        expect(effects.filter(({ _tag }) => _tag === "TimeGivenBack")).toEqual([])
        expect((await room.said()).filter(({ text }) => text.includes("пропадал"))).toEqual([])
      }
      const errors = running.flatMap((each) => each.stderr().split("\n")).filter((line) => line.includes('"ERROR"'))
      expect(errors).toEqual([])
      expect(await second.endBy("SIGTERM")).toEqual({ code: 0, signal: null })
      expect(await standby.endBy("SIGTERM")).toEqual({ code: 0, signal: null })
    })
  })
})
