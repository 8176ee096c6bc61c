import { assert, describe, it } from "@effect/vitest"
import { layer, makeInProcess } from "../src/in-process.ts"
import { lifetimes, type Wanted } from "@znatoki/ports/cache"
import { cacheContract } from "@znatoki/test-contracts/contracts/cache.contract"
import { Effect } from "effect"
import { TestClock } from "effect/testing"

cacheContract("memory", layer)

const wanted = (key: string): Wanted => ({ kind: "leaders", key, tags: ["statistics"] })

describe("a cache in memory", () => {
  it.effect("keeps nothing longer than its kind is kept, nor much shorter", () =>
    Effect.gen(function* () {
      const cache = makeInProcess()
      const { memoryMs } = lifetimes.leaders
      const look = (text: string) => cache.get(wanted("a"), Effect.succeed(text))
      assert.strictEqual(yield* look("1"), "1")
      yield* TestClock.adjust(memoryMs * 0.89)
      assert.strictEqual(yield* look("2"), "1")
      yield* TestClock.adjust(memoryMs * 0.11)
      assert.strictEqual(yield* look("3"), "3")
    })
  )

  it.effect("that is full forgets what was not used for longest, by number and by length", () =>
    Effect.gen(function* () {
      const cache = makeInProcess({ size: { entries: 3, characters: 10 } })
      const look = (key: string, text: string) => cache.get(wanted(key), Effect.succeed(text))
      for (const key of ["a", "b", "c"]) yield* look(key, "1")
      yield* look("a", "2")
      yield* look("d", "1")
      assert.deepStrictEqual([yield* look("a", "2"), yield* look("c", "2")], ["1", "1"])
      assert.strictEqual(yield* look("b", "2"), "2")
      yield* look("long", "0123456789")
      const { characters, entries } = yield* cache.stats
      assert.deepStrictEqual([entries, characters], [1, 10])
      yield* look("too long", "0123456789+")
      assert.deepInclude(yield* cache.stats, { entries: 0, characters: 0 })
    })
  )
})
