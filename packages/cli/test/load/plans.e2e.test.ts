/**
 * A load on a server that tells every plan: while people play, in tables that hold thousands of rows of others, nothing reads a
 * table from end to end.
 */
import { migrate } from "@znatoki/adapter-postgres/database/migrate"
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { Redacted } from "effect"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startProgram } from "../e2e/run-program.ts"
import { OwnServer } from "../kills/own-server.ts"
import { plansIn, wholeReadsIn } from "./explained.ts"

const rowsMax = 1_000
const others = 5_000

/** For every session of whoever plays; parameters are what people wrote. */
const tellPlans = async (sql: Sql): Promise<void> => {
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_format": "json",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_parameter_max_length": "0"
  }
  await sql`load 'auto_explain'`
  for (const [name, value] of Object.entries(settings)) await sql.unsafe(`alter role postgres set ${name} = '${value}'`)
}

/** A database that is made anew is a copy of this one. What lies in it is of conversations that nobody plays in. */
const fill = async (url: string): Promise<void> => {
  const of = new URL(url)
  of.pathname = "/template1"
  const sql = poolOf(Redacted.make(of.href), 1)
  await migrate(sql)
  const each = `from generate_series(1, ${others}) n`
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx.unsafe(`
      insert into games (conversation, game, status, phase, round, score_team, score_bot, version, updated_at_ms, finished_at_ms, snapshot)
      select 'vk:9:' || n, 1, 'finished', 'Finished', 3, 1, 2, 9, 1, 1, '{}' ${each}`)
    await tx.unsafe(`
      insert into game_events (conversation, game, position, event) select 'vk:9:' || n, 1, 1, '{}' ${each}`)
    await tx.unsafe(`
      insert into said_slots (conversation, slot, seq, external_id) select 'vk:9:' || n, '1/lobby', 1, '1' ${each}`)
    await tx.unsafe(`
      insert into asked_questions (conversation, question, asked_version, asked_place)
      select 'vk:9:' || n, n, 1, 0 ${each}`)
    await tx.unsafe(`
      insert into applied_sources (source, span) select md5('x' || n)::uuid, source_span(now()) ${each}`)
    await tx.unsafe(`
      insert into counted_games (conversation, game, finished_at_ms, outcome, counted)
      select 'vk:9:' || n, 1, 1, 'lost', '{}' ${each}`)
  })
  await sql`vacuum analyze`
  await sql.end({ timeout: 5 })
}

let server: OwnServer
let folder = ""

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "znatoki-plans-"))
  server = await OwnServer.open()
  await fill(server.url)
  const sql = poolOf(Redacted.make(server.url), 1)
  await tellPlans(sql)
  await sql.end({ timeout: 5 })
})
afterAll(async () => {
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

it("no plan of a load reads more than a thousand rows without an index", async () => {
  const report = join(folder, "load.html")
  const program = startProgram(["load", "--json", "--users", "20", "--duration", "12", "--report", report], {
    DATABASE_URL: server.url,
    ZNATOKI_CARDS: "off"
  })
  await program.end
  const plans = plansIn(server.log())
  expect(plans.length, program.stderr()).toBeGreaterThan(200)
  const statements = plans.map((each) => each["Query Text"]).join("\n")
  for (const table of ["conversations", "games", "outbox", "questions", "asked_questions"])
    expect(statements).toContain(table)
  expect(wholeReadsIn(plans, rowsMax)).toEqual([])
})

it("one that does is found", async () => {
  const of = new URL(server.url)
  of.pathname = "/template1"
  const sql = poolOf(Redacted.make(of.href), 1)
  await sql`select count(*) from said_slots where external_id = 'none'`
  await sql.end({ timeout: 5 })
  const found = wholeReadsIn(plansIn(server.log()), rowsMax)
  expect(found.some((each) => each.startsWith("said_slots: select count(*) from said_slots"))).toBe(true)
})
