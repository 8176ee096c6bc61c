/** What lies on the shelves is looked up seldom, and a look that failed is not remembered. */
import { assert, it } from "@effect/vitest"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { layer as questionShelves } from "@znatoki/adapter-postgres/questions/question-shelves"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { type StoreError, StoreUnavailable } from "@znatoki/ports/store-error"
import { conversation } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"

const away = new StoreUnavailable({ operation: "count shelves", cause: "away" })
const never = Effect.die(new Error("not asked"))
const unasked = {
  sql: () => assert.fail("no statement of its own"),
  pool: () => ({ connections: 1, underWay: 0 }),
  run: () => never,
  rowsOfMany: () => never
}

/** A database that answers one look after another like this, and then with nothing. */
const answering = (...answers: ReadonlyArray<StoreError>) => {
  const looks = { count: 0 }
  const rows = () =>
    Effect.suspend(() => {
      const error = answers[looks.count++]
      return error === undefined ? Effect.succeed([]) : Effect.fail(error)
    })
  return { looks, layer: Layer.provide(questionShelves, Layer.succeed(Database, { ...unasked, rows })) }
}

it.effect("who asks after a look that failed has one of their own, and what it found is kept for half a minute", () => {
  const { layer, looks } = answering(away)
  return Effect.gen(function* () {
    const { of } = yield* QuestionShelves
    assert.strictEqual(yield* Effect.flip(of([conversation("a")])), away)
    for (let times = 0; times < 3; times++) {
      assert.deepStrictEqual(yield* of([conversation("a")]), [{ themes: [], packs: [] }])
    }
    assert.strictEqual(looks.count, 2)
    yield* TestClock.adjust("31 seconds")
    yield* of([conversation("a")])
    assert.strictEqual(looks.count, 3)
  }).pipe(Effect.provide(layer))
})
