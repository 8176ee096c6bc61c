/** What every Outbox does: keeps what was decided on until it is settled, and remembers what a slot became. */
import { assert } from "@effect/vitest"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox, type OutboxPage, type OutboxPlace, type Settled } from "@znatoki/ports/outbox"
import { wholeSlice } from "@znatoki/ports/slice"
import { Effect, type Layer } from "effect"
import { amend, commitOf, conversation, conversationsOf, nameOf, queued, say } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

const a = conversation("a")
const b = conversation("b")

const sent = (seq: number, externalId: string | null, id = a): Settled => ({
  _tag: "Sent",
  conversation: id,
  seq,
  externalId
})
const dead = (seq: number, reason = "refused", id = a): Settled => ({
  _tag: "Dead",
  conversation: id,
  seq,
  reason,
  atMs: 7_000
})

const pendingSeqs = Effect.gen(function* () {
  const { messages } = yield* (yield* Outbox).pending(wholeSlice, null, 100)
  return messages.map(({ conversation, seq }) => `${nameOf(conversation)}${seq}`)
})

export const outboxContract = <E>(name: string, empty: Layer.Layer<GameStore | Outbox, E>): void => {
  contract("Outbox", name, empty, (proves) => {
    pending(proves)
    settling(proves)
    slots(proves)
  })
}

const pending = (proves: Sentence<GameStore | Outbox>) => {
  proves("committed messages wait in the order of conversation and seq, as they were given", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      const ours = queued(1, say("раз", "1/lobby"), amend("два \u0000 🎲", "1/lobby"))
      const theirs = queued(1, say("три"))
      yield* store.commit([commitOf(b, 1, { outgoing: theirs }), commitOf(a, 1, { outgoing: ours })])
      const more = queued(3, say("четыре"))
      yield* store.commit([commitOf(a, 2, { outgoing: more, updatedAtMs: 9_000 })])
      assert.deepStrictEqual(yield* outbox.pending(wholeSlice, null, 10), {
        messages: [
          ...ours.map((each) => ({ conversation: a, ...each, queuedAtMs: 5_000 })),
          ...more.map((each) => ({ conversation: a, ...each, queuedAtMs: 9_000 })),
          ...theirs.map((each) => ({ conversation: b, ...each, queuedAtMs: 5_000 }))
        ],
        next: null
      })
    })
  )

  proves("page by page every message is told once, also when some are settled in between", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      const five = queued(1, say("1"), say("2"), say("3"), say("4"), say("5"))
      yield* store.commit([b, a].map((id) => commitOf(id, 1, { outgoing: five })))
      const seen: Array<string> = []
      let after: OutboxPlace | null = null
      do {
        const page: OutboxPage = yield* outbox.pending(wholeSlice, after, 3)
        seen.push(...page.messages.map(({ conversation, seq }) => `${nameOf(conversation)}${seq}`))
        yield* outbox.settle(page.messages.slice(1).map(({ conversation, seq }) => sent(seq, null, conversation)))
        after = page.next
      } while (after !== null)
      assert.deepStrictEqual(seen, ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4", "b5"])
    })
  )

  proves("what waits in some conversations is told without the others", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      const ours = queued(1, say("раз"), say("два"))
      const theirs = queued(1, say("три"))
      yield* store.commit([commitOf(b, 1, { outgoing: theirs }), commitOf(a, 1, { outgoing: ours })])
      yield* outbox.settle([sent(1, "1")])
      assert.deepStrictEqual(
        (yield* outbox.pendingOf([a])).map(({ message, seq }) => ({ seq, message })),
        ours.slice(1)
      )
      assert.deepStrictEqual(
        (yield* outbox.pendingOf([b, a, conversation("c")])).map(({ conversation }) => conversation),
        [a, b]
      )
      assert.deepStrictEqual(yield* outbox.pendingOf([]), [])
    })
  )

  proves("seq 10 comes after seq 9", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { outgoing: queued(9, say("девять"), say("десять")) })])
      assert.deepStrictEqual(yield* pendingSeqs, ["a9", "a10"])
    })
  )

  proves("messages of a refused commit do not wait", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1)])
      yield* store.commit([
        commitOf(a, 1, { sources: ["stale"], outgoing: queued(1, say("устарело")) }),
        commitOf(b, 1, { outgoing: queued(1, say("пора")) })
      ])
      assert.deepStrictEqual(yield* pendingSeqs, ["b1"])
    })
  )

  proves("only messages of the slice wait for its owner", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      const [ours = a, theirs = b] = [...conversationsOf(3, 1), ...conversationsOf(40, 1)]
      yield* store.commit([ours, theirs].map((id) => commitOf(id, 1, { outgoing: queued(1, say("да")) })))
      assert.deepStrictEqual(
        (yield* outbox.pending([3, 7], null, 10)).messages.map((message) => message.conversation),
        [ours]
      )
    })
  )
}

const settling = (proves: Sentence<GameStore | Outbox>) => {
  proves("a settled message waits no longer, sent or dead, whatever its place", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      const outgoing = queued(1, say("раз"), say("два"), say("три"), say("четыре"))
      yield* store.commit([commitOf(a, 1, { outgoing }), commitOf(b, 1, { outgoing })])
      yield* outbox.settle([sent(3, "300"), dead(1), sent(2, null, b)])
      assert.deepStrictEqual(yield* pendingSeqs, ["a2", "a4", "b1", "b3", "b4"])
    })
  )

  proves("settling twice, settling nothing and settling what never was do no harm", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      yield* store.commit([commitOf(a, 1, { outgoing: queued(1, say("раз", "s"), say("два")) })])
      yield* outbox.settle([])
      yield* outbox.settle([sent(1, "100"), sent(99, "x"), sent(1, "x", conversation("nobody"))])
      yield* outbox.settle([dead(1), sent(1, "other")])
      assert.deepStrictEqual(yield* pendingSeqs, ["a2"])
      assert.strictEqual(yield* outbox.externalId(a, "s"), "100")
    })
  )

  proves("a reason may hold any characters", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      yield* store.commit([commitOf(a, 1, { outgoing: queued(1, say("раз"), say("два", "s")) })])
      yield* outbox.settle([dead(1, "\u0000 'нет' \ud83d"), sent(2, "1\u00002")])
      assert.deepStrictEqual(yield* pendingSeqs, [])
    })
  )
}

const slots = (proves: Sentence<GameStore | Outbox>) => {
  proves("a slot has the name of the message that was last said under it", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      yield* store.commit([commitOf(a, 1, { outgoing: queued(1, say("раз", "s"), say("два"), say("три", "s")) })])
      yield* outbox.settle([sent(1, "100"), sent(2, "200")])
      assert.strictEqual(yield* outbox.externalId(a, "s"), "100")
      yield* outbox.settle([sent(3, "300")])
      assert.strictEqual(yield* outbox.externalId(a, "s"), "300")
      assert.isNull(yield* outbox.externalId(b, "s"))
      assert.isNull(yield* outbox.externalId(a, "other"))
    })
  )

  proves("messages settled in another order than they were said: the last said counts", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      const outgoing = queued(1, say("раз", "s"), say("два", "s"), say("три", "t"), say("четыре", "t"))
      yield* store.commit([commitOf(a, 1, { outgoing })])
      yield* outbox.settle([sent(2, "200"), sent(4, "400"), sent(3, "300")])
      yield* outbox.settle([sent(1, "100")])
      assert.strictEqual(yield* outbox.externalId(a, "s"), "200")
      assert.strictEqual(yield* outbox.externalId(a, "t"), "400")
    })
  )

  proves("an amendment does not become what was said", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      yield* store.commit([commitOf(a, 1, { outgoing: queued(1, say("раз", "s"), amend("два", "s")) })])
      yield* outbox.settle([sent(1, "100"), sent(2, null)])
      assert.strictEqual(yield* outbox.externalId(a, "s"), "100")
    })
  )

  proves("an amendment that had to be said anew is what is amended from then on", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      const outgoing = queued(1, say("раз", "s"), amend("два", "s"), amend("три", "s"), amend("четыре", "s"))
      yield* store.commit([commitOf(a, 1, { outgoing })])
      yield* outbox.settle([sent(1, "100"), sent(2, "200"), sent(3, null), dead(4)])
      assert.strictEqual(yield* outbox.externalId(a, "s"), "200")
    })
  )

  proves("a slot whose last message never arrived has no name", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const outbox = yield* Outbox
      yield* store.commit([commitOf(a, 1, { outgoing: queued(1, say("раз", "s"), say("два", "s"), say("три", "t")) })])
      yield* outbox.settle([sent(1, "100"), dead(2), sent(3, null)])
      assert.isNull(yield* outbox.externalId(a, "s"))
      assert.isNull(yield* outbox.externalId(a, "t"))
    })
  )
}
