/** What is put in order by night, and what is left alone. */
import { assert, it } from "@effect/vitest"
import { layer as adminOrders } from "@znatoki/adapter-postgres/admins/admin-orders"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { layer as housekeeping } from "@znatoki/adapter-postgres/housekeeping/housekeeping"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { GameStore } from "@znatoki/ports/game-store"
import { Housekeeping } from "@znatoki/ports/housekeeping"
import { Outbox } from "@znatoki/ports/outbox"
import { Parking } from "@znatoki/ports/parking"
import { pictureAddress, Pictures } from "@znatoki/ports/pictures"
import { wholeSlice } from "@znatoki/ports/slice"
import {
  commitOf,
  conversation,
  finished,
  lobby,
  queued,
  say,
  source
} from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import { emptyStores } from "./empty-stores.ts"

const SlotRow = Schema.Struct({ slot: Schema.String })
const LogRow = Schema.Struct({ conversation: Schema.String })
const dayMs = 86_400_000

const unmoved = (name: string, updatedAtMs: number, state = lobby(3)) => {
  const made = commitOf(conversation(name), 1)
  return { ...made, next: { ...made.next, state, updatedAtMs } }
}

const saying = (of: ReturnType<typeof conversation>, version: number, game: number, slot: string) => {
  const made = commitOf(of, version, { outgoing: queued(version, say("слово", slot)) })
  return { ...made, next: { ...made.next, state: lobby(game) } }
}

describePostgres("housekeeping", (postgres) => {
  const stores = Layer.provideMerge(Layer.merge(housekeeping, adminOrders), emptyStores(postgres))

  it.effect("a game that has not moved for weeks is ordered to end, once; others play on", () =>
    Effect.gen(function* () {
      const [store, orders, { stopAbandoned }] = [yield* GameStore, yield* AdminOrders, yield* Housekeeping]
      yield* store.commit([
        unmoved("forgotten", 1_000),
        unmoved("over", 1_000, finished(3)),
        unmoved("played", 30 * dayMs)
      ])
      assert.strictEqual(yield* stopAbandoned(20 * dayMs, 40 * dayMs), 1)
      assert.strictEqual(yield* stopAbandoned(20 * dayMs, 41 * dayMs), 0)
      const given = yield* orders.waiting(wholeSlice, 10)
      assert.deepStrictEqual(
        given.map(({ atMs, conversation: of, order }) => ({ atMs, of, order })),
        [{ atMs: 40 * dayMs, of: conversation("forgotten"), order: { _tag: "Stop", game: 3 } }]
      )
    }).pipe(Effect.provide(stores))
  )

  it.effect(
    "one that stands still is ordered to end when it was released: an order would wait there each hour anew",
    () =>
      Effect.gen(function* () {
        const [store, parking, { stopAbandoned }] = [yield* GameStore, yield* Parking, yield* Housekeeping]
        const id = conversation("forgotten")
        const failed = source("broken")
        yield* store.commit([unmoved("forgotten", 1_000)])
        yield* parking.park([
          { conversation: id, source: failed, task: "{}", error: "no", met: null, atMs: 2_000, sinceMs: 2_000 }
        ])
        assert.strictEqual(yield* stopAbandoned(20 * dayMs, 40 * dayMs), 0)
        yield* parking.release(id, "skip")
        yield* parking.clear(id, failed)
        assert.strictEqual(yield* stopAbandoned(20 * dayMs, 41 * dayMs), 1)
      }).pipe(Effect.provide(stores))
  )

  it.effect("dead letters of long ago and names of messages of past games are gone, all else stays", () =>
    Effect.gen(function* () {
      const [store, outbox, { clearOut }] = [yield* GameStore, yield* Outbox, yield* Housekeeping]
      const { rows } = yield* Database
      const [id, other] = [conversation("a"), conversation("b")]
      yield* store.commit([saying(id, 1, 1, "1/lobby"), saying(other, 1, 1, "1/lobby")])
      yield* store.commit([saying(id, 2, 2, "2/lobby")])
      yield* outbox.settle([
        { _tag: "Sent", conversation: id, seq: 1, externalId: "1" },
        { _tag: "Sent", conversation: id, seq: 2, externalId: "2" },
        { _tag: "Dead", conversation: other, seq: 1, reason: "no", atMs: 5 * dayMs }
      ])
      assert.deepStrictEqual(yield* clearOut(4 * dayMs), { deadLetters: 0, saidSlots: 1 })
      assert.deepStrictEqual(
        yield* rows("slots", SlotRow, (sql) => sql`select slot from said_slots where external_id is not null`),
        [{ slot: "2/lobby" }]
      )
      assert.deepStrictEqual(yield* clearOut(6 * dayMs), { deadLetters: 1, saidSlots: 0 })
    }).pipe(Effect.provide(stores))
  )

  it.effect("however much has gathered, all of it goes, piece by piece", () =>
    Effect.gen(function* () {
      const [store, outbox] = [yield* GameStore, yield* Outbox]
      const [{ clearOut }, { run }] = [yield* Housekeeping, yield* Database]
      const ids = Array.from({ length: 501 }, (_, i) => conversation(`c${i}`))
      yield* store.commit(ids.map((id) => saying(id, 1, 1, "1/lobby")))
      yield* outbox.settle(ids.map((id) => ({ _tag: "Sent", conversation: id, seq: 1, externalId: "1" })))
      yield* store.commit(ids.map((id) => saying(id, 2, 2, "2/lobby")))
      yield* run(
        "letters",
        (sql) => sql`
          insert into outbox (conversation, seq, partition, message, dead_reason, dead_at_ms)
          select ${ids[0] ?? ""}, n, 0, '{}', 'no', 1 from generate_series(10, 2010) n`
      )
      assert.deepStrictEqual(yield* clearOut(2), { deadLetters: 2_001, saidSlots: 501 })
      assert.deepStrictEqual(yield* clearOut(2), { deadLetters: 0, saidSlots: 0 })
    }).pipe(Effect.provide(stores))
  )

  it.effect("the log of a game goes when it ended long ago, the game stays; others keep theirs", () =>
    Effect.gen(function* () {
      const [store, { dropGameLogs }] = [yield* GameStore, yield* Housekeeping]
      const { rows } = yield* Database
      const old = Array.from({ length: 51 }, (_, i) => unmoved(`old${i}`, dayMs, finished(1)))
      yield* store.commit([...old, unmoved("late", 9 * dayMs, finished(1)), unmoved("playing", dayMs)])
      const before = yield* rows("logs", LogRow, (sql) => sql`select distinct conversation from game_events order by 1`)
      assert.strictEqual(before.length, 53)
      assert.isAtLeast(yield* dropGameLogs(5 * dayMs), 51)
      assert.deepStrictEqual(
        yield* rows("logs", LogRow, (sql) => sql`select distinct conversation from game_events order by 1`),
        [{ conversation: conversation("late") }, { conversation: conversation("playing") }]
      )
      const games = yield* rows("games", LogRow, (sql) => sql`select conversation from games where status = 'finished'`)
      assert.strictEqual(games.length, 52)
      assert.strictEqual(yield* dropGameLogs(5 * dayMs), 0)
      assert.isAtLeast(yield* dropGameLogs(10 * dayMs), 1)
    }).pipe(Effect.provide(stores))
  )

  it.effect("a game whose appeal is open keeps its log, ninety days longer than others if nobody rules on it", () =>
    Effect.gen(function* () {
      const [store, { dropGameLogs }, { run }] = [yield* GameStore, yield* Housekeeping, yield* Database]
      yield* store.commit([unmoved("appealed", dayMs, finished(1)), unmoved("settled", dayMs, finished(1))])
      yield* run(
        "appeal",
        (sql) => sql`
          update games set snapshot = '{"results":[{"appeal":"open"}]}' where conversation = ${conversation("appealed")}`
      )
      yield* dropGameLogs(5 * dayMs)
      const { rows } = yield* Database
      assert.deepStrictEqual(yield* rows("logs", LogRow, (sql) => sql`select distinct conversation from game_events`), [
        { conversation: conversation("appealed") }
      ])
      assert.strictEqual(yield* dropGameLogs(91 * dayMs), 0)
      assert.isAtLeast(yield* dropGameLogs(92 * dayMs), 1)
      assert.deepStrictEqual(
        yield* rows("logs", LogRow, (sql) => sql`select distinct conversation from game_events`),
        []
      )
    }).pipe(Effect.provide(stores))
  )

  it.effect("a picture goes that was put long ago and is of no question, with what was known of its file", () =>
    Effect.gen(function* () {
      const [pictures, { dropPictures }, { run }] = [yield* Pictures, yield* Housekeeping, yield* Database]
      const put = (n: number) =>
        pictures.put({ type: "image/png", width: 1, height: 1, bytes: Uint8Array.of(n) }, String(n).repeat(64))
      const [asked, answered, loose] = [yield* put(1), yield* put(2), yield* put(3)]
      yield* TestClock.adjust("9 days")
      const late = yield* put(4)
      yield* run(
        "questions with pictures",
        (sql) => sql`
          insert into questions (text, answer, accepted, rejected, handout_image_url, as_read, difficulty, published, created_at_ms, updated_at_ms)
          values ('?', '!', '{}', '{}', ${pictureAddress(asked)}, json_build_object('answerImage', ${pictureAddress(answered)}::text), 3, true, 0, 0)`
      )
      assert.strictEqual(yield* dropPictures(8 * dayMs), 1)
      const left = yield* Effect.forEach([asked, answered, loose, late], (hash) => pictures.get(hash))
      assert.deepStrictEqual(
        left.map((picture) => picture?.bytes[0] ?? null),
        [1, 2, null, 4]
      )
      assert.isNull(yield* pictures.madeOf("3".repeat(64)))
      // Whoever asks what a file became is about to use it.
      yield* TestClock.adjust("9 days")
      yield* pictures.madeOf("4".repeat(64))
      assert.strictEqual(yield* dropPictures(17 * dayMs), 0)
    }).pipe(Effect.provide(stores))
  )
})
