import { assert, it } from "@effect/vitest"
import { Effect, Exit, Fiber, Scope } from "effect"
import { TestClock } from "effect/testing"
import { makeCursorKeeper } from "../src/intake/cursor-keeper.ts"

const makeSaved = (failures = 0) => {
  const saved: Array<string> = []
  let left = failures
  const save = (cursor: string) =>
    Effect.suspend(() => {
      if (left-- > 0) return Effect.fail("the store is down")
      saved.push(cursor)
      return Effect.void
    })
  return { saved, save }
}

it.effect("the cursor moves only when everything up to it is done", () =>
  Effect.gen(function* () {
    const { save, saved } = makeSaved()
    const keeper = yield* makeCursorKeeper(10, save)
    const [a1, a2] = yield* keeper.open("1", 2)
    const [b1] = yield* keeper.open("2", 1)
    yield* keeper.open("3", 0)
    yield* b1 ?? Effect.void
    yield* a1 ?? Effect.void
    yield* a1 ?? Effect.void
    yield* TestClock.adjust("1 minute")
    assert.deepStrictEqual(saved, [])
    yield* a2 ?? Effect.void
    yield* TestClock.adjust("1 minute")
    assert.deepStrictEqual(saved, ["3"])
  })
)

it.effect("a store that fails is asked again, for the newest cursor", () =>
  Effect.gen(function* () {
    const { save, saved } = makeSaved(3)
    const keeper = yield* makeCursorKeeper(10, save)
    yield* keeper.open("1", 0)
    yield* TestClock.adjust("100 millis")
    yield* keeper.open("2", 0)
    yield* TestClock.adjust("1 minute")
    assert.deepStrictEqual(saved, ["2"])
  })
)

it.effect("a place to begin from is kept before anything is read, however long the store fails", () =>
  Effect.gen(function* () {
    const { save, saved } = makeSaved(3)
    const keeper = yield* makeCursorKeeper(10, save)
    const beginning = yield* Effect.forkChild(keeper.begin("1"))
    yield* TestClock.adjust("500 millis")
    assert.isUndefined(beginning.pollUnsafe())
    yield* TestClock.adjust("1 minute")
    yield* Fiber.join(beginning)
    yield* TestClock.adjust("1 minute")
    assert.deepStrictEqual(saved, ["1"])
  })
)

it.effect("the last cursor is saved when the work ends", () =>
  Effect.gen(function* () {
    const { save, saved } = makeSaved()
    const scope = yield* Scope.make()
    const keeper = yield* makeCursorKeeper(10, save).pipe(Scope.provide(scope))
    const [done] = yield* keeper.open("1", 1)
    yield* done ?? Effect.void
    yield* Scope.close(scope, Exit.void)
    assert.deepStrictEqual(saved, ["1"])
  })
)

it.effect("too many undone pages leave no room until the first is done", () =>
  Effect.gen(function* () {
    const { save } = makeSaved()
    const keeper = yield* makeCursorKeeper(2, save)
    const [first] = yield* keeper.open("1", 1)
    yield* keeper.room
    const [second] = yield* keeper.open("2", 1)
    const waiting = yield* Effect.forkChild(keeper.room)
    yield* second ?? Effect.void
    yield* TestClock.adjust("1 minute")
    assert.isUndefined(waiting.pollUnsafe())
    yield* first ?? Effect.void
    yield* Fiber.join(waiting)
  })
)
