import { assert, layer } from "@effect/vitest"
import { Database } from "@znatoki/adapter-postgres/database/database"
import * as GameArchivePostgres from "@znatoki/adapter-postgres/games/game-archive"
import { listStatement } from "@znatoki/adapter-postgres/games/game-archive"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { GameArchive } from "@znatoki/ports/game-archive"
import { gameArchiveContract } from "@znatoki/test-contracts/contracts/game-archive.contract"
import { Effect, Layer, Schema } from "effect"
import { emptyStores } from "./empty-stores.ts"

const Plan = Schema.Struct({ "QUERY PLAN": Schema.String })

describePostgres("the archive of games", (postgres) => {
  const empty = () => GameArchivePostgres.layer.pipe(Layer.provideMerge(emptyStores(postgres)))

  gameArchiveContract("postgres", empty())

  layer(empty())("what is stored and cannot be read", (it) => {
    it.effect("is told as such, with the name of the game, and does not disturb the list", () =>
      Effect.gen(function* () {
        const { run } = yield* Database
        const archive = yield* GameArchive
        yield* run(
          "plant",
          (sql) =>
            sql`insert into games (conversation, game, status, phase, round, score_team, score_bot, version, updated_at_ms, snapshot)
              values ('vk:1:odd', 1, 'running', 'Lobby', 0, 0, 0, 1, 5, '{"v":99,"s":{}}')`
        )
        const error = yield* Effect.flip(archive.get("vk:1:odd-1"))
        assert.strictEqual(error._tag, "GameUnreadable")
        assert.include(JSON.stringify(error), "vk:1:odd-1")
        const [listed] = yield* archive.list({ status: "running", conversation: null }, null, 10)
        assert.strictEqual(listed?.id, "vk:1:odd-1")
      })
    )
  })

  layer(empty())("many games", (it) => {
    it.effect("the finished ones are read from their index, a page at a time", () =>
      Effect.gen(function* () {
        const { run, rows } = yield* Database
        const archive = yield* GameArchive
        yield* run(
          "plant",
          (sql) =>
            sql`insert into games (conversation, game, status, phase, round, score_team, score_bot, version, updated_at_ms,
                finished_at_ms, snapshot)
              select 'vk:1:many-' || n % 1000, n / 1000 + 1, 'finished', 'Finished', 7, 4, 3, 1, n, n, '{}'
              from generate_series(0, 19999) n`
        )
        yield* run("analyze", (sql) => sql`analyze games`)
        const page = yield* archive.list(
          { status: null, conversation: null },
          { updatedAtMs: 10_000, id: "vk:1:many-0-11" },
          3
        )
        assert.deepStrictEqual(
          page.map(({ updatedAtMs }) => updatedAtMs),
          [9_999, 9_998, 9_997]
        )
        const before = { updatedAtMs: 10_000, conversation: "vk:1:many-0", game: 11 }
        const plan = yield* rows(
          "explain",
          Plan,
          (sql) => sql`explain ${listStatement(sql, { status: null, conversation: null }, before, 3)}`
        )
        const text = plan.map((line) => line["QUERY PLAN"]).join("\n")
        assert.include(text, "games_finished")
        assert.notInclude(text, "Seq Scan")
      })
    )
  })
})
