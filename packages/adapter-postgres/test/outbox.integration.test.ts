/** What is stored in the outbox and makes no sense stops nobody. */
import { assert, it } from "@effect/vitest"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { wholeSlice } from "@znatoki/ports/slice"
import { commitOf, conversation, queued, say } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect } from "effect"
import { emptyStores } from "./empty-stores.ts"

const a = conversation("a")

describePostgres("the outbox", (postgres) => {
  it.live(
    "a message that cannot be read becomes a dead letter, and those before and after it wait on, on every page",
    () =>
      Effect.gen(function* () {
        const { run } = yield* Database
        const outbox = yield* Outbox
        const outgoing = queued(1, say("1"), say("2", "s"), say("3"))
        yield* (yield* GameStore).commit([commitOf(a, 1, { outgoing })])
        yield* run("plant", (sql) => sql`update outbox set message = '{"_tag":"Sing"}' where seq = 2`)
        const first = yield* outbox.pending(wholeSlice, null, 2)
        assert.deepStrictEqual([first.messages.map(({ seq }) => seq), first.next?.seq], [[1], 2])
        const second = yield* outbox.pending(wholeSlice, first.next, 2)
        assert.deepStrictEqual([second.messages.map(({ seq }) => seq), second.next], [[3], null])
        const [letter, ...others] = yield* (yield* DeadLetters).list(null, 10)
        assert.deepStrictEqual(others, [])
        assert.deepStrictEqual([letter?.seq, letter?.message], [2, { _tag: "Sing" }])
        assert.match(letter?.reason ?? "", /cannot be read/)
        assert.isAbove(letter?.deadAtMs ?? 0, 1_700_000_000_000)
        assert.isNull(yield* outbox.externalId(a, "s"))
      }).pipe(Effect.provide(emptyStores(postgres)))
  )

  it.live("what an earlier version left, without times, waits and is shown like the rest", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      yield* run(
        "plant",
        (sql) => sql`insert into outbox (conversation, seq, partition, message, dead_reason) values
          ('vk:1:a', 1, 0, ${JSON.stringify(say("1"))}::text::json, null), ('vk:1:a', 2, 0, '{}', 'no')`
      )
      const { messages } = yield* (yield* Outbox).pending(wholeSlice, null, 10)
      assert.deepStrictEqual(
        messages.map(({ seq }) => seq),
        [1]
      )
      assert.isAbove(messages[0]?.queuedAtMs ?? 0, 1_700_000_000_000)
      assert.deepStrictEqual(yield* (yield* DeadLetters).list(null, 10), [
        { conversation: a, seq: 2, message: {}, reason: "no", deadAtMs: 0 }
      ])
    }).pipe(Effect.provide(emptyStores(postgres)))
  )
})
