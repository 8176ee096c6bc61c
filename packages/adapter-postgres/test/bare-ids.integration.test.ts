/** On a database whose ids are bare the stores keep their contracts, and write what the version before writes. */
import { assert, layer } from "@effect/vitest"
import { Database } from "@znatoki/adapter-postgres/database/database"
import * as GameStorePostgres from "@znatoki/adapter-postgres/games/game-store"
import { describePostgres, type TestDatabase } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { type Commit, GameStore } from "@znatoki/ports/game-store"
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { Outbox } from "@znatoki/ports/outbox"
import { Parking } from "@znatoki/ports/parking"
import { wholeSlice } from "@znatoki/ports/slice"
import { conversationsContract } from "@znatoki/test-contracts/contracts/conversations.contract"
import { deadLettersContract } from "@znatoki/test-contracts/contracts/dead-letters.contract"
import { gameArchiveContract } from "@znatoki/test-contracts/contracts/game-archive.contract"
import { gameStoreContract } from "@znatoki/test-contracts/contracts/game-store.contract"
import { outboxContract } from "@znatoki/test-contracts/contracts/outbox.contract"
import { parkingContract } from "@znatoki/test-contracts/contracts/parking.contract"
import { questionBankContract } from "@znatoki/test-contracts/contracts/question-bank.contract"
import { commitOf, discussion, queued, say } from "@znatoki/test-contracts/contracts/sample-commits"
import { timersContract } from "@znatoki/test-contracts/contracts/timers.contract"
import { Effect, Schema } from "effect"
import { allStores, bareStores, beforeLift, lift } from "./bare-stores.ts"

const bare = ConversationId.make("2000000001")
const whole = ConversationId.make("vk:1:2000000001")

/** A turn of a game that runs, with what it says and asks. */
const turn = (id: ConversationId, version: number): Commit => {
  const sources = [`timer:${id}/1/${version}`, `vk:${id}/${version}`, `vk:e${version}`]
  const log = sources.map((source) => ({ source: SourceId.make(source), event: { _tag: "InfoRequested" as const } }))
  return commitOf(id, version, {
    state: discussion(1, { timer: "1/discussion", atMs: 90_000 }),
    log: log.map(({ source }) => ({ source, event: commitOf(id, version).log[0]?.event ?? assert.fail() })),
    outgoing: queued(2 * version, say("раз", "slot"), say("два")),
    lastSeq: 2 * version + 1
  })
}

const failure = (id: ConversationId) => ({
  conversation: id,
  source: SourceId.make("vk:e9"),
  task: JSON.stringify({ _tag: "Chat", incoming: { conversation: id, input: { text: `"conversation":"${bare}"` } } }),
  error: "no",
  met: null,
  atMs: 7,
  sinceMs: 7
})

/** All a bot does to the stores, by the ids it is given. */
const work = Effect.fnUntraced(function* (id: ConversationId) {
  const [store, outbox, parking] = [yield* GameStore, yield* Outbox, yield* Parking]
  yield* store.commit([turn(id, 1)])
  yield* store.commit([turn(id, 2)])
  yield* outbox.settle([
    { _tag: "Sent", conversation: id, seq: 2, externalId: "17" },
    { _tag: "Dead", conversation: id, seq: 3, reason: "no", atMs: 5 }
  ])
  yield* parking.park([failure(id)])
  yield* parking.append([{ ...failure(id), source: SourceId.make("vk:e10") }])
  yield* parking.release(id, "retry")
})

const tables = ["conversations", "games", "game_events", "outbox", "said_slots", "parked", "parked_tasks"]
const Dump = Schema.Struct({ rows: Schema.NullOr(Schema.String) })

const dumped = Effect.gen(function* () {
  const { rows } = yield* Database
  const found: Array<string> = []
  for (const table of [...tables, "applied_sources"]) {
    const [dump] = yield* rows(
      "dump",
      Dump,
      (sql) =>
        sql`select string_agg((to_jsonb(t) - 'position')::text, E'\n' order by t::text) as rows from ${sql(table)} t`
    )
    found.push(`${table}\n${dump?.rows ?? ""}`)
  }
  return found.join("\n\n")
})

const written = (stores: ReturnType<typeof allStores>, id: ConversationId) =>
  Effect.andThen(Effect.andThen(beforeLift, work(id)), dumped).pipe(Effect.provide(stores), Effect.scoped)

describePostgres("the stores where ids are bare", (postgres) => {
  gameStoreContract("postgres with bare ids", bareStores(postgres))
  timersContract("postgres with bare ids", bareStores(postgres))
  outboxContract("postgres with bare ids", bareStores(postgres))
  deadLettersContract("postgres with bare ids", bareStores(postgres))
  questionBankContract("postgres with bare ids", (questions) => bareStores(postgres, questions))
  parkingContract("postgres with bare ids", bareStores(postgres))
  gameArchiveContract("postgres with bare ids", bareStores(postgres))
  conversationsContract("postgres with bare ids", bareStores(postgres))

  layer(bareStores(postgres))("beside the version before", (it) => {
    it.effect("what is stored is what that one stores, to the letter", () =>
      Effect.gen(function* () {
        const before = yield* written(allStores(postgres), bare)
        const now = yield* written(bareStores(postgres), whole)
        assert.include(before, bare)
        assert.strictEqual(now, before)
      })
    )
  })

  layer(bareStores(postgres))("while the version before runs beside", (it) => {
    it.effect("of both one moves a game, and either knows what the other applied", () =>
      Effect.gen(function* () {
        const now = yield* GameStore
        const before = yield* GameStore.pipe(Effect.provide(GameStorePostgres.layer))
        assert.deepStrictEqual(yield* before.commit([turn(bare, 1)]), [{ _tag: "Committed" }])
        assert.deepStrictEqual(yield* now.commit([turn(whole, 1)]), [{ _tag: "Moved" }])
        assert.strictEqual((yield* now.load([whole])).get(whole)?.version, 1)
        const again = { ...turn(whole, 2), log: turn(whole, 1).log }
        const sources = again.log.flatMap(({ source }) => source ?? [])
        assert.deepStrictEqual(yield* now.commit([again]), [{ _tag: "Duplicate", sources }])
        assert.deepStrictEqual(yield* now.applied(sources), new Set(sources))
        assert.deepStrictEqual(yield* now.commit([turn(whole, 2)]), [{ _tag: "Committed" }])
        assert.deepStrictEqual(yield* before.commit([turn(bare, 2)]), [{ _tag: "Moved" }])
        const repeated = yield* before.commit([{ ...turn(bare, 3), log: turn(bare, 2).log }])
        assert.deepStrictEqual(
          repeated.map(({ _tag }) => _tag),
          ["Duplicate"]
        )
      })
    )
  })

  lifting(postgres)
})

const lifting = (postgres: TestDatabase) => {
  layer(bareStores(postgres))("when the ids become whole", (it) => {
    it.effect("all that was stored is found by them, and tasks that wait name them", () =>
      Effect.gen(function* () {
        const [store, outbox, parking] = [yield* GameStore, yield* Outbox, yield* Parking]
        yield* work(whole)
        const seen = Effect.all([
          store.load([whole]),
          store.timersDue(wholeSlice, 1e15, { after: null, limit: 9 }),
          outbox.pending(wholeSlice, null, 9),
          outbox.externalId(whole, "slot"),
          (yield* DeadLetters).list(null, 9),
          parking.get(whole),
          parking.waiting(whole, 9)
        ])
        const before = yield* seen
        yield* lift
        // This process still has the ids of before.
        assert.deepStrictEqual(yield* store.commit([turn(whole, 3)]), [{ _tag: "Moved" }])
        assert.deepStrictEqual(yield* seen, before)
        assert.deepStrictEqual(yield* store.commit([turn(whole, 3)]), [{ _tag: "Committed" }])
        assert.notInclude(yield* dumped, `"${bare}"`)
      })
    )
  })

  layer(bareStores(postgres))("when the ids become whole while nobody plays", (it) => {
    it.effect("a look at what is due is enough to see it", () =>
      Effect.gen(function* () {
        const [store, outbox] = [yield* GameStore, yield* Outbox]
        yield* work(whole)
        yield* lift
        const [due] = yield* store.timersDue(wholeSlice, 1e15, { after: null, limit: 1 })
        assert.strictEqual(due?.conversation, whole)
        assert.deepStrictEqual(yield* store.timersDue(wholeSlice, 1e15, { after: due ?? null, limit: 1 }), [])
        assert.strictEqual(yield* outbox.externalId(whole, "slot"), "17")
      })
    )
  })

  layer(allStores(postgres))("when the ids are whole", (it) => {
    it.effect("a process of the version before is refused", () =>
      Effect.gen(function* () {
        const store = yield* GameStore
        yield* lift
        const error = yield* Effect.flip(store.commit([turn(bare, 1)]))
        assert.include(error.message, "conversations_whole_id")
        const parking = yield* Parking
        assert.include((yield* Effect.flip(parking.park([failure(bare)]))).message, "parked_whole_id")
      })
    )
  })
}
