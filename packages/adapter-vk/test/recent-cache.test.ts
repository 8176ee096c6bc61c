import { assert, it } from "@effect/vitest"
import { makeRecentCache } from "../src/api/recent-cache.ts"

it("what was not used for longest goes first", () => {
  const cache = makeRecentCache<string, number>({ entries: 2, ttlMs: 100 })
  cache.set("a", 1, 0)
  cache.set("b", 2, 0)
  cache.get("a", 1)
  cache.set("c", 3, 1)
  assert.deepStrictEqual(
    ["a", "b", "c"].map((key) => cache.get(key, 2)),
    [1, undefined, 3]
  )
})

it("nothing is kept past its time, however often it is used", () => {
  const cache = makeRecentCache<string, number>({ entries: 2, ttlMs: 100 })
  cache.set("a", 1, 0)
  assert.deepStrictEqual([cache.get("a", 99), cache.get("a", 100), cache.get("a", 0)], [1, undefined, undefined])
})
