/** Counting is one transaction by one process at a time: whoever dies in it, or counts beside another, spoils no sum. */
import { assert, it } from "@effect/vitest"
import { type Finished, presets, QuestionId } from "@znatoki/engine"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { countGames, countIn } from "@znatoki/adapter-postgres/statistics/count-games"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { GameStore } from "@znatoki/ports/game-store"
import { Statistics } from "@znatoki/ports/statistics"
import { VariantProposals } from "@znatoki/ports/variant-proposals"
import { commitOf, conversation, player } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect } from "effect"
import { emptyStores } from "./empty-stores.ts"

const [anna, boris] = [player(1, "Анна"), player(2, "Борис")]

const over = (game: number): Finished => ({
  _tag: "Finished",
  game,
  settings: presets.classic,
  nextSettings: null,
  startedAtMs: 1,
  finishedAtMs: 1_000,
  players: [anna, boris],
  captain: anna.id,
  score: { team: 1, bot: 0 },
  results: [
    {
      question: QuestionId.make("1"),
      passed: [],
      answerer: anna.id,
      given: "да",
      right: true,
      decidedBy: "judge",
      appeal: "none",
      tookMs: 5
    }
  ],
  reason: "everything played"
})

const many = Array.from({ length: 60 }, (_, i) => conversation(i % 7))

/** Sixty games of seven conversations, one commit each. */
const played = Effect.gen(function* () {
  const store = yield* GameStore
  const versions = new Map<string, number>()
  for (const id of many) {
    const version = (versions.get(id) ?? 0) + 1
    versions.set(id, version)
    yield* store.commit([commitOf(id, version, { state: over(version) })])
  }
})

const annasGames = Effect.gen(function* () {
  const leaders = yield* (yield* Statistics).leaders({ conversation: null, season: null }, null, 9)
  return leaders.find(({ player: id }) => id === anna.id)?.games ?? 0
})

describePostgres("counting", (postgres) => {
  it.live("whoever dies before the commit has counted nothing, and what was taken waits again", () =>
    Effect.gen(function* () {
      yield* played
      const { sql } = yield* Database
      const dies = sql().begin(async (tx) => {
        assert.strictEqual(await countIn(tx, 50), 50)
        throw new Error("killed")
      })
      assert.strictEqual(yield* Effect.promise(() => dies.catch(String)), "Error: killed")
      assert.strictEqual(yield* annasGames, 0)
      while ((yield* Effect.promise(() => countGames(sql(), 7))) > 0) {}
      assert.strictEqual(yield* annasGames, 60)
    }).pipe(Effect.provide(emptyStores(postgres)))
  )

  it.live("many that count at once, while games end, count each game once", () =>
    Effect.gen(function* () {
      const statistics = yield* Statistics
      const counting = Effect.forEach(Array.from({ length: 40 }), () => statistics.count(3), { discard: true })
      yield* Effect.all([played, counting, counting, counting], { concurrency: "unbounded", discard: true })
      while ((yield* statistics.count(50)) > 0) {}
      assert.strictEqual(yield* annasGames, 60)
    }).pipe(Effect.provide(emptyStores(postgres)))
  )

  it.live("games of before there were statistics are counted too; what cannot be read holds up nobody", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const statistics = yield* Statistics
      yield* played
      yield* run(
        "as before",
        (sql) => sql`
          with forgotten as (delete from uncounted_games)
          update games set snapshot = '{"version":1,"broken":true}'::json where conversation = ${conversation(0)}`
      )
      yield* run(
        "what the migration does",
        (sql) => sql`
        insert into uncounted_games (conversation, game)
        select conversation, game from games where status = 'finished' order by conversation, game`
      )
      while ((yield* statistics.count(50)) > 0) {}
      assert.strictEqual(yield* annasGames, 60 - many.filter((id) => id === conversation(0)).length)
    }).pipe(Effect.provide(emptyStores(postgres)))
  )

  it.live(
    "what people ruled right against the judge is proposed to the editors, once however often it is counted",
    () =>
      Effect.gen(function* () {
        const [store, statistics, variants] = [yield* GameStore, yield* Statistics, yield* VariantProposals]
        const game = over(1)
        const [result] = game.results
        assert.isDefined(result)
        const results = [
          { ...result, given: "по судье" },
          { ...result, given: "апелляция", appeal: "accepted" as const, decidedBy: "admin" as const },
          { ...result, given: "стол", decidedBy: "table" as const },
          { ...result, given: "отклонено", right: false, appeal: "rejected" as const }
        ]
        yield* store.commit([commitOf(conversation(1), 1, { state: { ...game, results } })])
        yield* statistics.count(9)
        yield* store.commit([commitOf(conversation(1), 2, { state: { ...game, results, finishedAtMs: 2_000 } })])
        yield* statistics.count(9)
        assert.deepStrictEqual(
          (yield* variants.list("waiting", null, 9)).map(({ answer, game: where }) => [answer, where]),
          ["апелляция", "стол"].map((answer) => [answer, `${conversation(1)}-1`])
        )
      }).pipe(Effect.provide(emptyStores(postgres)))
  )
})
