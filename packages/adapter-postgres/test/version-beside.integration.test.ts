/** What a later version stored, before it was taken back, and this one does not know: it keeps nobody else from playing. */
import { assert, it } from "@effect/vitest"
import { layer as adminOrders } from "@znatoki/adapter-postgres/admins/admin-orders"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { GameStore } from "@znatoki/ports/game-store"
import { wholeSlice } from "@znatoki/ports/slice"
import { commitOf, conversation, lobby } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect, Layer } from "effect"
import { emptyStores } from "./empty-stores.ts"

const [a, b, c] = [conversation("a"), conversation("b"), conversation("c")]

describePostgres("a later version", (postgres) => {
  const stores = Layer.provideMerge(adminOrders, emptyStores(postgres))

  it.live(
    "had games that wait for what is not known here: the deadlines of others are told, and theirs at their place",
    () =>
      Effect.gen(function* () {
        const { run } = yield* Database
        const store = yield* GameStore
        yield* store.commit([a, b, c].map((id, i) => commitOf(id, 1, { state: lobby(1, 100 + i) })))
        yield* run("plant", (sql) => sql`update conversations set deadline_timer = '1/duel' where conversation = ${b}`)
        for (const due of [store.timersDue, store.timersUnmoved]) {
          const timers = yield* due(wholeSlice, 10_000, { after: null, limit: 10 })
          assert.deepStrictEqual(
            timers.map(({ conversation }) => conversation),
            [a, b, c]
          )
        }
      }).pipe(Effect.provide(stores))
  )

  it.live("had orders of its own: others are done, and these wait for it", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const orders = yield* AdminOrders
      yield* orders.give({ conversation: a, order: { _tag: "Stop", game: 1 }, atMs: 1 })
      yield* run(
        "plant",
        (sql) => sql`update admin_orders set game_order = '{"_tag":"Duel","with":"vk:1:b"}' where conversation = ${a}`
      )
      yield* orders.give({ conversation: b, order: { _tag: "Stop", game: 1 }, atMs: 2 })
      const waiting = yield* orders.waiting(wholeSlice, 1)
      assert.deepStrictEqual(
        waiting.map(({ conversation }) => conversation),
        [b]
      )
    }).pipe(Effect.provide(stores))
  )
})
