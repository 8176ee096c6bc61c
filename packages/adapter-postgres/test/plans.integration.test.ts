/**
 * How the server looks things up for the statements of the product. All that the tests of the stores send is heard, and planned anew for
 * tables that hold thousands of rows, as the server plans by itself: none of them is read from end to end.
 */
import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import { migrate } from "@znatoki/adapter-postgres/database/migrate"
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { makeStoreGauges } from "@znatoki/adapter-postgres/database/store-gauges"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { Effect, Redacted } from "effect"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { fillEverything } from "./fill-everything.ts"
import { statementOf, statementsInSource } from "./statements-of.ts"

/** What was sent, with the types of its parameters as far as they were told. */
const sent = vi.hoisted(() => new Map<string, ReadonlyArray<number>>())

vi.mock(import("postgres"), async (original) => {
  const { default: real } = await original()
  const listening = (url: string, options: object) =>
    real(url, { ...options, debug: (_, text, __, types) => void sent.set(text, [...types]) })
  return { default: Object.assign(listening, real) as unknown as typeof real }
})

// Whatever they send is heard.
await import("./admin-stores.integration.test.ts")
await import("./community-stores.integration.test.ts")
await import("./count-games.integration.test.ts")
await import("./game-archive.integration.test.ts")
await import("./housekeeping.integration.test.ts")
await import("./import-pack.integration.test.ts")
await import("./outbox.integration.test.ts")
await import("./question-catalog.integration.test.ts")
await import("./readiness.integration.test.ts")
await import("./reminders.integration.test.ts")
await import("./source-spans.integration.test.ts")
await import("./stores.integration.test.ts")

const rowsEach = 5_000
const fewMax = 1_000

/** One row for a community, a role or a person who works here; or each is an alarm, or all are gone in a moment. */
const few = new Set([
  "audit_head",
  "communities",
  "cursors",
  "heartbeats",
  "admins",
  "imports",
  "parked",
  "received_events",
  "uncounted_games"
])

/** Whoever reads all of a table on purpose. */
const meant = new Map([
  ["database/store-gauges.ts: outbox", "what waits is counted, ten thousand at most"],
  ["questions/catalog-row.ts: questions", "an editor looks for words anywhere in a text"],
  ["questions/question-shelves.ts: question_shelves", "how many lie on each shelf is counted, and kept for a while"],
  ["questions/question-shelves.ts: packs", "the same"],
  ["statistics/statistics.ts: question_statistics", "an editor asks for the worst of all"],
  ["statistics/statistics.ts: question_votes", "the same"],
  ["games/source-spans.ts: applied_sources_default", "whether there is any: one row"],
  ["admins/admin-orders.ts: admin_orders", "what waits to be done within a second: hardly ever a row"],
  ["housekeeping/housekeeping.ts: pictures", "by night: since when each is there is worth no index"],
  ["housekeeping/housekeeping.ts: admin_orders", "what waits to be done within a second: hardly ever a row"]
])

/** They have an index to go by, and go by it, for our connections are told to; by itself the server would rather sort. */
const ruled = new Map([
  ["housekeeping/housekeeping.ts: said_slots", "of so many conversations at once, by night"],
  ["reminders/daily-questions.ts: daily_questions", "those that are due, by their key"],
  ["statistics/statistics.ts: questions", "those that something speaks against"],
  ["outbox/outbox.ts: outbox", "along all that waits, page by page, at a start"],
  ["votes/question-votes.ts: questions", "along what no editor has looked at"]
])

/** They are no look-up: rights are given once, and a server is looked at. */
const apart = /^database\/(?:grant-rights|examine-database)\.ts:/

interface Node {
  readonly "Node Type": string
  readonly "Relation Name"?: string
  readonly Plans?: ReadonlyArray<Node>
}

const readWholly = (node: Node): ReadonlyArray<string> => [
  ...(node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? ""] : []),
  ...(node.Plans ?? []).flatMap(readWholly)
]

describePostgres(
  "tables with thousands of rows",
  (postgres) => {
    let sql: Sql
    let sizes: ReadonlyMap<string, number>
    beforeAll(async () => {
      const url = Redacted.make(postgres.url())
      // Here, to be heard: the others' databases are copies of one that was migrated before.
      const first = poolOf(url, 1)
      await migrate(first)
      await first.end({ timeout: 5 })
      const gauges = Effect.flatMap(makeStoreGauges, ({ refresh }) => refresh)
      await Effect.runPromise(gauges.pipe(Effect.provide(DatabasePostgres.layer({ url }))))
      sql = poolOf(url, 1)
      await fillEverything(sql, rowsEach, few)
      const counted = await sql<ReadonlyArray<{ readonly name: string; readonly rows: number }>>`
      select relname as name, reltuples::float8 as rows from pg_class where relkind in ('r', 'p')`
      sizes = new Map(counted.map(({ name, rows }) => [name, rows]))
    })
    afterAll(() => sql.end({ timeout: 5 }))

    /** Null: it reads a table that is no more. */
    const planOf = async (text: string, types: ReadonlyArray<number>): Promise<Node | null> => {
      const [named] = await sql<ReadonlyArray<{ readonly list: string | null }>>`
      select string_agg(case oid when 0 then 'unknown' else format_type(oid, null) end, ', ' order by place) as list
      from unnest(string_to_array(${types.join(",")}, ',')::oid[]) with ordinality as t(oid, place)`
      try {
        await sql.unsafe(`prepare asked ${named?.list == null ? "" : `(${named.list})`} as ${text}`)
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "42P01") return null
        throw error
      }
      const nothing = types.length === 0 ? "" : `(${types.map(() => "null").join(", ")})`
      const [row] = await sql.unsafe(`explain (format json) execute asked ${nothing}`)
      await sql.unsafe("deallocate asked")
      return row?.["QUERY PLAN"][0].Plan
    }

    /** The statements of the product that read a large table wholly, and how many there were to look at. */
    const lookAtAll = async () => {
      const known = statementsInSource()
      const found = new Set<string>()
      let looked = 0
      for (const [text, types] of sent) {
        const file = statementOf(known, text)?.place.split(":")[0]
        if (file === undefined || !/^\s*(?:with|select|insert|update|delete)\b/.test(text)) continue
        const plan = await planOf(text, types)
        if (plan === null) continue
        looked++
        const large = readWholly(plan).filter((table) => (sizes.get(table) ?? 0) > fewMax)
        for (const table of large) found.add(`${file}: ${table}`)
      }
      return { found: [...found].toSorted(), looked }
    }

    test("are read wholly by no statement but those that mean to, as our connections plan", async () => {
      const { found, looked } = await lookAtAll()
      expect(looked).toBeGreaterThan(150)
      expect(found.filter((each) => !meant.has(each))).toEqual([])
    })

    test("nor as a server plans that is told nothing, but for some that would rather sort", async () => {
      await sql`set enable_seqscan = on`
      const { found } = await lookAtAll()
      expect(found).toEqual([...meant.keys(), ...ruled.keys()].toSorted())
    })

    test("would be read wholly without their indexes, and that would be seen", async () => {
      await sql`drop index packs_key_c`
      await sql`set enable_seqscan = on`
      expect((await lookAtAll()).found).toContain("questions/packs.ts: packs")
    })

    test("no statement of the product was left out", () => {
      const texts = [...sent.keys()]
      const unmet = statementsInSource()
        .filter(({ size }) => size > 25)
        .filter(({ pattern, place }) => !apart.test(place) && !texts.some((text) => pattern.test(text)))
      expect(unmet.map(({ place }) => place)).toEqual([])
    })
  },
  { bare: true }
)
