/** Statements are planned once, often while there is nothing yet. What they read may not grow with what is stored. */
import { assert, it } from "@effect/vitest"
import type { QuestionId } from "@znatoki/engine"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox, type Settled } from "@znatoki/ports/outbox"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { commitOf, conversation, question, queued, say, source } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect, Schema } from "effect"
import { emptyStores } from "./empty-stores.ts"

const stored = 2_000
const repeats = 10
/** Of a table, for one conversation that does one thing: generous beside the handful it takes, nothing beside `stored`. */
const readMax = 20

const questions = Array.from({ length: 5 }, (_, i) => question(i + 1))
const all = Array.from({ length: stored }, (_, i) => conversation(i))

const TableRow = Schema.Struct({ table: Schema.String, wholly: Schema.Int, read: Schema.Int })

/** All that is done for one event of a conversation, from its first look at the store to its last. */
const oneEvent = Effect.fnUntraced(function* (number: number, version: number, result: "Sent" | "Dead") {
  const [store, outbox, bank] = [yield* GameStore, yield* Outbox, yield* QuestionBank]
  const id = conversation(number)
  yield* store.load([id])
  const choice = { packs: [], themes: ["кино", "музыка"], level: "easy" } as const
  const [drawn] = yield* bank.draw([{ conversation: id, seed: number }])
  yield* bank.draw([{ conversation: id, seed: number, choice }])
  const asked: ReadonlyArray<QuestionId> = drawn === undefined || drawn === null ? [] : [drawn.question.id]
  yield* store.commit([commitOf(id, version, { asked, outgoing: queued(version, say("слово", "slot")) })])
  yield* store.applied([source(`${id}/${version}`)])
  yield* outbox.pendingOf([id])
  const place = { conversation: id, seq: version }
  const settled: Settled =
    result === "Sent"
      ? { _tag: "Sent", ...place, externalId: "1" }
      : { _tag: "Dead", ...place, reason: "no", atMs: 5_000 }
  yield* outbox.settle([settled])
  yield* outbox.externalId(id, "slot")
})

/** Many conversations that have said something, many questions, and a table full of rows that were deleted. */
const fill = Effect.gen(function* () {
  yield* (yield* Database).run(
    "many questions",
    (sql) => sql`
      insert into questions (text, answer, accepted, rejected, difficulty, themes, published, created_at_ms, updated_at_ms)
      select 'Вопрос ' || n, 'ответ', '{}', '{}', 1 + n % 5, '{кино,музыка}', true, 0, 0 from generate_series(1, ${stored}::integer) n`
  )
  const [store, outbox] = [yield* GameStore, yield* Outbox]
  yield* store.commit(all.map((id) => commitOf(id, 1, { outgoing: queued(1, say("слово")) })))
  yield* outbox.settle(all.map((id) => ({ _tag: "Sent", conversation: id, seq: 1, externalId: null })))
})

/** How often each table was read from end to end, and how many rows of it; by the one connection, which tells what it has counted. */
const rowsRead = Effect.gen(function* () {
  const { rows, run } = yield* Database
  yield* run("flush", (sql) => sql`select pg_stat_force_next_flush()`)
  const found = yield* rows(
    "rows read",
    TableRow,
    (sql) => sql`select t.relname as table, coalesce(t.seq_scan, 0) as wholly,
        coalesce(t.seq_tup_read, 0) + coalesce((select sum(i.idx_tup_read)::bigint from pg_stat_user_indexes i where i.relid = t.relid), 0)
          as read
      from pg_stat_user_tables t`
  )
  return new Map(found.map(({ table, ...counted }) => [table, counted]))
})

describePostgres("what is read for one event", (postgres) => {
  it.live("does not grow with what is stored, though it was planned before there was anything", () =>
    Effect.gen(function* () {
      // Every statement is planned here, while the tables are empty.
      for (const result of ["Sent", "Dead"] as const) yield* oneEvent(stored + (result === "Sent" ? 1 : 2), 1, result)
      yield* fill
      const before = yield* rowsRead
      for (let i = 0; i < repeats; i++) yield* oneEvent(i, 2, i % 2 === 0 ? "Sent" : "Dead")
      const after = yield* rowsRead
      const forOne = [...after].map(([table, { read, wholly }]) => ({
        table,
        wholly: wholly - (before.get(table)?.wholly ?? 0),
        read: (read - (before.get(table)?.read ?? 0)) / repeats
      }))
      assert.deepStrictEqual(
        forOne.filter(({ read, wholly }) => read > readMax || wholly > 0),
        []
      )
      assert.isAbove(forOne.find(({ table }) => table === "conversations")?.read ?? 0, 0, "nothing was counted")
    }).pipe(Effect.provide(emptyStores(postgres, questions, 1)))
  )
})
