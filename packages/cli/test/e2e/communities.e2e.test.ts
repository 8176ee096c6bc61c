/** Two communities on one database and in one process, whose conversations have the same number at VK. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { presets } from "@znatoki/engine"
import { brisk } from "@znatoki/kernel/testing/brisk-settings"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { type Sandbox, startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Cause, Effect, Exit, Fiber, Redacted } from "effect"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { isEnd, isQuestion, isVerdict } from "../../src/people/seen.ts"
import type { CommunitySettings } from "../../src/compose/bot.ts"
import { bots } from "../../src/compose/bots.ts"
import { withDatabase } from "../../src/compose/database.ts"
import { readEnvironment } from "../../src/config/environment.ts"
import { logAt } from "../../src/logging.ts"
import { startGame } from "./game-moves.ts"
import { expectOneStory } from "./game-record.ts"
import { Room } from "./room.ts"
import { until } from "./until.ts"

const names = ["Аня", "Борис", "Вера"]

const lightning = { ...presets.lightning }
beforeAll(() => void Object.assign(presets.lightning, brisk))
afterAll(() => void Object.assign(presets.lightning, lightning))

const room = async ({ control, groupId, url }: Sandbox): Promise<Room> => {
  await until("the bot listens", () => (control.stats().calls["groups.getLongPollServer"] ?? 0) > 0)
  return Room.open({ url, groupId, log: () => "" }, `Беседа ${groupId}`, names)
}

describePostgres("two communities", (database) => {
  const closing: Array<() => Promise<unknown>> = []
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close()
  })

  const community = async (groupId: number): Promise<Sandbox & { readonly settings: CommunitySettings }> => {
    const sandbox = await startSandbox({ port: 0, strict: true, groupId, token: `vk1.a.of-${groupId}` })
    closing.push(() => sandbox.close())
    const { apiUrl, token } = sandbox
    return {
      ...sandbox,
      settings: { token: Redacted.make(token), groupId, apiUrl, preset: "lightning", callback: null }
    }
  }
  const open = (): Sql => {
    const sql = poolOf(Redacted.make(database.url()), 1)
    closing.push(() => sql.end({ timeout: 1 }))
    return sql
  }
  /** `ready`: what is not, by name. */
  const start = async (communities: ReadonlyArray<CommunitySettings>) => {
    const environment = await Effect.runPromise(readEnvironment({ DATABASE_URL: database.url() }))
    let checks: ReadinessChecks["Service"] | null = null
    const fiber = Effect.runFork(
      Effect.gen(function* () {
        checks = yield* ReadinessChecks
        return yield* bots(environment, communities)
      }).pipe(withDatabase(environment), Effect.provide(logAt("error")))
    )
    closing.push(() => Effect.runPromise(Fiber.interrupt(fiber)))
    const notReady = async (): Promise<ReadonlyMap<string, string>> => {
      const found = checks === null ? [] : await Effect.runPromise(checks.found)
      return new Map(found.flatMap(({ name, problem }) => (problem === null ? [] : [[name, problem] as const])))
    }
    return { fiber, notReady }
  }

  it("play apart, and when VK of one cannot be heard the other's clocks strike", async () => {
    const [one, other] = [await community(77), await community(88)]
    const { notReady } = await start([one.settings, other.settings])
    const [here, there] = [await room(one), await room(other)]
    expect(here.peer).toBe(there.peer)
    const [begunHere, begunThere] = await Promise.all([startGame(here, names), startGame(there, names)])
    await here.press(begunHere.captain, "Досрочный ответ")
    await there.press(begunThere.captain, "Досрочный ответ")
    await Promise.all([here.hears(isVerdict), there.hears(isVerdict)])
    const sql = open()
    await until("both are heard", async () => (await notReady()).size === 0)
    await other.close()
    const versionOf = async ({ conversation }: Room) => {
      const rows = await sql`select version from conversations where conversation = ${conversation}`
      return rows[0]?.["version"]
    }
    await until("the other is not heard", async () => (await notReady()).get("inbox vk:88") === "cannot be heard")
    const stood = await versionOf(there)
    await here.hears(isQuestion)
    await here.hears(isVerdict)
    expect(await versionOf(there)).toBe(stood)
    await until("the one is heard all the time", async () => {
      const names = [...(await notReady()).keys()]
      return !names.some((name) => name.endsWith("vk:77"))
    })
    await here.say("Аня", "/стоп")
    await here.say("Аня", "/стоп")
    await here.hears(isEnd)
    await expectOneStory(sql, here)
  })

  it("one that VK refuses says why, and the other plays", async () => {
    const [one, other] = [await community(77), await community(88)]
    const refused = { ...other.settings, token: Redacted.make("vk1.a.of-nobody") }
    const { notReady } = await start([one.settings, refused])
    const here = await room(one)
    await startGame(here, names)
    expect((await notReady()).get("inbox vk:88")).toMatch(/^is refused: .*VK_TOKEN/)
    await until("the one is heard", async () => !(await notReady()).has("inbox vk:77"))
  })

  it("when VK refuses all, the program ends and says why of each", async () => {
    const communities = [await community(77), await community(88)].map(({ settings }) => ({
      ...settings,
      token: Redacted.make("vk1.a.of-nobody")
    }))
    const { fiber } = await start(communities)
    const exit = await Effect.runPromise(Fiber.await(fiber))
    const advice = Exit.isFailure(exit) ? Cause.pretty(exit.cause) : ""
    expect(JSON.stringify(exit)).toMatch(/VK refuses vk:77: .*VK refuses vk:88: /s)
    expect(advice).not.toContain("of-nobody")
  })
})
