import { assert, it } from "@effect/vitest"
import { withTurnedClock } from "@znatoki/test-contracts/turned-clock"
import { Effect, Schema } from "effect"
import { TestClock } from "effect/testing"
import { makeMemberNames } from "../src/api/member-names.ts"
import { VkApi } from "../src/api/vk-api.ts"
import { VkUnavailable } from "../src/api/vk-error.ts"

/** People of whom VK tells something odd. */
const strange = new Map<number, object>([
  [21, { first_name: "DELETED", last_name: "", deactivated: "deleted" }],
  [22, { first_name: "", last_name: "" }],
  [23, { first_name: "\u200b", last_name: "\u3164" }],
  [24, { first_name: ".", last_name: "…" }],
  [25, { first_name: "Анна\0", last_name: "\ud800" }],
  [26, { first_name: "🦉", last_name: "" }],
  [27, { deactivated: "banned" }]
])

/** VK that knows everybody but number 13, and counts how often it is asked. */
const fakeVk = () => {
  const calls: Array<ReadonlyArray<number>> = []
  const state = { down: false }
  const people = (params: Readonly<Record<string, string>>) => {
    const ids = (params["user_ids"] ?? "").split(",").map(Number)
    calls.push(ids)
    return ids
      .filter((id) => id !== 13)
      .map((id) => ({ id, first_name: "Анна", last_name: `№${id}`, ...strange.get(id) }))
  }
  const down = new VkUnavailable({ method: "users.get", code: 10, reason: "down", afterMs: 1000 })
  const vk = VkApi.of({
    isSpare: Effect.succeed(true),
    ask: () => Effect.die("not asked here"),
    call: (_method, params, result) =>
      Effect.suspend(() => Schema.decodeUnknownEffect(result)(people(params))).pipe(
        Effect.orDie,
        Effect.flatMap((users) => (state.down ? Effect.fail(down) : Effect.succeed(users)))
      )
  })
  return { calls, state, names: makeMemberNames(vk) }
}

it.effect("names are asked for together and remembered for hours", () =>
  Effect.gen(function* () {
    const { calls, names } = fakeVk()
    assert.deepStrictEqual(
      [...(yield* names.of([1, 2, 1]))],
      [
        [1, "Анна №1"],
        [2, "Анна №2"]
      ]
    )
    yield* names.of([2, 3])
    yield* TestClock.adjust("5 hours")
    yield* names.of([1, 2, 3])
    assert.deepStrictEqual(calls, [[1, 2], [3]])
    yield* TestClock.adjust("7 hours")
    yield* names.of([1])
    assert.deepStrictEqual(calls.at(-1), [1])
  })
)

it.effect("no more than a thousand people are asked for at once", () =>
  Effect.gen(function* () {
    const { calls, names } = fakeVk()
    const known = yield* names.of(Array.from({ length: 2500 }, (_, n) => n + 1))
    assert.deepStrictEqual(
      calls.map((ids) => ids.length),
      [1000, 1000, 500]
    )
    assert.strictEqual(known.get(2500), "Анна №2500")
  })
)

it.effect("whom VK does not know is called by number, and not asked for again", () =>
  Effect.gen(function* () {
    const { calls, names } = fakeVk()
    yield* names.of([13])
    assert.strictEqual((yield* names.of([13])).get(13), "Игрок 13")
    assert.lengthOf(calls, 1)
  })
)

it.effect("whose page is gone or whose name cannot be read is called by number", () =>
  Effect.gen(function* () {
    const known = yield* fakeVk().names.of(strange.keys())
    assert.deepStrictEqual(
      [...known.values()],
      ["Игрок 21", "Игрок 22", "Игрок 23", "Игрок 24", "Анна \ud800", "🦉", "Анна №27"]
    )
  })
)

it.effect("VK in trouble is left alone for a while, numbers stand in and are not remembered", () =>
  Effect.gen(function* () {
    const { calls, names, state } = fakeVk()
    yield* names.of([1])
    state.down = true
    assert.deepStrictEqual(
      [...(yield* names.of([1, 2]))],
      [
        [1, "Анна №1"],
        [2, "Игрок 2"]
      ]
    )
    yield* names.of([2])
    yield* names.of([3])
    assert.lengthOf(calls, 2)
    state.down = false
    yield* TestClock.adjust("10 seconds")
    assert.strictEqual((yield* names.of([2])).get(2), "Анна №2")
  })
)

it.effect("a clock that is set back makes VK neither forgotten nor waited for", () =>
  withTurnedClock((turn) =>
    Effect.gen(function* () {
      const { calls, names, state } = fakeVk()
      yield* names.of([1])
      state.down = true
      yield* names.of([2])
      state.down = false
      turn(-24 * 3_600_000)
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual((yield* names.of([2])).get(2), "Анна №2")
      yield* TestClock.adjust("7 hours")
      yield* names.of([1])
      assert.deepStrictEqual(calls.at(-1), [1])
    })
  )
)
