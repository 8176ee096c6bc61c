/** The cache on a real Redis: what every cache does, what processes see of each other, and what is seen when Redis dies. */
import { assert, it } from "@effect/vitest"
import { Cache, lifetimes, type Wanted } from "@znatoki/ports/cache"
import { cacheContract } from "@znatoki/test-contracts/contracts/cache.contract"
import { Effect, Layer } from "effect"
import { randomUUID } from "node:crypto"
import { expect } from "vitest"
import { layer, makeShared } from "../src/redis.ts"
import { describeRedis } from "./redis-fixture.ts"

const wanted: Wanted = { kind: "leaders", key: "все", tags: ["statistics"] }

const until = (sentence: string, look: Effect.Effect<boolean>) =>
  Effect.promise(async () => {
    await expect.poll(() => Effect.runPromise(look), { message: sentence, interval: 20 }).toBe(true)
  })

describeRedis("the cache on Redis", (redis) => {
  const place = () => ({ url: redis.url(), prefix: `${randomUUID()}:` })
  cacheContract("redis", Layer.unwrap(Effect.sync(() => layer(place()))))

  /** Two processes, as far as the cache can tell. */
  const two = Effect.suspend(() => {
    const where = place()
    return Effect.all([makeShared(where), makeShared(where)])
  })
  it.live("what one process has loaded another finds, until one of them says that it has changed", () =>
    Effect.gen(function* () {
      const [{ cache: one }, { cache: other }] = yield* two
      assert.strictEqual(yield* one.get(wanted, Effect.succeed("1")), "1")
      assert.strictEqual(yield* other.get(wanted, Effect.succeed("2")), "1")
      yield* other.invalidate(["statistics"])
      yield* until(
        "it is told",
        Effect.map(one.get(wanted, Effect.succeed("3")), (text) => text === "3")
      )
      const { kinds, shared } = yield* other.stats
      assert.deepStrictEqual([kinds.leaders.sharedHits, shared], [1, "connected"])
    }).pipe(Effect.scoped)
  )

  it.live("an entry goes by itself after its time, and a change of one tag is one key", () =>
    Effect.gen(function* () {
      const { cache, client, names } = yield* makeShared(place())
      yield* cache.get(wanted, Effect.succeed("1"))
      const leftMs = yield* Effect.promise(() => client.pTTL(names.entry(wanted)))
      assert.isAbove(leftMs, 0)
      assert.isAtMost(leftMs, lifetimes.leaders.sharedMs)
    }).pipe(Effect.scoped)
  )

  it.live(
    "without Redis everything is loaded, nothing fails, and what changed meanwhile is known when it is back",
    () =>
      Effect.gen(function* () {
        const [{ cache: one, client, names }, { cache: other }] = yield* two
        const state = (cache: typeof one) => Effect.map(cache.stats, ({ shared }) => shared)
        yield* one.get(wanted, Effect.succeed("1"))
        yield* other.get(wanted, Effect.succeed("-"))
        const kept = yield* Effect.promise(() => client.get(names.entry(wanted)))
        yield* Effect.promise(redis.kill)
        yield* until(
          "it is missed",
          Effect.map(state(one), (found) => found === "lost")
        )
        yield* one.invalidate(["statistics"])
        assert.strictEqual(yield* one.get(wanted, Effect.succeed("2")), "2")
        assert.strictEqual(yield* one.get({ ...wanted, key: "другое" }, Effect.succeed("3")), "3")
        yield* Effect.promise(redis.start)
        for (const cache of [one, other])
          yield* until(
            "it is back",
            Effect.map(state(cache), (found) => found === "connected")
          )
        // As a Redis would have it that was not gone, but could not be reached.
        yield* Effect.promise(() => client.set(names.entry(wanted), kept ?? ""))
        yield* until(
          "it is told",
          Effect.map(other.get(wanted, Effect.succeed("4")), (text) => text !== "1")
        )
        assert.notStrictEqual(yield* one.get(wanted, Effect.succeed("5")), "1")
      }).pipe(Effect.scoped)
  )

  it.live("a Redis that has forgotten what changed is not believed, and learns it", () =>
    Effect.gen(function* () {
      const [{ cache: one, client, names }, { cache: other }] = yield* two
      yield* one.get(wanted, Effect.succeed("1"))
      yield* Effect.promise(() => client.del(names.tag("statistics")))
      assert.strictEqual(yield* other.get(wanted, Effect.succeed("2")), "2")
      yield* until(
        "it is learnt",
        Effect.promise(() => client.exists(names.tag("statistics"))).pipe(Effect.map((found) => found === 1))
      )
    }).pipe(Effect.scoped)
  )

  it.live("a start does not wait for a Redis that is not there", () =>
    Effect.gen(function* () {
      yield* Effect.promise(redis.kill)
      const cache = yield* Cache.pipe(Effect.provide(layer(place())))
      assert.strictEqual(yield* cache.get(wanted, Effect.succeed("1")), "1")
      assert.strictEqual(yield* cache.get(wanted, Effect.succeed("2")), "1")
      yield* Effect.promise(redis.start)
    }).pipe(Effect.scoped)
  )
})
