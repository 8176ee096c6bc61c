/** The same game by both of VK's ways, word by word, while VK does what it can to spoil it. */
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { presets } from "@znatoki/engine"
import { startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Effect, Fiber, Redacted } from "effect"
import { afterEach, expect, it } from "vitest"
import type { CallbackWay, CommunitySettings } from "../../src/compose/bot.ts"
import { bots } from "../../src/compose/bots.ts"
import type { CallbackPlace } from "../../src/compose/callbacks.ts"
import { withDatabase } from "../../src/compose/database.ts"
import { readEnvironment } from "../../src/config/environment.ts"
import { logAt } from "../../src/logging.ts"
import { meet, playScript } from "./fault-game.ts"
import { expectOneStory } from "./game-record.ts"
import { leaveOneQuestion } from "./one-question.ts"
import { registerCallback } from "./register-callback.ts"
import { Room } from "./room.ts"
import { until } from "./until.ts"

const canarySecret = "canary-of-the-callback"
const people = ["Аня", "Борис"]

/** Everything at once that leaves a way through. */
const everyFault = {
  seed: 5,
  duplicateEvents: 0.3,
  reorder: 0.2,
  latencyMs: 20,
  callbackDelayScale: 0,
  errors: [
    { method: "messages.send", code: 10, rate: 0.1 },
    { method: "*", code: 6, rate: 0.1 }
  ],
  loseAnswers: { method: "execute", rate: 0.1 },
  cutConnections: { method: "execute", rate: 0.1 },
  http500: { method: "execute", rate: 0.1 }
}

const way = (longPoll: boolean): CallbackWay => ({
  confirmation: "sandbox1",
  secrets: [Redacted.make("новый"), Redacted.make(canarySecret)],
  longPoll
})

describePostgres("Callback API", (database) => {
  const closing: Array<() => Promise<unknown>> = []
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close()
  })

  const community = async (groupId: number, callback: CallbackWay | null) => {
    const sandbox = await startSandbox({ port: 0, strict: true, groupId, token: `vk1.a.of-${groupId}` })
    closing.push(() => sandbox.close())
    const { apiUrl, token } = sandbox
    const settings: CommunitySettings = { token: Redacted.make(token), groupId, apiUrl, preset: "quick", callback }
    return { sandbox, settings }
  }

  const start = async (communities: ReadonlyArray<CommunitySettings>, place: CallbackPlace): Promise<void> => {
    const environment = await Effect.runPromise(readEnvironment({ DATABASE_URL: database.url() }))
    const running = bots(environment, communities, place).pipe(
      withDatabase(environment),
      Effect.provide(logAt("error"))
    )
    const fiber = Effect.runFork(running)
    closing.push(() => Effect.runPromise(Fiber.interrupt(fiber)))
  }

  const open = (): Sql => {
    const sql = poolOf(Redacted.make(database.url()), 1)
    closing.push(() => sql.end({ timeout: 1 }))
    return sql
  }

  it("and Long Poll, and both at once, tell the same game under every fault of VK", { timeout: 120_000 }, async () => {
    const place = { host: "127.0.0.1", port: await freePort(null) }
    const asked = await community(76, null)
    const brought = await community(77, way(false))
    const both = await community(78, way(true))
    await start(
      [asked, brought, both].map(({ settings }) => settings),
      place
    )
    const polls = ({ sandbox }: typeof asked) => sandbox.control.stats().calls["groups.getLongPollServer"] ?? 0
    await until("they listen", () => polls(asked) > 0 && polls(both) > 0)
    for (const { sandbox } of [brought, both]) {
      sandbox.control.setFaults({ callbackDelayScale: 0 })
      await registerCallback(sandbox, place, canarySecret)
    }
    const sql = open()
    await leaveOneQuestion(sql)
    const play = async ({ sandbox }: typeof asked): Promise<ReadonlyArray<string>> => {
      const { groupId, url } = sandbox
      const room = await Room.open({ url, groupId, log: () => "" }, "Команда", people)
      await meet(room)
      sandbox.control.setFaults(everyFault)
      const said = await playScript(room)
      sandbox.control.setFaults({})
      await expectOneStory(sql, room, presets.quick)
      return said
    }
    const [first, ...others] = await Promise.all([play(asked), play(brought), play(both)])
    for (const said of others) expect(said).toEqual(first)
    expect(polls(brought)).toBe(0)
    await until("what was played is forgotten", async () => (await sql`select from received_events`).length === 0)
  })
})
