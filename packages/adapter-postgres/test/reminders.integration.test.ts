/** Reminders and questions of the day are kept, and each that is due is ordered to be said once; so is that a question is over. */
import { assert, it } from "@effect/vitest"
import { layer as adminOrders } from "@znatoki/adapter-postgres/admins/admin-orders"
import { layer as dailyQuestions } from "@znatoki/adapter-postgres/reminders/daily-questions"
import { layer as reminders } from "@znatoki/adapter-postgres/reminders/reminders"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import type { ReminderWish } from "@znatoki/chat/reminder"
import type { DailyQuestion } from "@znatoki/chat/daily-question"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { DailyQuestions } from "@znatoki/ports/daily-questions"
import { GameStore } from "@znatoki/ports/game-store"
import { Reminders } from "@znatoki/ports/reminders"
import { wholeSlice } from "@znatoki/ports/slice"
import {
  commitOf,
  conversation,
  idle,
  question,
  source as sourceOf
} from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect, Layer } from "effect"
import { emptyStores } from "./empty-stores.ts"

const thursday: ReminderWish = { _tag: "Set", reminder: { days: [4], minute: 1_140 } }
/** Thursday the 4th of June 2026, seven in the evening in Moscow. */
const due = Date.UTC(2026, 5, 4, 16)
const weekMs = 7 * 86_400_000
const id = conversation("a")

describePostgres("reminders", (postgres) => {
  const stores = Layer.provideMerge(Layer.mergeAll(reminders, dailyQuestions, adminOrders), emptyStores(postgres))

  it.effect("are kept as they were asked for, once each, until nobody wants them; the zone stays", () =>
    Effect.gen(function* () {
      const { change, of } = yield* Reminders
      const none = { zone: "Europe/Moscow", reminders: [] }
      assert.deepStrictEqual(yield* change(id, { _tag: "List" }, 0), none)
      yield* change(id, thursday, 0)
      const kept = yield* change(id, thursday, 0)
      assert.deepStrictEqual(kept, { zone: "Europe/Moscow", reminders: [{ days: [4], minute: 1_140 }] })
      assert.deepStrictEqual(yield* of(id), kept)
      yield* change(id, { _tag: "Zone", zone: "Asia/Omsk" }, 0)
      assert.deepStrictEqual(yield* change(id, { _tag: "Off" }, 0), { zone: "Asia/Omsk", reminders: [] })
      assert.deepStrictEqual(yield* change(conversation("b"), { _tag: "List" }, 0), none)
      assert.deepStrictEqual(yield* of(conversation("b")), none)
    }).pipe(Effect.provide(stores))
  )

  it.effect("one that is due is ordered once, whoever asks at once, and comes again in a week", () =>
    Effect.gen(function* () {
      const { change, fire } = yield* Reminders
      const orders = yield* AdminOrders
      yield* change(id, thursday, due - 1_000)
      assert.deepStrictEqual(yield* fire(due - 1, 100), { due: 0, said: 0 })
      const fired = yield* Effect.all(
        Array.from({ length: 4 }, () => fire(due + 5_000, 100)),
        { concurrency: "unbounded" }
      )
      assert.strictEqual(
        fired.reduce((sum, { said }) => sum + said, 0),
        1
      )
      const waiting = yield* orders.waiting(wholeSlice, 10)
      assert.deepStrictEqual(
        waiting.map(({ atMs, conversation: of, order }) => ({ atMs, of, order })),
        [{ atMs: due, of: id, order: { _tag: "Remind" } }]
      )
      assert.deepStrictEqual(yield* fire(due + weekMs - 1, 100), { due: 0, said: 0 })
      assert.deepStrictEqual(yield* fire(due + weekMs, 100), { due: 1, said: 1 })
    }).pipe(Effect.provide(stores))
  )

  it.effect("what was due while nobody was there is not said hours late, and the next comes as it would have", () =>
    Effect.gen(function* () {
      const { change, fire } = yield* Reminders
      yield* change(id, thursday, due - 1_000)
      assert.deepStrictEqual(yield* fire(due + 2 * 3_600_000, 100), { due: 1, said: 0 })
      assert.deepStrictEqual(yield* fire(due + weekMs, 100), { due: 1, said: 1 })
      yield* change(id, { _tag: "Off" }, due)
      assert.deepStrictEqual(yield* fire(due + 3 * weekMs, 100), { due: 0, said: 0 })
    }).pipe(Effect.provide(stores))
  )

  it.effect(
    "a question of the day is ordered once, whoever asks at once, beside the reminders and by their clock",
    () =>
      Effect.gen(function* () {
        const { change, fire, fireQuestions } = yield* Reminders
        const orders = yield* AdminOrders
        const daily = { days: [1, 2, 3, 4, 5, 6, 7], minute: 1_140 } as const
        yield* change(id, thursday, due - 1_000)
        const kept = yield* change(id, { _tag: "Question", at: daily }, due - 1_000)
        assert.deepStrictEqual(kept.question, daily)
        assert.deepStrictEqual(yield* change(id, { _tag: "WhichQuestion" }, due - 1_000), kept)
        assert.deepStrictEqual(yield* fireQuestions(due - 1, 100), { due: 0, said: 0 })
        const fired = yield* Effect.all(
          Array.from({ length: 4 }, () => fireQuestions(due + 5_000, 100)),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(
          fired.reduce((sum, { said }) => sum + said, 0),
          1
        )
        const waiting = yield* orders.waiting(wholeSlice, 10)
        assert.deepStrictEqual(
          waiting.map(({ order }) => order),
          [{ _tag: "AskDaily" }]
        )
        assert.deepStrictEqual(yield* fire(due + 5_000, 100), { due: 1, said: 1 })
        assert.deepStrictEqual(yield* fireQuestions(due + weekMs / 7, 100), { due: 1, said: 1 })
        yield* change(id, { _tag: "Zone", zone: "Asia/Omsk" }, due + weekMs / 7)
        assert.deepStrictEqual(yield* fireQuestions(due + (2 * weekMs) / 7 - 3 * 3_600_000, 100), { due: 1, said: 1 })
        assert.isUndefined((yield* change(id, { _tag: "Question", at: null }, due)).question)
        assert.deepStrictEqual(yield* fireQuestions(due + 3 * weekMs, 100), { due: 0, said: 0 })
      }).pipe(Effect.provide(stores))
  )

  it.effect("one that is open is stored with its commit and read again; that its time is over is ordered once", () =>
    Effect.gen(function* () {
      const { commit, load } = yield* GameStore
      const { close } = yield* DailyQuestions
      const orders = yield* AdminOrders
      const open = { question: question(7), askedAtMs: 10, closesAtMs: 100, prolonged: false }
      const first: DailyQuestion = { number: 1, open }
      const asking = { ...commitOf(id, 1, { state: idle, log: [] }), talked: [sourceOf("a")], daily: first }
      assert.deepStrictEqual(yield* commit([asking]), [{ _tag: "Committed" }])
      assert.deepStrictEqual((yield* load([id])).get(id)?.daily, first)
      assert.strictEqual(yield* close(99, 10), 0)
      const closed = yield* Effect.all(
        Array.from({ length: 4 }, () => close(100, 10)),
        { concurrency: "unbounded" }
      )
      assert.strictEqual(
        closed.reduce((sum, each) => sum + each, 0),
        1
      )
      const waiting = yield* orders.waiting(wholeSlice, 10)
      assert.deepStrictEqual(
        waiting.map(({ conversation: of, order }) => ({ of, order })),
        [{ of: id, order: { _tag: "CloseDaily", number: 1 } }]
      )
      // A commit that is refused changes nothing of it.
      const told: DailyQuestion = { number: 1, open: null }
      assert.deepStrictEqual(
        (yield* commit([{ ...asking, daily: told }])).map(({ _tag }) => _tag),
        ["Moved"]
      )
      assert.deepStrictEqual((yield* load([id])).get(id)?.daily, first)
      const longer: DailyQuestion = { number: 1, open: { ...open, closesAtMs: 300 } }
      yield* commit([{ ...commitOf(id, 2, { state: idle, log: [] }), talked: [sourceOf("b")], daily: longer }])
      assert.strictEqual(yield* close(300, 10), 1)
      yield* commit([{ ...commitOf(id, 3, { state: idle, log: [] }), talked: [sourceOf("c")], daily: told }])
      assert.strictEqual(yield* close(10_000, 10), 0)
    }).pipe(Effect.provide(stores))
  )
})
