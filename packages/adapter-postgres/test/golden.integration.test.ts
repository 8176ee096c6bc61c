/**
 * A database as the last version left it that knew of one community: a game over, one in the middle, one that cannot be read
 * with what waits behind it, messages that wait. It was played by that version, with people of the emulated VK.
 */
import { assert, it } from "@effect/vitest"
import { communityStores, everybodysStores } from "@znatoki/adapter-postgres/conversation-stores"
import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { migrate } from "@znatoki/adapter-postgres/database/migrate"
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { ConversationId } from "@znatoki/chat/chat-input"
import { replay } from "@znatoki/engine"
import { GameArchive } from "@znatoki/ports/game-archive"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { Parking } from "@znatoki/ports/parking"
import { wholeSlice } from "@znatoki/ports/slice"
import { commitOf } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect, Redacted } from "effect"
import { readdirSync, readFileSync } from "node:fs"
import { beforeAll } from "vitest"

const rows = readFileSync(new URL("golden/one-community.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")

const community = "vk:77"
const conversation = (n: number) => ConversationId.make(`${community}:200000000${n}`)
const [over, running, unreadable, greeted] = [conversation(1), conversation(2), conversation(3), conversation(4)]

/** The tables as that version had them, with what it left in them. */
const restore = async (sql: Sql): Promise<void> => {
  const folder = new URL("../migrations/", import.meta.url)
  const files = readdirSync(folder).filter((file) => file < "0010")
  await sql.begin(async (tx) => {
    for (const file of files.toSorted()) await tx.unsafe(readFileSync(new URL(file, folder), "utf8"))
    await tx`create table migrations (
      name text primary key, breaking boolean not null, applied_at timestamptz not null default now())`
    const names = [...files.map((file) => file.replace(".sql", "")), "0002_own_questions", "0009_own_questions_2"]
    await tx`insert into migrations (name, breaking) select name, false from unnest(${names}::text[]) as n(name)`
    for (const line of rows) {
      const { row, table } = JSON.parse(line) as { readonly table: string; readonly row: unknown }
      await tx`
        insert into ${tx(table)} overriding system value
        select (json_populate_record(null::${tx(table)}, ${JSON.stringify(row)}::text::json)).*`
    }
  })
}

const start = Effect.flatMap(Database, ({ sql }) => Effect.promise(() => migrate(sql())))
const aDayPasses = Effect.flatMap(Database, ({ sql }) =>
  Effect.promise(() => sql()`update migrations set applied_at = now() - interval '25 hours'`)
)

/** What a bot finds when it starts. */
const found = Effect.gen(function* () {
  const [store, outbox, parking] = [yield* GameStore, yield* Outbox, yield* Parking]
  const games = yield* store.load([over, running, greeted])
  const due = yield* store.timersDue(wholeSlice, 1e15, { after: null, limit: 9 })
  const { messages } = yield* outbox.pending(wholeSlice, null, 9)
  const parked = yield* parking.get(unreadable)
  return {
    games: [...games.values()].map(({ conversation, state, version }) => [conversation, state._tag, version]),
    due: due.map(({ conversation, timer }) => [conversation, timer]),
    messages: messages.map(({ conversation, seq }) => [conversation, seq]),
    lobby: yield* outbox.externalId(running, "1/lobby"),
    parked: [parked?.conversation, JSON.parse(parked?.task ?? "null")?.incoming.conversation, parked?.waiting]
  }
})

const expected: unknown = {
  games: [
    [over, "Finished", 7],
    [running, "Answer", 13],
    [greeted, "Idle", 1]
  ],
  due: [
    [unreadable, "1/discussion"],
    [running, "2/answer"]
  ],
  messages: [
    [running, 13],
    [greeted, 1]
  ],
  lobby: "5",
  parked: [unreadable, unreadable, 1]
}

describePostgres(
  "a database of the version that knew of one community",
  (postgres) => {
    beforeAll(async () => {
      const sql = poolOf(Redacted.make(postgres.url()), 1)
      await restore(sql).finally(() => sql.end({ timeout: 5 }))
    })
    const database = Effect.suspend(() =>
      Effect.succeed(DatabasePostgres.layer({ url: Redacted.make(postgres.url()) }))
    )

    it.live(
      "is found by whole ids, before they are stored so and after; its logs still lead to its games, and they go on",
      () =>
        Effect.gen(function* () {
          const look = Effect.gen(function* () {
            assert.deepStrictEqual(yield* Effect.provide(found, yield* communityStores(community)), expected)
          })
          assert.notInclude(yield* start, "0011_whole_ids")
          yield* look
          yield* aDayPasses
          assert.include(yield* start, "0011_whole_ids")
          yield* look
          yield* Effect.gen(function* () {
            const [archive, store] = [yield* GameArchive, yield* GameStore]
            for (const id of [over, running]) {
              const game = yield* archive.get(`${id}-1`)
              const log = yield* archive.events(`${id}-1`, 0, 99)
              if (game === null || log === null) return assert.fail(`${id} has no game`)
              const before = { _tag: "Idle" as const, game: 0, settings: game.state.settings }
              const { state } = replay(
                before,
                log.map(({ event }) => event)
              )
              // A setting that is newer than a log is off in it, and on in what the next game begins with.
              const { clock } = game.state.settings
              assert.deepStrictEqual({ ...state, settings: { ...state.settings, clock } }, game.state)
              const sources = log.flatMap(({ source }) => source ?? [])
              assert.deepStrictEqual(yield* store.applied(sources), new Set(sources))
            }
            const next = commitOf(running, 14)
            assert.deepStrictEqual(yield* store.commit([next]), [{ _tag: "Committed" }])
          }).pipe(Effect.provide(yield* everybodysStores))
        }).pipe(Effect.scoped, (test) => Effect.flatMap(database, (layer) => Effect.provide(test, layer)))
    )
  },
  { bare: true }
)
