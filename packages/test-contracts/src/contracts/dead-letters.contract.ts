/** What every DeadLetters does: shows what was given up, with its reason. */
import { assert } from "@effect/vitest"
import { type DeadLetter, DeadLetters } from "@znatoki/ports/dead-letters"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { Effect, type Layer } from "effect"
import { commitOf, conversation, nameOf, queued, say } from "./sample-commits.ts"
import { contract } from "./suite.ts"

const a = conversation("a")
const b = conversation("b")

export const deadLettersContract = <E>(name: string, empty: Layer.Layer<DeadLetters | GameStore | Outbox, E>): void => {
  contract("DeadLetters", name, empty, (proves) => {
    proves("what waits and what was sent is no dead letter; what was given up is, with message, reason and time", () =>
      Effect.gen(function* () {
        const store = yield* GameStore
        const outbox = yield* Outbox
        const [first, second, third] = [say("раз"), say("два", "s"), say("три")]
        yield* store.commit([commitOf(a, 1, { outgoing: queued(1, first, second, third) })])
        yield* outbox.settle([
          { _tag: "Sent", conversation: a, seq: 1, externalId: null },
          { _tag: "Dead", conversation: a, seq: 2, reason: "слишком «грубо»", atMs: 1_784_000_000_123 }
        ])
        yield* outbox.settle([{ _tag: "Dead", conversation: a, seq: 2, reason: "again", atMs: 9 }])
        assert.deepStrictEqual(yield* (yield* DeadLetters).list(null, 10), [
          { conversation: a, seq: 2, message: second, reason: "слишком «грубо»", deadAtMs: 1_784_000_000_123 }
        ])
      })
    )

    proves("one that is sent again waits like any other, one that is let go is nowhere; neither happens twice", () =>
      Effect.gen(function* () {
        const [store, outbox, dead] = [yield* GameStore, yield* Outbox, yield* DeadLetters]
        const outgoing = queued(1, say("1"), say("2"), say("3"))
        yield* store.commit([a, b].map((id) => commitOf(id, 1, { outgoing })))
        yield* outbox.settle(
          [1, 2].map((seq) => ({ _tag: "Dead", conversation: a, seq, reason: "no", atMs: 5 }) as const)
        )
        const [first, second, third] = [1, 2, 3].map((seq) => ({ conversation: a, seq }))
        if (first === undefined || second === undefined || third === undefined) return
        assert.deepStrictEqual([yield* dead.revive(first), yield* dead.revive(first)], [true, false])
        assert.deepStrictEqual([yield* dead.forget(second), yield* dead.forget(second)], [true, false])
        assert.deepStrictEqual([yield* dead.revive(third), yield* dead.forget(third)], [false, false])
        assert.deepStrictEqual(yield* dead.list(null, 9), [])
        const waiting = (yield* outbox.pendingOf([a])).map(({ message, seq }) => ({ message, seq }))
        assert.deepStrictEqual(waiting, [
          { message: say("1"), seq: 1 },
          { message: say("3"), seq: 3 }
        ])
      })
    )

    proves("page by page, newest first, every dead letter is told once, also those of the same moment", () =>
      Effect.gen(function* () {
        const store = yield* GameStore
        const outbox = yield* Outbox
        const dead = yield* DeadLetters
        const outgoing = queued(1, say("1"), say("2"), say("3"))
        yield* store.commit([b, a].map((id) => commitOf(id, 1, { outgoing })))
        const times = [5, 9, 5]
        yield* outbox.settle(
          [b, a].flatMap((id) =>
            times.map((atMs, i) => ({ _tag: "Dead", conversation: id, seq: i + 1, reason: "no", atMs }) as const)
          )
        )
        const seen: Array<string> = []
        let page: ReadonlyArray<DeadLetter> = yield* dead.list(null, 2)
        while (page.length > 0) {
          seen.push(...page.map((letter) => `${nameOf(letter.conversation)}${letter.seq}`))
          page = yield* dead.list(page.at(-1) ?? null, 2)
        }
        assert.deepStrictEqual(seen, ["a2", "b2", "a1", "a3", "b1", "b3"])
      })
    )
  })
}
