import { readdir, readFile } from "node:fs/promises"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { DatabaseTooNew, migrate } from "@znatoki/adapter-postgres/database/migrate"
import { readOwnPack } from "@znatoki/questions/own-pack"
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { Redacted } from "effect"
import { afterAll, assert, beforeEach, it } from "vitest"

const migrationsFolder = new URL("../migrations/", import.meta.url)
const written = (await readdir(migrationsFolder)).map((file) => file.replace(".sql", ""))
const all = [...written, "0002_own_questions", "0009_own_questions_2"].toSorted()

/** As a version left it that knew only the first tables, with an event of now and one of a year ago. */
const asOfFirstVersion = async (sql: Sql) => {
  await sql.unsafe(await readFile(new URL("0001_tables.sql", migrationsFolder), "utf8"))
  await sql`create table migrations (
    name text primary key, breaking boolean not null, applied_at timestamptz not null default now())`
  await sql`insert into migrations (name, breaking) values ('0001_tables', false), ('0002_own_questions', false)`
  for (const [conversation, atMs] of [
    ["lively", Date.now()],
    ["asleep", Date.now() - 365 * 86_400_000]
  ] as const) {
    await sql`
      insert into games (conversation, game, status, phase, round, score_team, score_bot, version, updated_at_ms, snapshot)
      values (${conversation}, 1, 'running', 'Lobby', 0, 0, 0, 1, ${atMs}, '{}')`
    await logged(sql, conversation, 1)
  }
}
/** What the commit of the first version did to the log. */
const logged = (sql: Sql, conversation: string, position: number) => sql`
  insert into game_events (conversation, game, position, source, event)
  values (${conversation}, 1, ${position}, ${`${conversation}/${position}`}, ${'{"text":"\\u0000"}'}),
    (${conversation}, 1, ${position + 1}, null, '{}')`
const noted = async (sql: Sql) => {
  const rows = await sql`
    select e.source from applied_sources a join game_events e on md5(e.source)::uuid = a.source order by e.source`
  return rows.map((row) => row["source"])
}

/** The bank of an earlier version: one question worded otherwise, one not there yet, one that is retired since. */
const withEarlierBank = async (sql: Sql) => {
  await migrate(sql)
  await sql`delete from migrations where name = '0009_own_questions_2'`
  await sql`update questions set answer = 'прежний' where key in ('own-001', 'own-002')`
  await sql`delete from questions where key = 'own-255'`
  await sql`
    insert into questions (
      key, pack, text, answer, accepted, rejected, difficulty, published, created_at_ms, updated_at_ms)
    select name, id, 'Кто?', 'никто', '{}', '{}', 1, true, 7, 7
    from packs, unnest(array['own-003', 'own-007']) names(name) where packs.key = 'own-1'`
}
const editedNow = (sql: Sql, key: string) =>
  sql`update questions set updated_at_ms = created_at_ms + 1 where key = ${key}`

describePostgres(
  "migrate",
  (postgres) => {
    const pools: Array<Sql> = []
    const open = (): Sql => {
      const sql = poolOf(Redacted.make(postgres.url()), 2)
      pools.push(sql)
      return sql
    }

    beforeEach(async () => {
      await open().unsafe("drop schema public cascade; create schema public")
    })

    afterAll(() => Promise.all(pools.map((sql) => sql.end({ timeout: 1 }))))

    it("applies everything once, in order, and tells what it applied", async () => {
      const sql = open()
      assert.deepStrictEqual(await migrate(sql), all)
      assert.deepStrictEqual(await migrate(sql), [])
    })

    it("applies everything once when several processes start at the same time", async () => {
      const applied = await Promise.all([open(), open(), open(), open()].map((each) => migrate(each)))
      assert.deepStrictEqual(applied.flat().toSorted(), all)
    })

    it("applies all or nothing", async () => {
      const sql = open()
      // In the way of a table that comes late.
      await sql`create table heartbeats (other text)`
      await migrate(sql).then(
        () => assert.fail("it should fail"),
        () => {}
      )
      const tables = await sql`select table_name from information_schema.tables where table_schema = 'public'`
      assert.deepStrictEqual(
        tables.map((table) => table["table_name"]),
        ["heartbeats"]
      )
    })

    it("brings every question of ours, published, as it is in the file", async () => {
      const sql = open()
      await migrate(sql)
      const { author, questions } = readOwnPack()
      const stored = await sql`
      select q.key, text, answer, accepted, rejected, comment, source, author, difficulty, themes
      from questions q join packs p on p.id = q.pack where p.key = 'own-1' and published order by q.id`
      assert.deepStrictEqual(
        stored.map((row) => ({ ...row })),
        questions.map((question) => ({ ...question, author }))
      )
    })

    it("an upgrade brings what is new, mends what changed and retires what is not asked any more", async () => {
      const sql = open()
      await withEarlierBank(sql)
      assert.deepStrictEqual(await migrate(sql), ["0009_own_questions_2"])
      const [mended] = await sql`select answer from questions where key = 'own-001'`
      assert.notStrictEqual(mended?.["answer"], "прежний")
      assert.lengthOf(await sql`select from questions where key = 'own-255' and published`, 1)
      assert.lengthOf(await sql`select from questions where key in ('own-003', 'own-007') and published`, 0)
    })

    it("an upgrade leaves alone what an editor has touched", async () => {
      const sql = open()
      await withEarlierBank(sql)
      await editedNow(sql, "own-002")
      await editedNow(sql, "own-003")
      await migrate(sql)
      const [edited] = await sql`select answer from questions where key = 'own-002'`
      assert.strictEqual(edited?.["answer"], "прежний")
      assert.lengthOf(await sql`select from questions where key = 'own-003' and published`, 1)
    })

    it("sources applied lately are carried over, and those that an earlier version applies meanwhile are noted", async () => {
      const sql = open()
      await asOfFirstVersion(sql)
      await migrate(sql)
      assert.deepStrictEqual(await noted(sql), ["lively/1"])
      await logged(sql, "lively", 3)
      assert.deepStrictEqual(await noted(sql), ["lively/1", "lively/3"])
    })

    it("what an earlier version relies on is taken away not before all else is a day old", async () => {
      const sql = open()
      await asOfFirstVersion(sql)
      const last = "0006_sources_leave_the_log"
      const indexes = () => sql`select from pg_indexes where indexname = 'game_events_source'`
      assert.notInclude(await migrate(sql), last)
      assert.deepStrictEqual(await migrate(sql), [])
      assert.lengthOf(await indexes(), 1)
      await sql`update migrations set applied_at = now() - interval '25 hours'`
      assert.deepStrictEqual(await migrate(sql), [last])
      assert.lengthOf(await indexes(), 0)
      assert.deepStrictEqual(await migrate(sql), [])
    })

    it("what waits for an earlier version to be gone waits no longer when it is told that it is", async () => {
      const sql = open()
      await asOfFirstVersion(sql)
      await migrate(sql)
      assert.deepStrictEqual(await migrate(sql, { now: true }), ["0006_sources_leave_the_log", "0011_whole_ids"])
      assert.deepStrictEqual(await migrate(sql), [])
    })

    it("conversations without a community are those of the one that was listened to last, until nobody stores them so", async () => {
      const sql = open()
      await asOfFirstVersion(sql)
      await sql`insert into cursors (name, value) values ('vk-long-poll:8', '1')`
      await sql`insert into cursors (name, value) values ('vk-long-poll:77', '1')`
      await migrate(sql)
      const communities = async () => (await sql`select id, bare from communities`).map((row) => ({ ...row }))
      const played = async () =>
        (await sql`select distinct conversation from games order by 1`).map((row) => row["conversation"])
      assert.deepStrictEqual(await communities(), [{ id: "vk:77", bare: true }])
      assert.deepStrictEqual(await played(), ["asleep", "lively"])
      // One after another they have waited for a day.
      for (let start = 1; start <= 2; start++) {
        await sql`update migrations set applied_at = now() - interval '25 hours'`
        await migrate(sql)
      }
      assert.deepStrictEqual(await communities(), [{ id: "vk:77", bare: false }])
      assert.deepStrictEqual(await played(), ["vk:77:asleep", "vk:77:lively"])
      const [last] = await sql`select breaking from migrations where name = '0011_whole_ids'`
      assert.isTrue(last?.["breaking"])
    })

    it("works with a database that a later version only added to", async () => {
      const sql = open()
      await migrate(sql)
      await sql`insert into migrations (name, breaking) values ('9999_added', false)`
      assert.deepStrictEqual(await migrate(sql), [])
    })

    it("refuses a database that a later version changed so that this one cannot work with it", async () => {
      const sql = open()
      await migrate(sql)
      await sql`insert into migrations (name, breaking) values ('9999_changed', true)`
      const error = await migrate(sql).then(
        () => null,
        (cause: unknown) => cause
      )
      assert.instanceOf(error, DatabaseTooNew)
      assert.deepStrictEqual(error.migrations, ["9999_changed"])
    })
  },
  { bare: true }
)
