/** While a version takes another's place both are there: the one before plays on a database that the newer one has migrated. */
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { describeBroker, forgetQueues, testBrokerUrl } from "@znatoki/adapter-rabbitmq/testing/broker-fixture"
import { startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Redacted } from "effect"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import { playOn } from "../e2e/auto-player.ts"
import { Room } from "../e2e/room.ts"
import { type Program, startProgram } from "../e2e/run-program.ts"
import { until } from "../e2e/until.ts"
import { briskBot } from "../e2e/world.ts"
import { commitBefore, migrationsAt, programAt } from "./program-before.ts"

const groupId = 40_000_000 + (process.pid % 1_000_000)
const buckets = 4
const names = ["Аня", "Борис", "Вера"]
const commit = commitBefore()
const listens = (program: Program): boolean => program.stderr().includes("listening to community")
const errors = (programs: ReadonlyArray<Program>): ReadonlyArray<string> =>
  programs.flatMap((each) => each.stderr().split("\n")).filter((line) => line.includes('"ERROR"'))

describe.skipIf(commit === null)(
  `the version before${commit === null ? " (skipped: there is no history)" : ""}`,
  () => {
    describeBroker("by a broker", () => {
      describePostgres("on the database of now", (database) => {
        const closing: Array<() => Promise<unknown>> = []
        afterEach(async () => {
          for (const close of closing.splice(0).toReversed()) await close()
        })

        it("plays whole games, and gives its games to the newer one in the middle", async () => {
          const sandbox = await startSandbox({ port: 0, groupId, token: "vk1.a.of-before" })
          const sql = poolOf(Redacted.make(database.url()), 2)
          const folder = await mkdtemp(join(tmpdir(), "znatoki-before-"))
          closing.push(
            () => rm(folder, { recursive: true, force: true }),
            () => sql.end({ timeout: 2 }),
            () => sandbox.close(),
            () => forgetQueues([{ prefix: "znatoki", community: `vk:${groupId}`, buckets }], { exchanges: false })
          )
          const applied = await sql<
            ReadonlyArray<{ readonly count: number }>
          >`select count(*)::int as count from migrations`
          expect(applied[0]?.count).toBeGreaterThan(migrationsAt(commit ?? "").length)

          const start = (role: string, file: string | undefined): Program => {
            const variables = {
              DATABASE_URL: database.url(),
              AMQP_URL: testBrokerUrl,
              VK_API_URL: sandbox.apiUrl,
              VK_TOKEN: sandbox.token,
              VK_GROUP_ID: String(groupId),
              ZNATOKI_BUCKETS: String(buckets),
              ZNATOKI_PRESET: "lightning"
            }
            const program = startProgram([role], variables, { file })
            closing.push(async () => (program.ended() === null ? program.endBy("SIGKILL") : null))
            return program
          }
          const fileBefore = programAt(commit ?? "", folder)
          const before = ["worker", "connector"].map((role) => start(role, fileBefore))
          const logs = (): string => before.map((each) => each.stderr().slice(-3_000)).join("\n---\n")
          await until("the version before listens", () => before.some(listens), { because: logs })

          const options = { url: sandbox.url, groupId, log: logs }
          const room = await Room.open(options, "Беседа", names)
          await room.say("Аня", "Начать игру")
          await playOn(room, { chance: () => 0.5, silence: 0, hurry: () => true })
          expect(errors(before)).toEqual([])

          let isOver = false
          await room.say("Аня", "Начать игру")
          const playing = playOn(room, { chance: () => 0.5, silence: 0, hurry: () => isOver })
          const now = ["worker", "connector"].map((role) => start(role, briskBot))
          await until("the newer one works", () => now.some((each) => each.stderr().includes("working for")), {
            because: logs
          })
          await Promise.all(before.map((each) => each.endBy("SIGTERM")))
          await until("the newer one listens", () => now.some(listens), { because: logs })
          const said = (await room.said()).length
          await until("the game goes on", async () => (await room.said()).length > said + 3, { because: logs })
          isOver = true
          await playing
          expect(errors(now)).toEqual([])
          const randomIds = (await room.said()).map(({ random_id }) => random_id)
          expect(new Set(randomIds).size).toBe(randomIds.length)
        })
      })
    })
  }
)
