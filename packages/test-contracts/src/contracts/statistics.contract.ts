/** What every Statistics does: each game that is over counts once, as it stands, and the sums are what the logs tell. */
import { assert } from "@effect/vitest"
import { type Finished, type GameState, type PlayerId, presets, QuestionId, type RoundResult } from "@znatoki/engine"
import { anyGame } from "@znatoki/engine/testing"
import { dayNumberOf } from "@znatoki/chat/calendar-day"
import { ConversationId } from "@znatoki/chat/chat-input"
import type { Inquiry, Told } from "@znatoki/chat/statistics"
import { GameStore } from "@znatoki/ports/game-store"
import { type Ahead, Statistics } from "@znatoki/ports/statistics"
import { Effect, type Layer } from "effect"
import fc from "fast-check"
import { committing, inTheLogs } from "./played-logs.ts"
import { commitOf, conversation, discussion, player } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

const here = conversation("a")
const there = conversation("b")
const anna = player(1, "Анна")
const boris = player(2, "Борис «\u0000'{,}\"\\»")
const vera = player(3, "Вера")

const round = (answerer: PlayerId, right: boolean, parts: Partial<RoundResult> = {}): RoundResult => ({
  question: QuestionId.make("1"),
  passed: [],
  answerer,
  given: "ответ",
  right,
  decidedBy: "judge",
  appeal: "none",
  tookMs: 7_000,
  ...parts
})

/** The 28th of November 2026, in autumn. */
const inAutumn = 1_795_860_000_000
const inWinter = inAutumn + 7 * 86_400_000
const autumn = 2026 * 4 + 3
const winter = 2027 * 4

const over = (game: number, results: ReadonlyArray<RoundResult>, parts: Partial<Finished> = {}): Finished => ({
  _tag: "Finished",
  game,
  settings: presets.classic,
  nextSettings: null,
  startedAtMs: inAutumn - 600_000,
  finishedAtMs: inAutumn,
  players: [anna, boris],
  captain: anna.id,
  score: { team: results.filter(({ right }) => right).length, bot: results.filter(({ right }) => !right).length },
  results,
  reason: "everything played",
  ...parts
})

const won = [round(anna.id, true), round(boris.id, true, { tookMs: 2_000 }), round(anna.id, false)]
const lost = [round(anna.id, true), round(boris.id, false), round(anna.id, false)]

const store = Effect.fnUntraced(function* (id: ConversationId, states: ReadonlyArray<GameState>) {
  const games = yield* GameStore
  const version = (yield* games.load([id])).get(id)?.version ?? 0
  for (const [i, state] of states.entries()) yield* games.commit([commitOf(id, version + 1 + i, { state })])
})

const countAll = Effect.gen(function* () {
  const statistics = yield* Statistics
  while ((yield* statistics.count(2)) > 0) {}
})

const ask = <Tag extends Inquiry["_tag"]>(id: ConversationId, inquiry: Extract<Inquiry, { _tag: Tag }>) =>
  Effect.gen(function* () {
    const [told] = yield* (yield* Statistics).tell([{ conversation: id, inquiry }])
    assert.strictEqual(told?._tag, inquiry._tag)
    return told as Extract<Told, { _tag: Tag }>
  })

const rating = (id: ConversationId, season = autumn) => ask(id, { _tag: "Rating", season })
const deedsOf = (id: ConversationId, by: PlayerId, season = autumn) => ask(id, { _tag: "Player", player: by, season })

type Stores = Statistics | GameStore

export const statisticsContract = <E>(name: string, empty: Layer.Layer<Stores, E>): void => {
  contract("Statistics", name, empty, (proves) => {
    counting(proves)
    telling(proves)
    everybodys(proves)
    byDays(proves)
    byCommunities(proves)
    asLogged(proves)
  })
}

const counting = (proves: Sentence<Stores>) => {
  proves("a game that runs counts for nothing, one that is over once, however often it is counted", () =>
    Effect.gen(function* () {
      const statistics = yield* Statistics
      yield* store(here, [discussion(1, { timer: "1/discussion", atMs: 9 })])
      yield* countAll
      assert.deepStrictEqual((yield* rating(here)).ofAllTime, [])
      yield* store(here, [over(1, won)])
      yield* countAll
      yield* countAll
      assert.strictEqual(yield* statistics.count(9), 0)
      const told = yield* rating(here)
      assert.deepStrictEqual(told.team, { games: 1, wins: 1 })
      const own = { games: 1, wins: 1, rightMs: 2_000, right: 1, answered: 1, best: 1 }
      assert.deepStrictEqual(told.ofSeason, [
        { player: boris.id, name: boris.name.replace("\u0000", told.ofSeason[0]?.name.at(7) ?? ""), ...own },
        { player: anna.id, name: "Анна", ...own, rightMs: 7_000, answered: 2, best: 0 }
      ])
    })
  )

  proves("a ruling after the end counts the game anew, in place of what it counted for", () =>
    Effect.gen(function* () {
      const statistics = yield* Statistics
      yield* store(here, [over(1, lost)])
      yield* countAll
      const ruled = lost.with(2, round(anna.id, true, { decidedBy: "admin", appeal: "accepted" }))
      yield* store(here, [over(1, ruled)])
      yield* countAll
      const told = yield* rating(here)
      assert.deepStrictEqual(told.team, { games: 1, wins: 1 })
      assert.strictEqual(told.streak, 1)
      assert.deepStrictEqual(
        told.ofAllTime.map(({ answered, best, right, wins }) => [answered, right, wins, best]),
        [
          [2, 2, 1, 1],
          [1, 0, 1, 0]
        ]
      )
      assert.deepStrictEqual(yield* statistics.questions([QuestionId.make("1"), QuestionId.make("2")]), [
        { question: QuestionId.make("1"), asked: 3, right: 2, disputed: 0, appeals: 1, overturned: 1 },
        { question: QuestionId.make("2"), asked: 0, right: 0, disputed: 0, appeals: 0, overturned: 0 }
      ])
    })
  )

  proves(
    "of a game that was broken off the answers count, and neither the game nor who won; of one without a round nothing",
    () =>
      Effect.gen(function* () {
        yield* store(here, [over(1, won, { reason: "stopped", left: [vera] }), over(2, [], { reason: "stopped" })])
        yield* countAll
        const told = yield* rating(here)
        assert.deepStrictEqual(told.team, { games: 0, wins: 0 })
        assert.deepStrictEqual(
          told.ofAllTime.map(({ games, right, wins }) => [games, wins, right]),
          [
            [0, 0, 1],
            [0, 0, 1]
          ]
        )
        assert.lengthOf((yield* ask(here, { _tag: "History" })).games, 1)
        assert.deepStrictEqual((yield* deedsOf(here, vera.id)).ofAllTime?.answered, 0)
      })
  )

  proves("of a blitz every question counts; a vote makes the last one disputed", () =>
    Effect.gen(function* () {
      const ids = ["7", "8", "9"].map((id) => QuestionId.make(id))
      const [first, second, last] = ids as [QuestionId, QuestionId, QuestionId]
      const blitz = round(anna.id, false, { question: last, passed: [first, second], decidedBy: "table" })
      yield* store(here, [over(1, [blitz])])
      yield* countAll
      const none = { appeals: 0, overturned: 0 }
      assert.deepStrictEqual(yield* (yield* Statistics).questions(ids), [
        { question: first, asked: 1, right: 1, disputed: 0, ...none },
        { question: second, asked: 1, right: 1, disputed: 0, ...none },
        { question: last, asked: 1, right: 0, disputed: 1, ...none }
      ])
    })
  )
}

const telling = (proves: Sentence<Stores>) => {
  proves("who asks is told their place, in the season and ever, and with whom they win most", () =>
    Effect.gen(function* () {
      const all = [anna, boris, vera]
      const games = [1, 2, 3, 4].map((game) =>
        over(game, game === 4 ? lost : won, { players: game === 3 ? [anna, boris] : all })
      )
      yield* store(here, [...games, over(5, won, { finishedAtMs: inWinter, players: all })])
      yield* store(there, [over(1, won)])
      yield* countAll
      const told = yield* deedsOf(here, anna.id)
      assert.deepInclude(told.ofAllTime, { games: 5, wins: 4, right: 5, answered: 10, place: 1, of: 2 })
      assert.deepInclude(told.ofSeason, { games: 4, wins: 3, place: 1, of: 2 })
      const names = told.mates.map(({ games: together, name, wins }) => [name.slice(0, 5), together, wins])
      assert.deepStrictEqual(names, [
        ["Борис", 5, 4],
        ["Вера", 4, 3]
      ])
      assert.deepInclude((yield* deedsOf(here, anna.id, winter)).ofSeason, { games: 1, place: 2 })
      const nobody = yield* deedsOf(here, player(9).id)
      assert.deepStrictEqual([nobody.ofAllTime, nobody.ofSeason, nobody.mates], [null, null, []])
    })
  )

  proves("games are told newest first, seasons too, each with its best player; a row of wins ends with a loss", () =>
    Effect.gen(function* () {
      yield* store(here, [
        over(1, won),
        over(2, won),
        over(3, won, { reason: "stopped" }),
        over(4, lost, { finishedAtMs: inWinter }),
        over(5, won, { finishedAtMs: inWinter + 1 })
      ])
      yield* countAll
      const { games } = yield* ask(here, { _tag: "History" })
      assert.deepStrictEqual(
        games.map(({ outcome }) => outcome),
        ["won", "lost", "broken off", "won", "won"]
      )
      assert.deepInclude(games[1], { finishedAtMs: inWinter, score: { team: 1, bot: 2 }, best: "Анна" })
      const { seasons } = yield* ask(here, { _tag: "Seasons" })
      assert.deepStrictEqual(
        seasons.map(({ best, games: played, season, wins }) => [season, played, wins, best?.right]),
        [
          [winter, 2, 1, 2],
          [autumn, 2, 2, 3]
        ]
      )
      const { bestStreak, streak } = yield* rating(here)
      assert.deepStrictEqual([streak, bestStreak], [1, 2])
    })
  )

  proves("who is called otherwise in a later game is called so from then on", () =>
    Effect.gen(function* () {
      const renamed = { ...anna, name: "Аня" }
      yield* store(here, [
        over(1, won, { finishedAtMs: inAutumn + 5, players: [renamed, boris] }),
        over(2, won, { finishedAtMs: inAutumn + 9, players: [renamed, boris] })
      ])
      yield* countAll
      assert.include(
        (yield* rating(here)).ofAllTime.map(({ name }) => name),
        "Аня"
      )
    })
  )
}

const everybodys = (proves: Sentence<Stores>) => {
  proves("leaders of all conversations come page by page, each once; conversations by their wins", () =>
    Effect.gen(function* () {
      const statistics = yield* Statistics
      yield* store(here, [over(1, won, { players: [anna, boris, vera] })])
      yield* store(there, [over(1, won), over(2, won)])
      yield* countAll
      const seen: Array<string> = []
      let last: Ahead | null = null
      for (;;) {
        const [one]: ReadonlyArray<Ahead & { readonly games: number }> = yield* statistics.leaders(
          { conversation: null, season: null },
          last,
          1
        )
        if (one === undefined) break
        seen.push(`${one.player}: ${one.games}, ${one.right}`)
        last = one
      }
      assert.deepStrictEqual(seen, ["2: 3, 3", "1: 3, 3"])
      const inSeason = yield* statistics.leaders({ conversation: there, season: autumn }, null, 9)
      assert.lengthOf(inSeason, 2)
      const conversations = yield* statistics.conversations(9)
      assert.deepStrictEqual(
        conversations.map(({ conversation: id, streak, wins }) => [id, wins, streak]),
        [
          [there, 2, 2],
          [here, 1, 1]
        ]
      )
    })
  )
}

const byDays = (proves: Sentence<Stores>) => {
  proves("days tell of all that ended on them, also when a ruling came later; a day without a game is left out", () =>
    Effect.gen(function* () {
      const statistics = yield* Statistics
      const next = inAutumn + 2 * 86_400_000
      yield* store(here, [over(1, lost), over(2, won, { finishedAtMs: next })])
      yield* store(there, [over(1, won, { finishedAtMs: next + 1, reason: "stopped" })])
      yield* countAll
      const ruled = won.with(2, round(anna.id, true, { decidedBy: "admin", appeal: "accepted" }))
      yield* store(there, [over(1, ruled, { finishedAtMs: next + 1, reason: "stopped" })])
      yield* countAll
      const day = dayNumberOf(inAutumn)
      assert.deepStrictEqual(yield* statistics.days(day, day + 9), [
        { day, games: 1, wins: 0, rounds: 3, right: 1 },
        { day: day + 2, games: 2, wins: 1, rounds: 6, right: 5 }
      ])
      assert.deepStrictEqual(yield* statistics.days(day + 3, day + 9), [])
    })
  )
}

const byCommunities = (proves: Sentence<Stores>) => {
  proves(
    "a day tells of its players, each once, and of appeals, in all and in each community; another day is not told of",
    () =>
      Effect.gen(function* () {
        const statistics = yield* Statistics
        const elsewhere = ConversationId.make("vk:10:a")
        const appealed = [
          round(anna.id, true, { appeal: "accepted" }),
          round(anna.id, false, { appeal: "rejected" }),
          round(boris.id, false, { appeal: "open" })
        ]
        yield* store(here, [over(1, won), over(2, won, { finishedAtMs: inWinter })])
        yield* store(there, [over(1, appealed)])
        yield* store(elsewhere, [over(1, lost, { players: [anna], left: [vera] })])
        yield* countAll
        const deeds = { games: 1, wins: 0, rounds: 3, right: 1 }
        const ofAppeals = { appeals: 3, overturned: 1, openAppeals: 1 }
        assert.deepStrictEqual(yield* statistics.dayByCommunity(dayNumberOf(inAutumn)), [
          { community: null, games: 3, wins: 1, rounds: 9, right: 4, players: 3, ...ofAppeals },
          { community: "vk:1", games: 2, wins: 1, rounds: 6, right: 3, players: 2, ...ofAppeals },
          { community: "vk:10", ...deeds, players: 2, appeals: 0, overturned: 0, openAppeals: 0 }
        ])
        assert.deepStrictEqual(yield* statistics.dayByCommunity(dayNumberOf(inAutumn) + 1), [])
      })
  )
}

const asLogged = (proves: Sentence<Stores>) => {
  const counts = fc.array(fc.nat(4), { minLength: 1, maxLength: 8 })
  proves(
    "counted in any portions, between any commits, the sums are what the logs tell",
    () =>
      Effect.gen(function* () {
        const context = yield* Effect.context<Stores>()
        let conversations = 0
        let games = 0
        yield* Effect.promise(() =>
          fc.assert(
            fc.asyncProperty(anyGame, counts, async (game, portions) => {
              const id = conversation(`любая-${conversations++}`)
              const counted = Effect.gen(function* () {
                const store = yield* GameStore
                const statistics = yield* Statistics
                for (const [i, commit] of committing(id, game).entries()) {
                  const results = yield* store.commit([commit])
                  assert.deepStrictEqual(results, [{ _tag: "Committed" }])
                  const portion = portions[i % portions.length] ?? 0
                  if (portion > 0) yield* statistics.count(portion)
                }
                while ((yield* statistics.count(1)) > 0) {}
                const { ofAllTime, team } = yield* rating(id)
                const { games: past } = yield* ask(id, { _tag: "History" })
                return { team, people: ofAllTime, past }
              })
              const told = await Effect.runPromiseWith(context)(counted)
              const logged = inTheLogs(game)
              games += logged.past.length
              assert.deepStrictEqual(told, logged)
            }),
            { numRuns: 25 }
          )
        )
        assert.isAbove(games, 5)
      }),
    120_000
  )
}
