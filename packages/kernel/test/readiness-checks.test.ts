/** Whoever asks how the program is, and however often, costs it one look a second. */
import { assert, it } from "@effect/vitest"
import type { Finding } from "@znatoki/ports/readiness"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"

/** Counts how often it was looked at. */
const openChecks = Effect.fnUntraced(function* (find: Effect.Effect<Finding>) {
  const { add, found } = yield* ReadinessChecks
  const looks = { count: 0 }
  yield* add({ name: "store", check: Effect.suspend(() => (looks.count++, find)) })
  const first = Effect.map(found, ([checked]) => checked)
  return { found: first, looks }
})

it.effect("a hundred who ask at once and again within a second cost one look", () =>
  Effect.gen(function* () {
    const { found, looks } = yield* openChecks(Effect.delay(Effect.succeed({ problem: null }), "500 millis"))
    const all = yield* Effect.forkChild(
      Effect.all(
        Array.from({ length: 100 }, () => found),
        { concurrency: 100 }
      )
    )
    yield* TestClock.adjust("500 millis")
    yield* Fiber.join(all)
    for (let again = 0; again < 100; again++) yield* found
    assert.strictEqual(looks.count, 1)
    yield* TestClock.adjust("500 millis")
    yield* Effect.forkChild(found)
    yield* TestClock.adjust("500 millis")
    assert.strictEqual(looks.count, 2)
  }).pipe(Effect.provide(ReadinessChecks.layer))
)

it.effect("who goes away before the answer leaves it to the others", () =>
  Effect.gen(function* () {
    const { found, looks } = yield* openChecks(Effect.delay(Effect.succeed({ problem: null }), "500 millis"))
    const impatient = yield* Effect.forkChild(found)
    const patient = yield* Effect.forkChild(found)
    yield* TestClock.adjust("100 millis")
    yield* Fiber.interrupt(impatient)
    yield* TestClock.adjust("400 millis")
    assert.deepStrictEqual(yield* Fiber.join(patient), { name: "store", problem: null, sinceMs: null })
    assert.strictEqual(looks.count, 1)
  }).pipe(Effect.provide(ReadinessChecks.layer))
)

it.effect("a check that hangs is not ready, and nobody waits for it longer than two seconds", () =>
  Effect.gen(function* () {
    const { found } = yield* openChecks(Effect.never)
    const asked = yield* Effect.forkChild(found)
    yield* TestClock.adjust("2 seconds")
    assert.deepInclude(yield* Fiber.join(asked), { name: "store", problem: "does not answer" })
  }).pipe(Effect.provide(ReadinessChecks.layer))
)

it.effect("what is not ready tells since when, from the first look that found it, until one finds it well", () =>
  Effect.gen(function* () {
    let problem: string | null = null
    const { found } = yield* openChecks(Effect.suspend(() => Effect.succeed({ problem })))
    const sinceAt = Effect.fnUntraced(function* (atMs: number, now: string | null) {
      problem = now
      yield* TestClock.setTime(atMs)
      return (yield* found)?.sinceMs
    })
    assert.strictEqual(yield* sinceAt(1_000, null), null)
    assert.strictEqual(yield* sinceAt(2_000, "is full"), 2_000)
    assert.strictEqual(yield* sinceAt(9_000, "is full"), 2_000)
    assert.strictEqual(yield* sinceAt(10_000, null), null)
    assert.strictEqual(yield* sinceAt(11_000, "is full"), 11_000)
  }).pipe(Effect.provide(ReadinessChecks.layer))
)
