/**
 * A fire drill: a real bot is asked by a real Prometheus, things go wrong, and somebody is told of it and of its end. An hour of
 * the rules passes in three minutes.
 */
import { dashboards } from "@znatoki/monitoring/dashboards"
import { hurriedExpr } from "@znatoki/monitoring/hurried"
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { playOn } from "../e2e/auto-player.ts"
import { type Program, startProgram } from "../e2e/run-program.ts"
import { until } from "../e2e/until.ts"
import { openWorld } from "../e2e/world.ts"
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { migrate } from "@znatoki/adapter-postgres/database/migrate"
import { Redacted } from "effect"
import { OwnServer } from "../kills/own-server.ts"
import { seeded } from "../kills/seed.ts"
import { isMissing, openWatchHouse, type Told, type WatchHouse, whyNot } from "./watch-house.ts"

/** Dashboards that show what does not happen on a good day. */
const noStatements = "Statements that failed"
const noCalls = "Calls that failed, by VK's code"

const adminToken = "a-token-of-the-tests"

describe.skipIf(isMissing)(`a fire drill${whyNot}`, () => {
  let server: OwnServer
  let opened: Awaited<ReturnType<typeof openWorld>>
  let house: WatchHouse
  let admin: Program
  let askAdmin: (path: string) => Promise<Response>

  beforeAll(async () => {
    const [port, adminPort, adminHealth] = [await freePort(null), await freePort(null), await freePort(null)]
    server = await OwnServer.open()
    const sql = poolOf(Redacted.make(server.url), 1)
    await migrate(sql)
    await sql.end({ timeout: 5 })
    opened = await openWorld(server.url, { variables: { HEALTH_PORT: String(port), ZNATOKI_CARDS: "off" } })
    admin = startProgram(["admin"], {
      DATABASE_URL: server.url,
      ADMIN_PORT: String(adminPort),
      ADMIN_TOKEN: adminToken,
      HEALTH_PORT: String(adminHealth)
    })
    askAdmin = (path) =>
      fetch(`http://127.0.0.1:${adminPort}/api/v1${path}`, { headers: { authorization: `Bearer ${adminToken}` } })
    await until("the admin API answers", async () => (await askAdmin("/questions").catch(() => null))?.status === 200, {
      because: () => admin.stderr()
    })
    house = await openWatchHouse([`127.0.0.1:${port}`, `127.0.0.1:${adminHealth}`])
  })
  afterAll(async () => {
    await house?.close()
    await opened?.close()
    await admin?.endBy("SIGTERM")
    await server?.close()
  })

  const isTold = (alert: string, status: Told["status"]): Promise<Told> =>
    until(
      `somebody is told that ${alert} is ${status}`,
      () => house.told.findLast((each) => each.alert === alert && each.status === status),
      { forMs: 150_000, because: () => `${JSON.stringify(house.told)}\n${house.log()}\n${opened.world.bot.log()}` }
    )

  const unanswered = new Set(
    dashboards.flatMap(({ panels }) =>
      panels.flatMap(({ targets, title }) =>
        targets.map(({ expr }) => ({ title, expr: hurriedExpr(expr.replaceAll("$__rate_interval", "5m")) }))
      )
    )
  )
  type Question = { readonly title: string; readonly expr: string }

  const untilAnswered = (wanted: (question: Question) => boolean) =>
    until(
      "every question of a dashboard is answered",
      async () => {
        const asked = [...unanswered].filter(wanted)
        await (await askAdmin("/questions")).text()
        for (const question of asked) {
          const found = await house.ask(question.expr)
          if (found.some(({ value }) => Number.isFinite(Number(value[1])))) unanswered.delete(question)
        }
        return ![...unanswered].some(wanted)
      },
      { forMs: 150_000, everyMs: 1_000, because: () => JSON.stringify([...unanswered].filter(wanted), null, 2) }
    )

  it("while people play nothing is told to be gone, and every question of a dashboard has an answer", async () => {
    const { world } = opened
    const { unit } = seeded()
    let isLate = false
    const rooms = await Promise.all(["Первая", "Вторая"].map((title) => world.room(title, ["Аня", "Борис", "Вера"])))
    await Promise.all(rooms.map((room) => room.say("Аня", "Начать игру")))
    const games = rooms.map((room) => playOn(room, { chance: unit, silence: 0.5, hurry: () => isLate }))
    await untilAnswered(({ title }) => title !== noStatements && title !== noCalls).finally(() => (isLate = true))
    await Promise.all(games)
    // A busy machine may be slow; what is told of it is no part of this.
    expect(house.told.filter(({ alert }) => ["NotReady", "ProcessGone", "ConversationParked"].includes(alert))).toEqual(
      []
    )
  })

  it("a database that is gone is told of, and so is its return", async () => {
    await server.stopImmediately()
    const { runbook, severity } = await isTold("NotReady", "firing")
    expect([severity, runbook]).toEqual(["page", "docs/operating/alerts.md#notready"])
    await untilAnswered(({ title }) => title === noStatements)
    await server.start()
    await isTold("NotReady", "resolved")
  })

  it("a process that is gone is told of, and so is the one that takes its place", async () => {
    const { bot } = opened.world
    await bot.kill()
    await isTold("ProcessGone", "firing")
    bot.start()
    await bot.listens()
    await isTold("ProcessGone", "resolved")
  })

  it("messages that take long to reach the chat use up the budget, and that is told of", async () => {
    const { world } = opened
    await world.faults({ latencyMs: 2_500, errors: [{ code: 10, rate: 0.2 }] })
    const room = await world.room("Третья", ["Аня", "Борис", "Вера"])
    await room.say("Аня", "Начать игру")
    let isLate = false
    const game = playOn(room, { chance: seeded().unit, silence: 0, hurry: () => isLate })
    await Promise.all([
      isTold("MessagesAreSaidLateFast", "firing"),
      untilAnswered(({ title }) => title === noCalls)
    ]).finally(() => (isLate = true))
    await world.faults({})
    await game
    expect(unanswered).toEqual(new Set())
  })
})
