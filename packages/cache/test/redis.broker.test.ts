/** The cache on a real Redis: what every cache does, what processes see of each other, and what is seen when Redis dies. */
import { assert, it } from "@effect/vitest"
import { Cache, lifetimes, type Wanted } from "@znatoki/ports/cache"
import { cacheContract } from "@znatoki/test-contracts/contracts/cache.contract"
import { Effect, Layer, Logger, References } from "effect"
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

  it.live("a Redis that goes away is told of once, and once when it is back", () => {
    const lines: Array<string> = []
    let tries = 0
    const logger = Logger.make(({ logLevel, message }) => {
      if (logLevel === "Debug") tries++
      else lines.push(String(Array.isArray(message) ? message[0] : message).split(":")[0] ?? "")
    })
    const telling = Layer.merge(Logger.layer([logger]), Layer.succeed(References.MinimumLogLevel, "Debug"))
    return Effect.gen(function* () {
      yield* makeShared(place())
      yield* Effect.promise(redis.kill)
      const isMissedAgain = Effect.sync(() => tries > 1)
      yield* until("it is looked for several times", isMissedAgain)
      assert.deepStrictEqual(lines, ["Redis is away"])
      yield* Effect.promise(redis.start)
      const isBack = Effect.sync(() => lines.length > 1)
      yield* until("it is back", isBack)
      assert.deepStrictEqual(lines, ["Redis is away", "Redis is back"])
    }).pipe(Effect.scoped, Effect.provide(telling))
  })

  it.live("a Redis that stands still is cut, keeps nobody waiting, and is used again when it goes on", () =>
    Effect.gen(function* () {
      const { cache, shared } = yield* makeShared(place())
      yield* Effect.addFinalizer(() => Effect.sync(redis.goOn))
      yield* Effect.sync(redis.stop)
      assert.strictEqual(yield* cache.get(wanted, Effect.succeed("1")), "1")
      yield* until(
        "it is cut",
        Effect.sync(() => shared.state() === "lost")
      )
      yield* Effect.sync(redis.goOn)
      yield* until(
        "it is back",
        Effect.sync(() => shared.state() === "connected")
      )
      yield* until(
        "it is found there",
        Effect.map(shared.get(wanted, Effect.succeed("2")), ({ found }) => found)
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
