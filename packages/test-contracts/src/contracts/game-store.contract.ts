/** What every GameStore does: commits with a fence, names what was applied before, and gives back what it was given. */
import { assert } from "@effect/vitest"
import type { CommitResult } from "@znatoki/ports/game-store"
import { GameStore } from "@znatoki/ports/game-store"
import { Effect, type Layer } from "effect"
import { commitOf, conversation, discussion, finished, idle, lobby, question, said, source } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

const committed: CommitResult = { _tag: "Committed" }
const moved: CommitResult = { _tag: "Moved" }
const a = conversation("a")
const b = conversation("b")
const c = conversation("c")

export const gameStoreContract = <E>(name: string, empty: Layer.Layer<GameStore, E>): void => {
  contract("GameStore", name, empty, (proves) => {
    loading(proves)
    fencing(proves)
    racing(proves)
    deduplicating(proves)
    refusingNonsense(proves)
    keepingText(proves)
  })
}

const loading = (proves: Sentence<GameStore>) => {
  proves("a conversation never seen is absent", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      assert.strictEqual((yield* store.load([a])).size, 0)
      assert.strictEqual((yield* store.load([])).size, 0)
    })
  )

  proves("what was committed is loaded, whatever the phase", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const deadline = { timer: "1/warning", atMs: 90_000 } as const
      const commits = [
        commitOf(a, 1, {
          state: discussion(1, deadline),
          lastOrder: 17,
          hearsAll: true,
          lastSeq: 4,
          updatedAtMs: 1_784_000_000_123
        }),
        commitOf(b, 1, { state: finished(1) }),
        commitOf(c, 1, { state: idle })
      ]
      assert.deepStrictEqual(yield* store.commit(commits), [committed, committed, committed])
      const loaded = yield* store.load([c, a, conversation("nobody"), b])
      assert.deepStrictEqual(loaded, new Map(commits.map(({ next }) => [next.conversation, next])))
    })
  )

  proves("the newest game of a conversation is loaded", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { state: idle })])
      yield* store.commit([commitOf(a, 2, { state: lobby(1) })])
      yield* store.commit([commitOf(a, 3, { state: finished(1) })])
      const next = commitOf(a, 4, { state: lobby(2), lastOrder: 9, hearsAll: true, lastSeq: 12 })
      assert.deepStrictEqual(yield* store.commit([next]), [committed])
      assert.deepStrictEqual((yield* store.load([a])).get(a), next.next)
    })
  )

  proves("an empty batch has no results", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      assert.deepStrictEqual(yield* store.commit([]), [])
    })
  )

  proves("a batch of 500 conversations is stored as a whole", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const ids = Array.from({ length: 500 }, (_, i) => conversation(2_000_000_001 + i))
      const batch = ids.map((id) => commitOf(id, 1))
      assert.deepStrictEqual(
        yield* store.commit(batch),
        batch.map(() => committed)
      )
      assert.deepStrictEqual(yield* store.load(ids), new Map(batch.map(({ next }) => [next.conversation, next])))
    })
  )
}

const fencing = (proves: Sentence<GameStore>) => {
  proves("a commit of a version that is not the next one is refused alone, and nothing of it is stored", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1), commitOf(b, 1), commitOf(c, 1)])
      const stale = commitOf(b, 1, { sources: ["stale"], state: lobby(1, 99) })
      const early = commitOf(c, 3, { sources: ["early"], state: lobby(1, 99) })
      assert.deepStrictEqual(yield* store.commit([commitOf(a, 2), stale, early]), [committed, moved, moved])
      const loaded = yield* store.load([a, b, c])
      assert.deepStrictEqual(
        [a, b, c].map((id) => loaded.get(id)?.version),
        [2, 1, 1]
      )
      assert.deepStrictEqual(loaded.get(b)?.state, lobby(1))
      assert.strictEqual((yield* store.applied([source("stale"), source("early")])).size, 0)
    })
  )

  proves("a conversation begins with version 1 and with no other", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      assert.deepStrictEqual(yield* store.commit([commitOf(a, 2), commitOf(b, 1)]), [moved, committed])
      assert.isFalse((yield* store.load([a])).has(a))
    })
  )
}

const racing = (proves: Sentence<GameStore>) => {
  proves("of 100 commits at once on one conversation exactly one wins each version", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      for (const version of [1, 2, 3]) {
        const results = yield* Effect.forEach(
          Array.from({ length: 100 }, (_, i) => `${version}/${i}`),
          (name) => store.commit([commitOf(a, version, { sources: [name], state: lobby(version) })]),
          { concurrency: "unbounded" }
        )
        const tags = results.flat().map((result) => result._tag)
        assert.strictEqual(tags.filter((tag) => tag === "Committed").length, 1)
        assert.strictEqual(tags.filter((tag) => tag === "Moved").length, 99)
      }
      assert.strictEqual((yield* store.load([a])).get(a)?.version, 3)
    })
  )

  proves("two workers that begin the next game at once: one begins it, the other is told that it moved", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      for (let game = 1; game <= 20; game++) {
        const version = 2 * game - 1
        const openings = [1, 2].map((worker) =>
          store.commit([
            commitOf(a, version, { state: lobby(game, worker), sources: [`${game} by ${worker}`] }),
            commitOf(conversation(`of ${worker}`), game, { state: lobby(1) })
          ])
        )
        const results = yield* Effect.all(openings, { concurrency: "unbounded" })
        assert.deepStrictEqual(results.map(([first]) => first?._tag).toSorted(), ["Committed", "Moved"])
        assert.deepStrictEqual(
          results.map(([, second]) => second),
          [committed, committed]
        )
        yield* store.commit([commitOf(a, version + 1, { state: finished(game) })])
      }
    })
  )

  proves("a late commit to a game that was followed by another is refused", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { state: finished(1) })])
      yield* store.commit([commitOf(a, 2, { state: lobby(2) })])
      assert.deepStrictEqual(yield* store.commit([commitOf(a, 2, { state: finished(1), sources: ["late"] })]), [moved])
      assert.deepStrictEqual((yield* store.load([a])).get(a)?.state, lobby(2))
    })
  )

  proves("batches that share conversations in opposite order all end", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const ids = Array.from({ length: 30 }, (_, i) => conversation(`shared ${i}`))
      for (const version of [1, 2, 3, 4, 5]) {
        const forth = ids.map((id) => commitOf(id, version, { sources: [`${id}/${version} forth`] }))
        const back = ids.toReversed().map((id) => commitOf(id, version, { sources: [`${id}/${version} back`] }))
        const results = yield* Effect.all([store.commit(forth), store.commit(back)], { concurrency: "unbounded" })
        const wins = results.flat().filter(({ _tag }) => _tag === "Committed")
        assert.strictEqual(wins.length, ids.length)
      }
    })
  )
}

const deduplicating = (proves: Sentence<GameStore>) => {
  proves("sources that were applied before are named, and nothing of the commit is stored", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { sources: ["x", "y"] }), commitOf(b, 1)])
      const repeated = commitOf(a, 2, { sources: ["new", "y", "x"], state: lobby(1, 77) })
      const results = yield* store.commit([repeated, commitOf(b, 2)])
      assert.deepStrictEqual(results, [{ _tag: "Duplicate", sources: [source("y"), source("x")] }, committed])
      assert.deepStrictEqual((yield* store.load([a])).get(a)?.version, 1)
      assert.strictEqual((yield* store.applied([source("new")])).size, 0)
      const rest = commitOf(a, 2, { sources: ["new"], state: lobby(1, 77) })
      assert.deepStrictEqual(yield* store.commit([rest]), [committed])
    })
  )

  proves("a stale commit of sources that were applied before is told that it moved", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const first = commitOf(a, 1, { sources: ["x"] })
      yield* store.commit([first])
      assert.deepStrictEqual(yield* store.commit([first]), [moved])
    })
  )

  proves("a source that another conversation applied is a duplicate, also when both come at once", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      for (let i = 1; i <= 20; i++) {
        const commits = ["left", "right"].map((side) =>
          store.commit([commitOf(conversation(`${side} ${i}`), 1, { sources: [`both ${i}`] })])
        )
        const results = (yield* Effect.all(commits, { concurrency: "unbounded" })).flat()
        assert.deepStrictEqual(results.map(({ _tag }) => _tag).toSorted(), ["Committed", "Duplicate"])
      }
    })
  )

  proves("events without a source are stored and never a duplicate", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const log = [
        { source: source("x"), event: said("один") },
        { source: null, event: said("два") },
        { source: null, event: said("три") }
      ]
      assert.deepStrictEqual(yield* store.commit([commitOf(a, 1, { log })]), [committed])
      const more = [{ source: null, event: said("два") }]
      assert.deepStrictEqual(yield* store.commit([commitOf(a, 2, { log: more })]), [committed])
    })
  )

  proves("applied names exactly the sources that were applied", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { sources: ["x", "y"] }), commitOf(b, 1, { sources: ["z"] })])
      const found = yield* store.applied(["z", "never", "x"].map(source))
      assert.deepStrictEqual(found, new Set([source("x"), source("z")]))
      assert.strictEqual((yield* store.applied([])).size, 0)
    })
  )
}

const isBroken = (batch: Parameters<GameStore["Service"]["commit"]>[0]) =>
  Effect.gen(function* () {
    const store = yield* GameStore
    const error = yield* Effect.flip(store.commit(batch))
    assert.strictEqual(error._tag, "StoreBroken")
  })

const refusingNonsense = (proves: Sentence<GameStore>) => {
  proves("a batch with a conversation twice is broken and stores nothing", () =>
    Effect.gen(function* () {
      yield* isBroken([commitOf(a, 1), commitOf(b, 1), commitOf(a, 2)])
      assert.strictEqual((yield* (yield* GameStore).load([a, b])).size, 0)
    })
  )

  proves("a batch with a source twice is broken and stores nothing", () =>
    Effect.gen(function* () {
      yield* isBroken([commitOf(a, 1, { sources: ["x"] }), commitOf(b, 1, { sources: ["x"] })])
      yield* isBroken([commitOf(a, 1, { sources: ["x", "x"] })])
      assert.strictEqual((yield* (yield* GameStore).load([a, b])).size, 0)
    })
  )

  for (const [what, odd] of [
    ["the character zero", "a\0"],
    ["half a surrogate pair", "\ud83d"]
  ] as const) {
    proves(`an id that holds ${what} is broken and stores nothing`, () =>
      Effect.gen(function* () {
        yield* isBroken([commitOf(a, 1), commitOf(conversation(odd), 1, { sources: ["x"] })])
        yield* isBroken([commitOf(a, 1, { sources: ["x", odd] })])
        assert.strictEqual((yield* (yield* GameStore).load([a])).size, 0)
      })
    )
  }

  proves("a game that follows a later game is broken and stores nothing", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { state: finished(1) })])
      yield* store.commit([commitOf(a, 2, { state: lobby(2) })])
      yield* isBroken([commitOf(b, 1), commitOf(a, 3, { state: lobby(1) })])
      assert.strictEqual((yield* store.load([a, b])).get(a)?.version, 2)
      assert.isFalse((yield* store.load([b])).has(b))
    })
  )
}

const keepingText = (proves: Sentence<GameStore>) => {
  const texts = {
    emoji: "Ответ 👩‍👩‍👧 🏳️‍🌈!",
    "quotes and backslashes": `"'"; drop table games; -- \\ \\u0041 \${x} {"a":1}`,
    "line breaks and tabs": "раз\r\nдва\tтри\u2028",
    "many scripts": "ёЁ «ёлочки» — 漢字 עברית नमस्ते a\u0301",
    "a zero character": "до\u0000после",
    "half a surrogate pair": "a\ud83dz",
    "100,000 characters": "ы".repeat(100_000)
  }
  for (const [what, text] of Object.entries(texts)) {
    proves(`text with ${what} comes back as it was`, () =>
      Effect.gen(function* () {
        const store = yield* GameStore
        const deadline = { timer: "1/discussion", atMs: 5 } as const
        const state = discussion(1, deadline, { ...question(1, text), accepted: [text] })
        const commit = commitOf(a, 1, { state, log: [{ source: source("x"), event: said(text) }] })
        assert.deepStrictEqual(yield* store.commit([commit]), [committed])
        assert.deepStrictEqual((yield* store.load([a])).get(a)?.state, state)
      })
    )
  }
}
