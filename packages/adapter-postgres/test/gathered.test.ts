import { assert, it } from "@effect/vitest"
import { gathered } from "@znatoki/adapter-postgres/database/gathered"
import { Effect, Exit, Fiber, Latch } from "effect"

it.effect("what comes while a write is under way is the next one, whole and in order", () =>
  Effect.gen(function* () {
    const written: Array<ReadonlyArray<number>> = []
    const gate = yield* Latch.make(false)
    const write = yield* gathered(
      (items: ReadonlyArray<number>) => {
        written.push(items)
        return Effect.as(
          gate.await,
          items.map((item) => item * 10)
        )
      },
      { isCommon: () => false, max: 3 }
    )
    const first = yield* Effect.forkChild(write(1), { startImmediately: true })
    yield* Effect.yieldNow
    const others = yield* Effect.forkChild(
      Effect.forEach([2, 3, 4, 5], (item) => write(item), { concurrency: "unbounded" }),
      { startImmediately: true }
    )
    yield* gate.open
    assert.strictEqual(yield* Fiber.join(first), 10)
    assert.deepStrictEqual(yield* Fiber.join(others), [20, 30, 40, 50])
    assert.deepStrictEqual(written, [[1], [2, 3, 4], [5]])
  })
)

it.effect("one that cannot be written takes nobody with it; where all would fail they are not tried one by one", () =>
  Effect.gen(function* () {
    let writes = 0
    const write = yield* gathered(
      (items: ReadonlyArray<number | "broken" | "away">) => {
        writes++
        if (items.includes("away")) return Effect.fail("away" as const)
        return items.includes("broken") ? Effect.fail("broken" as const) : Effect.succeed(items)
      },
      { isCommon: (error) => error === "away", max: 10 }
    )
    const fates = (items: ReadonlyArray<number | "broken" | "away">) =>
      Effect.forEach(items, (item) => Effect.exit(write(item)), { concurrency: "unbounded" })
    const mixed = yield* fates([1, "broken", 3])
    assert.deepStrictEqual(mixed.map(Exit.isSuccess), [true, false, true])
    assert.strictEqual(writes, 4)
    const away = yield* fates([1, "away", 3])
    assert.deepStrictEqual(away.map(Exit.isSuccess), [false, false, false])
    assert.strictEqual(writes, 5)
  })
)
