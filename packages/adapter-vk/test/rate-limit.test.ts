import { assert, it } from "@effect/vitest"
import { withTurnedClock } from "@znatoki/test-contracts/turned-clock"
import { Clock, Effect, Fiber } from "effect"
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
      yield* TestClock.adjust(2_800)
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

it.effect("a call that was answered makes room a second later, wherever it stands among them", () =>
  Effect.gen(function* () {
    const limit = makeRateLimit()
    const answered = yield* Effect.replicateEffect(limit.turn, 20)
    yield* TestClock.adjust(10)
    yield* answered[19] ?? Effect.void
    let passed = 0
    const more = Effect.map(limit.turn, () => void passed++)
    yield* Effect.forkChild(Effect.all([more, more], { concurrency: "unbounded" }))
    yield* TestClock.adjust(1_000)
    assert.strictEqual(passed, 0)
    yield* TestClock.adjust(7)
    assert.strictEqual(passed, 1)
    // One that hangs gives up its place.
    yield* TestClock.adjust(1_982)
    assert.strictEqual(passed, 1)
    yield* TestClock.adjust(1)
    assert.strictEqual(passed, 2)
  })
)

/** How long a call that leaves now is on its way there and back. */
type Ways = (nowMs: number) => { readonly thereMs: number; readonly backMs: number }

/** When each call arrived at a VK that is always asked. */
const arrivalsAt = Effect.fnUntraced(function* (ways: Ways, calmMs = 0) {
  const limit = makeRateLimit()
  yield* yield* limit.turn
  yield* TestClock.adjust(calmMs)
  const arrived: Array<number> = []
  const call = Effect.gen(function* () {
    const answered = yield* limit.turn
    const { backMs, thereMs } = ways(yield* Clock.currentTimeMillis)
    yield* Effect.sleep(thereMs)
    arrived.push(yield* Clock.currentTimeMillis)
    yield* Effect.sleep(backMs)
    yield* answered
  })
  const lines = Array.from({ length: 25 }, () => Effect.forever(call))
  const asking = yield* Effect.forkChild(Effect.all(lines, { concurrency: "unbounded" }))
  yield* TestClock.adjust(10_000)
  yield* Fiber.interrupt(asking)
  return arrived.toSorted((one, other) => one - other)
})

const inAnySecond = (arrived: ReadonlyArray<number>): number =>
  Math.max(...arrived.map((from, i) => arrived.slice(i, i + 60).filter((at) => at < from + 1_000).length))

it.effect.each([
  ["at once", 1, 1, 19.8],
  ["in a tenth of a second", 15, 85, 18],
  ["in a fifth of one", 30, 170, 16.5]
] as const)(
  "a VK that answers %s is asked nearly twenty times a second, and never more",
  ([, thereMs, backMs, least]) =>
    Effect.gen(function* () {
      const arrived = yield* arrivalsAt(() => ({ thereMs, backMs }))
      assert.isAtMost(inAnySecond(arrived), 20)
      assert.isAtLeast(arrived.length / 10, least)
    })
)

it.effect("one that has refused nothing for minutes is trusted to have counted sooner", () =>
  Effect.gen(function* () {
    const arrived = yield* arrivalsAt(() => ({ thereMs: 15, backMs: 85 }), 240_000)
    assert.isAtMost(inAnySecond(arrived), 20)
    assert.isAtLeast(arrived.length / 10, 19.3)
  })
)

it.effect("nor is one that stands still now and then, so that what left meanwhile arrives all at once", () =>
  Effect.gen(function* () {
    const arrived = yield* arrivalsAt((nowMs) => {
      const stillMs = Math.max(0, 400 - (nowMs % 4_700))
      return { thereMs: 2 + stillMs, backMs: 3 }
    })
    assert.isAtMost(inAnySecond(arrived), 20)
    assert.isAtLeast(arrived.length / 10, 17)
  })
)
