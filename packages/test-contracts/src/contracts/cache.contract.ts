/** What every cache does, whatever it keeps its answers in. */
import { assert } from "@effect/vitest"
import { Cache, type Wanted } from "@znatoki/ports/cache"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Deferred, Effect, Exit, Fiber, type Layer } from "effect"
import { contract } from "./suite.ts"

const wanted: Wanted = { kind: "questions", key: "страница 1", tags: ["questions"] }

/** Tells how often it was asked. */
const counted = () => {
  let times = 0
  return Effect.sync(() => `${++times}: «ответ» 😀`)
}

/** Their numbers. */
const firsts = (texts: ReadonlyArray<string>) => texts.map((text) => text[0])

/** Goes on when it is told to. */
const held = Effect.fnUntraced(function* (text: string) {
  const [begun, go] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
  const load = Effect.andThen(Deferred.succeed(begun, undefined), Effect.as(Deferred.await(go), text))
  return { begun: Deferred.await(begun), go: Deferred.succeed(go, undefined), load }
})

export const cacheContract = <E>(name: string, empty: Layer.Layer<never, E>): void => {
  contract("Cache", name, empty, (proves) => {
    proves("loads once, and gives back what was loaded as it was", () =>
      Effect.gen(function* () {
        const cache = yield* Cache
        const load = counted()
        for (let n = 0; n < 3; n++) assert.strictEqual(yield* cache.get(wanted, load), "1: «ответ» 😀")
        assert.strictEqual(yield* cache.get({ ...wanted, key: "страница 2" }, load), "2: «ответ» 😀")
        assert.strictEqual(yield* cache.get({ ...wanted, kind: "leaders" }, load), "3: «ответ» 😀")
        assert.strictEqual(yield* cache.get({ ...wanted, key: "" }, Effect.succeed("")), "")
      })
    )

    proves("whatever is said to have changed is loaded anew, and nothing else", () =>
      Effect.gen(function* () {
        const cache = yield* Cache
        const [questions, both] = [counted(), counted()]
        const twice: Wanted = { kind: "leaders", key: "все", tags: ["questions", "statistics"] }
        const look = Effect.all([cache.get(wanted, questions), cache.get(twice, both)])
        assert.deepStrictEqual(firsts(yield* look), ["1", "1"])
        yield* cache.invalidate(["statistics"])
        assert.deepStrictEqual(firsts(yield* look), ["1", "2"])
        yield* cache.invalidate(["games"])
        assert.deepStrictEqual(firsts(yield* look), ["1", "2"])
        yield* cache.invalidate(["questions", "statistics"])
        assert.deepStrictEqual(firsts(yield* look), ["2", "3"])
      })
    )

    proves("of a hundred who want the same at once one loads it", () =>
      Effect.gen(function* () {
        const cache = yield* Cache
        const load = Effect.tap(counted(), () => Effect.yieldNow)
        const all = Array.from({ length: 100 }, () => cache.get(wanted, load))
        const texts = yield* Effect.all(all, { concurrency: "unbounded" })
        assert.deepStrictEqual(new Set(texts), new Set(["1: «ответ» 😀"]))
      })
    )

    proves("what was changed while it was loaded is told to who asked before, and to nobody after", () =>
      Effect.gen(function* () {
        const cache = yield* Cache
        const old = yield* held("старое")
        const before = yield* Effect.forkChild(cache.get(wanted, old.load))
        yield* old.begun
        yield* cache.invalidate(["questions"])
        assert.strictEqual(yield* cache.get(wanted, Effect.succeed("новое")), "новое")
        yield* old.go
        assert.strictEqual(yield* Fiber.join(before), "старое")
        assert.strictEqual(yield* cache.get(wanted, Effect.succeed("ещё новее")), "новое")
      })
    )

    proves("what failed is told to all who waited for it, and is not kept", () =>
      Effect.gen(function* () {
        const cache = yield* Cache
        const [begun, go] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const load = Effect.andThen(
          Deferred.succeed(begun, undefined),
          Effect.andThen(Deferred.await(go), Effect.fail("нет"))
        )
        const first = yield* Effect.forkChild(Effect.exit(cache.get(wanted, load)))
        yield* Deferred.await(begun)
        const second = yield* Effect.forkChild(Effect.exit(cache.get(wanted, Effect.fail("другое"))))
        yield* Effect.yieldNow
        yield* Deferred.succeed(go, undefined)
        assert.deepStrictEqual(yield* Fiber.join(first), Exit.fail("нет"))
        assert.deepStrictEqual(yield* Fiber.join(second), Exit.fail("нет"))
        assert.strictEqual(yield* cache.get(wanted, Effect.succeed("есть")), "есть")
      })
    )

    proves("whoever waits for one who gives up goes on by themselves", () =>
      Effect.gen(function* () {
        const cache = yield* Cache
        const never = yield* held("никогда")
        const first = yield* Effect.forkChild(cache.get(wanted, never.load))
        yield* never.begun
        const second = yield* Effect.forkChild(cache.get(wanted, Effect.succeed("сам")))
        yield* Effect.yieldNow
        yield* Fiber.interrupt(first)
        assert.strictEqual(yield* Fiber.join(second), "сам")
      })
    )

    proves("what is in memory is ready as it is sent, until it has changed", () =>
      Effect.gen(function* () {
        const cache = yield* Cache
        const look = Effect.map(steadyMs, (nowMs) => {
          const bytes = cache.ready(wanted, nowMs)
          return bytes === undefined ? null : Buffer.from(bytes).toString("utf8")
        })
        assert.isNull(yield* look)
        yield* cache.get(wanted, counted())
        assert.deepStrictEqual([yield* look, yield* look], ["1: «ответ» 😀", "1: «ответ» 😀"])
        assert.deepInclude((yield* cache.stats).kinds.questions, { hits: 2, misses: 1 })
        yield* cache.invalidate(["statistics"])
        assert.isNotNull(yield* look)
        yield* cache.invalidate(["questions"])
        assert.isNull(yield* look)
      })
    )

    proves("tells how often it was asked, and what it had", () =>
      Effect.gen(function* () {
        const cache = yield* Cache
        for (let n = 0; n < 4; n++) yield* cache.get(wanted, counted())
        yield* cache.invalidate(["games"])
        const { entries, errors, invalidations, kinds } = yield* cache.stats
        assert.deepInclude(kinds.questions, { hits: 3, misses: 1, joined: 0 })
        assert.deepStrictEqual([entries, errors, invalidations], [1, 0, 1])
      })
    )
  })
}
