/** What every GameStore tells of the deadlines of running games. */
import { assert } from "@effect/vitest"
import { type ArmedTimer, GameStore, type TimerPage } from "@znatoki/ports/game-store"
import { wholeSlice } from "@znatoki/ports/slice"
import type { StoreError } from "@znatoki/ports/store-error"
import { Effect, type Layer } from "effect"
import { commitOf, conversation, conversationsOf, discussion, finished, idle, lobby } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

const a = conversation("a")
const b = conversation("b")
const c = conversation("c")
const lobbyTimer = "0/lobby" as const
const first = (limit: number) => ({ after: null, limit })

export const timersContract = <E>(name: string, empty: Layer.Layer<GameStore, E>): void => {
  contract("GameStore's timers", name, empty, (proves) => {
    due(proves)
    moving(proves)
    paging(proves)
    unmoved(proves)
  })
}

const due = (proves: Sentence<GameStore>) => {
  proves("deadlines come soonest first, only those before the given time", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([
        commitOf(a, 1, { state: lobby(3, 300) }),
        commitOf(b, 1, { state: discussion(1, { timer: "1/warning", atMs: 100 }) }),
        commitOf(c, 1, { state: lobby(1, 301) })
      ])
      assert.deepStrictEqual(yield* store.timersDue(wholeSlice, 301, first(10)), [
        { conversation: b, game: 1, timer: "1/warning", atMs: 100, updatedAtMs: 5_000 },
        { conversation: a, game: 3, timer: lobbyTimer, atMs: 300, updatedAtMs: 5_000 }
      ])
      assert.deepStrictEqual(
        (yield* store.timersDue(wholeSlice, 301, first(1))).map((timer) => timer.conversation),
        [b]
      )
    })
  )

  proves("deadlines of the same moment come in the order of the conversations", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([c, a, b].map((id) => commitOf(id, 1, { state: lobby(1, 50) })))
      const timers = yield* store.timersDue(wholeSlice, 51, first(10))
      assert.deepStrictEqual(
        timers.map((timer) => timer.conversation),
        [a, b, c]
      )
    })
  )
}

const moving = (proves: Sentence<GameStore>) => {
  proves("a deadline that moved is due at its new time only", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { state: lobby(1, 100) })])
      yield* store.commit([commitOf(a, 2, { state: lobby(1, 200) })])
      assert.deepStrictEqual(yield* store.timersDue(wholeSlice, 150, first(10)), [])
      assert.deepStrictEqual(
        (yield* store.timersDue(wholeSlice, 250, first(10))).map(({ atMs }) => atMs),
        [200]
      )
    })
  )

  proves("a game that is over has no deadline, nor has a conversation that never played", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { state: lobby(1, 100) }), commitOf(b, 1, { state: idle })])
      yield* store.commit([commitOf(a, 2, { state: finished(1) })])
      assert.deepStrictEqual(yield* store.timersDue(wholeSlice, 1_000_000, first(10)), [])
    })
  )

  proves("the deadline of a next game takes the place of the one before", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { state: lobby(1, 100) })])
      yield* store.commit([commitOf(a, 2, { state: lobby(2, 200) })])
      assert.deepStrictEqual(yield* store.timersDue(wholeSlice, 1_000, first(10)), [
        { conversation: a, game: 2, timer: lobbyTimer, atMs: 200, updatedAtMs: 5_000 }
      ])
    })
  )

  proves("only deadlines of the slice are told", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const [ours = a, theirs = b] = [...conversationsOf(3, 1), ...conversationsOf(40, 1)]
      yield* store.commit([commitOf(ours, 1), commitOf(theirs, 1)])
      const timers = yield* store.timersDue([1, 3, 63], 1_000_000, first(10))
      assert.deepStrictEqual(
        timers.map((timer) => timer.conversation),
        [ours]
      )
      assert.deepStrictEqual(yield* store.timersDue([], 1_000_000, first(10)), [])
    })
  )
}

/** Seven of each moment. */
const atMsOf = (i: number): number => 100 + Math.floor(i / 7)

/** Every page there is, of ten each. */
const allOf = Effect.fnUntraced(function* (
  read: (page: TimerPage) => Effect.Effect<ReadonlyArray<ArmedTimer>, StoreError>
) {
  const pages: Array<ReadonlyArray<ArmedTimer>> = []
  let after: ArmedTimer | null = null
  do {
    const page: ReadonlyArray<ArmedTimer> = yield* read({ after, limit: 10 })
    pages.push(page)
    after = page.at(-1) ?? null
  } while (after !== null)
  return pages
})

const paging = (proves: Sentence<GameStore>) => {
  proves("page by page every deadline comes once, also where a page ends among those of one moment", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const ids = Array.from({ length: 25 }, (_, i) => conversation(2_000_000_101 + i))
      yield* store.commit(ids.map((id, i) => commitOf(id, 1, { state: lobby(1, atMsOf(i)) })).toReversed())
      for (const pages of [
        yield* allOf((page) => store.timersDue(wholeSlice, 1_000, page)),
        yield* allOf((page) => store.timersUnmoved(wholeSlice, 1_000_000, page))
      ]) {
        assert.deepStrictEqual(
          pages.map((page) => page.length),
          [10, 10, 5, 0]
        )
        assert.deepStrictEqual(
          pages.flat().map((armed) => [armed.conversation, armed.atMs]),
          ids.map((id, i) => [id, atMsOf(i)])
        )
      }
    })
  )
}

const unmoved = (proves: Sentence<GameStore>) => {
  proves("games that moved at the given time or later are not among the unmoved", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([
        commitOf(a, 1, { state: lobby(1, 300), updatedAtMs: 1_784_000_000_999 }),
        commitOf(b, 1, { state: lobby(2, 200), updatedAtMs: 1_784_000_000_998 }),
        commitOf(c, 1, { state: lobby(3, 400), updatedAtMs: 7 })
      ])
      assert.deepStrictEqual(yield* store.timersUnmoved(wholeSlice, 1_784_000_000_999, first(10)), [
        { conversation: b, game: 2, timer: lobbyTimer, atMs: 200, updatedAtMs: 1_784_000_000_998 },
        { conversation: c, game: 3, timer: lobbyTimer, atMs: 400, updatedAtMs: 7 }
      ])
      yield* store.commit([commitOf(c, 2, { state: lobby(3, 400), updatedAtMs: 1_784_000_001_000 })])
      assert.deepStrictEqual(
        (yield* store.timersUnmoved(wholeSlice, 1_784_000_000_999, first(10))).map((armed) => armed.conversation),
        [b]
      )
    })
  )

  proves("finished games, idle conversations and other slices are not among the unmoved", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const [ours = a, theirs = b] = [...conversationsOf(0, 1), ...conversationsOf(63, 1)]
      yield* store.commit([commitOf(ours, 1), commitOf(theirs, 1), commitOf(c, 1, { state: idle })])
      assert.deepStrictEqual(
        (yield* store.timersUnmoved([0], 1_000_000, first(10))).map((armed) => armed.conversation),
        [ours]
      )
      yield* store.commit([commitOf(ours, 2, { state: finished(1) })])
      assert.deepStrictEqual(
        (yield* store.timersUnmoved(wholeSlice, 1_000_000, first(10))).map((armed) => armed.conversation),
        [theirs]
      )
    })
  )
}
