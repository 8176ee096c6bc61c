/** What every Parking does: keeps what failed and what came after it, in order, until it is released and done. */
import { assert } from "@effect/vitest"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type Failure, Parking, type Released, waitingMax } from "@znatoki/ports/parking"
import { wholeSlice } from "@znatoki/ports/slice"
import { Effect, type Layer } from "effect"
import { conversation, conversationsOf, nameOf, source } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

const a = conversation("a")
const b = conversation("b")
const c = conversation("c")

const waits = (name: string) => ({ source: source(name), task: JSON.stringify({ _tag: name }) })
const behind = (name: string, id = a) => ({ conversation: id, ...waits(name) })
const failure = (name: string, id = a, parts: Partial<Failure> = {}): Failure => ({
  ...behind(name, id),
  error: `${name} broke`,
  met: { snapshot: '{"v":2,"s":{"_tag":"Lobby"}}', version: 7 },
  atMs: 1_784_000_000_000,
  sinceMs: 1_784_000_000_000,
  ...parts
})

const waitingIn = (id: ConversationId, limit = 10) =>
  Effect.gen(function* () {
    const found = yield* (yield* Parking).waiting(id, limit)
    return found.map((each) => each.source.slice(3))
  })

export const parkingContract = <E>(name: string, empty: Layer.Layer<Parking, E>): void => {
  contract("Parking", name, empty, (proves) => {
    parking(proves)
    appending(proves)
    releasing(proves)
    reading(proves)
  })
}

const parking = (proves: Sentence<Parking>) => {
  proves("a parked conversation is told with everything that is known of it, word for word", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      const odd = { error: "Сломалось: 'так' 🎲", task: JSON.stringify({ text: "нуль \u0000, пол-пары \ud83d" }) }
      yield* store.park([failure("one", a, odd), failure("two", b, { met: null, sinceMs: 5 })])
      assert.deepStrictEqual(yield* store.get(a), {
        conversation: a,
        source: source("one"),
        ...odd,
        met: { snapshot: '{"v":2,"s":{"_tag":"Lobby"}}', version: 7 },
        failedAtMs: 1_784_000_000_000,
        sinceMs: 1_784_000_000_000,
        waiting: 0,
        dropped: 0,
        release: null
      })
      const other = yield* store.get(b)
      assert.isNull(other?.met)
      assert.strictEqual(other?.sinceMs, 5)
      assert.isNull(yield* store.get(c))
    })
  )

  proves("an error with a zero character is kept", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      yield* store.park([failure("one", a, { error: "нуль \u0000 и дальше" })])
      assert.include((yield* store.get(a))?.error, "и дальше")
    })
  )

  proves("parking the same twice changes nothing, and parking nothing does no harm", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      yield* store.park([])
      yield* store.park([failure("one")])
      const before = yield* store.get(a)
      yield* store.park([failure("one", a, { error: "later", atMs: 9, sinceMs: 9 })])
      assert.deepStrictEqual(yield* store.get(a), before)
      assert.deepStrictEqual(yield* waitingIn(a), ["one"])
    })
  )

  proves("another failure of a parked conversation waits like any other task; the first one stays", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      yield* store.park([failure("one")])
      yield* store.append([behind("two")])
      yield* store.park([failure("three")])
      assert.strictEqual((yield* store.get(a))?.error, "one broke")
      assert.deepStrictEqual(yield* waitingIn(a), ["one", "two", "three"])
    })
  )

  proves(
    "a released conversation that fails again is parked again: what waits keeps its order, and it stands since the first failure",
    () =>
      Effect.gen(function* () {
        const store = yield* Parking
        yield* store.park([failure("one", a, { atMs: 100, sinceMs: 90 })])
        yield* store.append([behind("two"), behind("three")])
        yield* store.release(a, "retry")
        yield* store.clear(a, source("one"))
        yield* store.park([failure("two", a, { atMs: 200, sinceMs: 200, met: { snapshot: "{}", version: 9 } })])
        assert.deepInclude(yield* store.get(a), {
          source: source("two"),
          error: "two broke",
          met: { snapshot: "{}", version: 9 },
          failedAtMs: 200,
          sinceMs: 90,
          waiting: 1,
          release: null
        })
        assert.deepStrictEqual(yield* waitingIn(a), ["two", "three"])
        assert.deepStrictEqual(yield* store.released(wholeSlice, 10), [])
      })
  )
}

const appending = (proves: Sentence<Parking>) => {
  proves("what comes after waits in the order in which it came, each source once", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      yield* store.park([failure("one"), failure("other", b)])
      yield* store.append([behind("two"), behind("x", b), behind("three"), behind("two")])
      yield* store.append([behind("three"), behind("y", b), behind("four"), behind("one")])
      assert.deepStrictEqual(yield* waitingIn(a), ["one", "two", "three", "four"])
      assert.deepStrictEqual(yield* waitingIn(b), ["other", "x", "y"])
      assert.deepStrictEqual(yield* waitingIn(a, 2), ["one", "two"])
      assert.strictEqual((yield* store.get(a))?.waiting, 3)
      const [, two] = yield* (yield* Parking).waiting(a, 2)
      assert.deepStrictEqual(two, waits("two"))
    })
  )

  proves("only tasks of parked conversations are kept, and which those are is told", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      yield* store.park([failure("one")])
      assert.deepStrictEqual(yield* store.append([behind("two"), behind("x", b)]), new Set([a]))
      assert.deepStrictEqual(yield* store.append([behind("y", b)]), new Set())
      assert.deepStrictEqual(yield* store.append([]), new Set())
      assert.deepStrictEqual(yield* waitingIn(b), [])
    })
  )

  proves("beyond a thousand tasks are counted and not kept", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      yield* store.park([failure("one"), failure("other", b)])
      const many = Array.from({ length: waitingMax - 1 }, (_, i) => behind(`n${i}`))
      yield* store.append(many)
      yield* store.append([behind("last"), behind("x", b), behind("late"), behind("later")])
      yield* store.append([behind("latest"), behind("n5"), behind("y", b)])
      assert.deepInclude(yield* store.get(a), { waiting: waitingMax, dropped: 3 })
      assert.deepInclude(yield* store.get(b), { waiting: 2, dropped: 0 })
      assert.strictEqual((yield* waitingIn(a, 5_000)).at(-1), "last")
    })
  )
}

const releasing = (proves: Sentence<Parking>) => {
  proves(
    "a released conversation is told to the owner of its slice, as the admin wants it, until nothing of it waits",
    () =>
      Effect.gen(function* () {
        const store = yield* Parking
        const [ours = a, theirs = b] = [...conversationsOf(3, 1), ...conversationsOf(40, 1)]
        yield* store.park([failure("one", ours), failure("other", theirs), failure("third", c)])
        yield* store.append([behind("two", ours)])
        assert.deepStrictEqual(yield* store.released(wholeSlice, 10), [])
        assert.isTrue(yield* store.release(ours, "retry"))
        assert.isTrue(yield* store.release(theirs, "skip"))
        const expected: Released = { conversation: ours, sinceMs: 1_784_000_000_000, release: "retry", ...waits("one") }
        assert.deepStrictEqual(yield* store.released([3], 10), [expected])
        assert.strictEqual((yield* store.released(wholeSlice, 10)).length, 2)
        assert.strictEqual((yield* store.released(wholeSlice, 1)).length, 1)

        assert.isFalse(yield* store.clear(ours, source("one")))
        assert.deepStrictEqual(yield* store.released([3], 10), [{ ...expected, task: null }])
        assert.isTrue(yield* store.clear(ours, source("two")))
        assert.deepStrictEqual(yield* store.released([3], 10), [])
        assert.isNull(yield* store.get(ours))
        assert.isTrue(yield* store.clear(ours, source("two")))
      })
  )

  proves("clearing what never was, or what is not released, frees nothing", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      yield* store.park([failure("one")])
      assert.isFalse(yield* store.clear(a, source("never")))
      assert.isFalse(yield* store.clear(a, source("one")))
      assert.isTrue((yield* store.parked(wholeSlice)).has(a))
    })
  )

  proves("the last word of the admin counts, and nothing can be released that is not parked", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      assert.isFalse(yield* store.release(a, "retry"))
      yield* store.park([failure("one")])
      yield* store.release(a, "retry")
      yield* store.release(a, "skip")
      assert.strictEqual((yield* store.get(a))?.release, "skip")
    })
  )
}

const reading = (proves: Sentence<Parking>) => {
  proves("the owner of a slice is told which of its conversations are parked", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      const [ours = a, theirs = b] = [...conversationsOf(3, 1), ...conversationsOf(40, 1)]
      yield* store.park([failure("one", ours), failure("two", theirs)])
      assert.deepStrictEqual(yield* store.parked([3, 5]), new Set([ours]))
      assert.deepStrictEqual(yield* store.parked(wholeSlice), new Set([ours, theirs]))
      assert.deepStrictEqual(yield* store.parked([]), new Set())
    })
  )

  proves("a list goes page by page in the order of the conversations", () =>
    Effect.gen(function* () {
      const store = yield* Parking
      yield* store.park([c, a, b].map((id) => failure(`f-${nameOf(id)}`, id)))
      yield* store.append([behind("x", b)])
      const first = yield* store.list(null, 2)
      assert.deepStrictEqual(first, [
        {
          conversation: a,
          source: source("f-a"),
          error: "f-a broke",
          failedAtMs: 1_784_000_000_000,
          sinceMs: 1_784_000_000_000,
          waiting: 0,
          dropped: 0,
          release: null
        },
        { ...(first[1] ?? assert.fail()), conversation: b, waiting: 1 }
      ])
      assert.deepStrictEqual(
        (yield* store.list(b, 2)).map((each) => each.conversation),
        [c]
      )
    })
  )
}
