import { assert, it } from "@effect/vitest"
import { withTurnedClock } from "@znatoki/test-contracts/turned-clock"
import { Clock, Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeRateLimit } from "../src/api/rate-limit.ts"

const arrivals = Effect.fnUntraced(function* (calls: number, pauseMs: number) {
  const limit = makeRateLimit()
  const at: Array<number> = []
  const call = limit.turn.pipe(
    Effect.andThen(Clock.currentTimeMillis),
    Effect.map((now) => void at.push(now))
  )
  yield* Effect.forkChild(Effect.forEach(Array.from({ length: calls }), () => call, { concurrency: "unbounded" }))
  yield* TestClock.adjust(100)
  if (pauseMs > 0) yield* limit.pause(pauseMs)
  yield* TestClock.adjust(60_000)
  return at
})

it.effect("no second holds more than twenty calls, and none is lost", () =>
  Effect.gen(function* () {
    const at = yield* arrivals(100, 0)
    assert.lengthOf(at, 100)
    for (const from of at) assert.isAtMost(at.filter((time) => time >= from && time < from + 1000).length, 20)
  })
)

it.effect("while the last second has room, a call goes at once", () =>
  Effect.gen(function* () {
    const at = yield* arrivals(20, 0)
    assert.deepStrictEqual(new Set(at), new Set([0]))
  })
)

it.effect("a pause holds back those who wait already", () =>
  Effect.gen(function* () {
    const at = yield* arrivals(30, 5_000)
    assert.lengthOf(at, 30)
    assert.lengthOf(
      at.filter((time) => time >= 5_100),
      10
    )
  })
)

it.effect.each([-3_600_000, 3_600_000])("a clock turned by %i ms makes nobody wait, and lets nobody through", (byMs) =>
  withTurnedClock((turn) =>
    Effect.gen(function* () {
      const limit = makeRateLimit()
      let passed = 0
      const calls = Array.from({ length: 25 }, () => Effect.map(limit.turn, () => void passed++))
      yield* Effect.forkChild(Effect.all(calls, { concurrency: "unbounded" }))
      yield* TestClock.adjust(100)
      yield* limit.pause(1_000)
      turn(byMs)
      yield* TestClock.adjust(900)
      assert.strictEqual(passed, 20)
      yield* TestClock.adjust(200)
      assert.strictEqual(passed, 25)
    })
  )
)

it.effect("one who need not ask may while half of a second is free, nobody waits and nobody is held back", () =>
  Effect.gen(function* () {
    const limit = makeRateLimit()
    const spare = (times: number) => Effect.andThen(Effect.replicateEffect(limit.turn, times), limit.isSpare)
    assert.deepStrictEqual([yield* spare(10), yield* spare(1)], [true, false])
    yield* TestClock.adjust(2_000)
    assert.isTrue(yield* limit.isSpare)
    yield* limit.pause(5_000)
    assert.isFalse(yield* limit.isSpare)
    yield* Effect.forkChild(limit.turn)
    yield* TestClock.adjust(4_999)
    assert.isFalse(yield* limit.isSpare)
    yield* TestClock.adjust(1)
    assert.isTrue(yield* limit.isSpare)
  })
)

it.effect("a call that was answered at once makes room a second later, and one that hangs a little after that", () =>
  Effect.gen(function* () {
    const limit = makeRateLimit()
    const first = yield* limit.turn
    yield* Effect.forEach(Array.from({ length: 19 }), () => limit.turn)
    yield* TestClock.adjust(10)
    yield* first
    let passed = 0
    const more = Effect.map(limit.turn, () => void passed++)
    yield* Effect.forkChild(Effect.all([more, more], { concurrency: "unbounded" }))
    yield* TestClock.adjust(999)
    assert.strictEqual(passed, 0)
    yield* TestClock.adjust(6)
    assert.strictEqual(passed, 1)
    yield* TestClock.adjust(34)
    assert.strictEqual(passed, 1)
    yield* TestClock.adjust(1)
    assert.strictEqual(passed, 2)
  })
)
