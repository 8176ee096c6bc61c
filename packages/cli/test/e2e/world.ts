/** A whole installation: a real database, the sandbox over HTTP in this process, the bot in one of its own. */
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { type Sandbox, startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Redacted } from "effect"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll } from "vitest"
import { type BotFile, BotProcess } from "./bot-process.ts"
import { Room } from "./room.ts"
import type { Variables } from "./run-program.ts"
import { callControl, type Stats } from "./vk-people.ts"

export const briskBot = fileURLToPath(new URL("brisk-bot.ts", import.meta.url))

export const group = 77
export const canaryToken = "vk1.a.canary-token-of-the-tests"

export interface World {
  readonly bot: BotProcess
  /** For another process beside it. */
  readonly botVariables: Variables
  readonly sandbox: Sandbox
  readonly sql: Sql
  readonly databaseUrl: string
  readonly room: (title: string, names: ReadonlyArray<string>, more?: object) => Promise<Room>
  /** What goes wrong from now on. */
  readonly faults: (plan: object) => Promise<void>
  readonly stats: () => Promise<Stats>
}

export interface WorldOptions {
  readonly variables?: Variables
  /** Runs the bot in the place of the one that plays briskly. */
  readonly botFile?: BotFile
  /** Runs when the database is there and the bot is not yet. */
  readonly prepare?: (sql: Sql) => Promise<unknown>
}

export const openWorld = async (databaseUrl: string, { botFile = briskBot, prepare, variables }: WorldOptions = {}) => {
  const sandbox = await startSandbox({ port: 0, strict: true, groupId: group, token: canaryToken })
  const sql = poolOf(Redacted.make(databaseUrl), 2)
  const botVariables: Variables = {
    DATABASE_URL: databaseUrl,
    VK_API_URL: sandbox.apiUrl,
    VK_TOKEN: canaryToken,
    VK_GROUP_ID: String(group),
    ZNATOKI_PRESET: "lightning",
    LOG_LEVEL: "info",
    ...variables
  }
  const bot = new BotProcess(botVariables, botFile)
  const close = async (): Promise<void> => {
    await bot.close()
    await sandbox.close()
    await sql.end({ timeout: 2 })
  }
  const options = { url: sandbox.url, groupId: group, log: () => bot.log() }
  const world: World = {
    bot,
    botVariables,
    sandbox,
    sql,
    databaseUrl,
    room: (title, names, more) => Room.open(options, title, names, more),
    faults: (plan) => callControl(sandbox.url, "PUT", "/faults", plan),
    stats: () => callControl(sandbox.url, "GET", "/stats")
  }
  try {
    await prepare?.(sql)
    bot.start()
    await bot.listens()
  } catch (error) {
    await close()
    throw error
  }
  return { world, close }
}

/** Tests around one running bot; `world` is only there inside of tests and hooks. Skipped by name without a Postgres. */
export const describeWorld = (name: string, tests: (world: () => World) => void, options: WorldOptions = {}): void =>
  describePostgres(name, (database) => {
    let opened: Awaited<ReturnType<typeof openWorld>> | null = null
    beforeAll(async () => {
      opened = await openWorld(database.url(), options)
    })
    afterAll(() => opened?.close())
    tests(() => {
      if (opened === null) throw new Error("the world is not there yet")
      return opened.world
    })
  })
