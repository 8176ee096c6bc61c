/** What every AdminOrders does: keeps what is wanted, in order, until it is done. */
import { assert } from "@effect/vitest"
import { type AdminOrder, AdminOrders } from "@znatoki/ports/admin-orders"
import { partitionOf, wholeSlice } from "@znatoki/ports/slice"
import { Effect, type Layer } from "effect"
import { conversation } from "./sample-commits.ts"
import { contract } from "./suite.ts"

const [a, b] = [conversation("a"), conversation("b")]
const stop = { _tag: "Stop", game: 3 } as const
const rule = { _tag: "Rule", game: 2, round: 1, accepted: true } as const

export const adminOrdersContract = <E>(name: string, empty: Layer.Layer<AdminOrders, E>): void => {
  contract("AdminOrders", name, empty, (proves) => {
    proves("what was given waits in its order, for those who own its conversation, until it is done", () =>
      Effect.gen(function* () {
        const orders = yield* AdminOrders
        yield* orders.give({ conversation: b, order: rule, atMs: 1 })
        yield* orders.give({ conversation: a, order: stop, atMs: 2 })
        const waiting = yield* orders.waiting(wholeSlice, 10)
        assert.deepStrictEqual(
          waiting.map(({ atMs, conversation, order }) => ({ conversation, order, atMs })),
          [
            { conversation: b, order: rule, atMs: 1 },
            { conversation: a, order: stop, atMs: 2 }
          ]
        )
        assert.lengthOf(yield* orders.waiting(wholeSlice, 1), 1)
        const others = wholeSlice.filter((partition) => partition !== partitionOf(b))
        assert.deepStrictEqual(
          (yield* orders.waiting(others, 10)).map(({ conversation }) => conversation),
          [a]
        )
        for (const { id } of waiting.slice(0, 1)) yield* Effect.andThen(orders.done(id), orders.done(id))
        assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 10), waiting.slice(1))
      })
    )

    proves("of two rulings on one appeal the first waits, and whoever gives the second is told", () =>
      Effect.gen(function* () {
        const orders = yield* AdminOrders
        const give = (order: AdminOrder, where = a) => orders.give({ conversation: where, order, atMs: 1 })
        assert.isTrue(yield* give(rule))
        assert.isFalse(yield* give({ ...rule, accepted: false }))
        assert.isFalse(yield* give(rule))
        assert.isTrue(yield* give({ ...rule, round: 2 }))
        assert.isTrue(yield* give(rule, b))
        assert.isTrue(yield* give(stop))
        assert.isTrue(yield* give(stop))
        const [first] = yield* orders.waiting(wholeSlice, 10)
        yield* orders.done(first?.id ?? "")
        assert.isTrue(yield* give({ ...rule, accepted: false }))
        const waiting = yield* orders.waiting(wholeSlice, 10)
        assert.deepStrictEqual(
          waiting.flatMap(({ conversation, order }) => (conversation === a ? [order] : [])),
          [{ ...rule, round: 2 }, stop, stop, { ...rule, accepted: false }]
        )
      })
    )
  })
}
