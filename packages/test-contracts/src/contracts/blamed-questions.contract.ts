/** What every Statistics tells of the questions that something speaks against, whoever counts the games and the votes. */
import { assert } from "@effect/vitest"
import { type Finished, PlayerId, presets, type Question, QuestionId, type RoundResult } from "@znatoki/engine"
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { GameStore } from "@znatoki/ports/game-store"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { type BlamedBefore, blameOf, Statistics } from "@znatoki/ports/statistics"
import { Effect, type Layer } from "effect"
import { commitOf, conversation, player, question } from "./sample-commits.ts"
import { contract } from "./suite.ts"

type Stores = GameStore | QuestionCatalog | QuestionVotes | Statistics

const [chat, anna] = [conversation("a"), player(1, "Анна")]

const round = (id: string, parts: Partial<RoundResult> = {}): RoundResult => ({
  question: QuestionId.make(id),
  passed: [],
  answerer: anna.id,
  given: "ответ",
  right: true,
  decidedBy: "judge",
  appeal: "none",
  tookMs: 1_000,
  ...parts
})

const over = (results: ReadonlyArray<RoundResult>): Finished => ({
  _tag: "Finished",
  game: 1,
  settings: presets.classic,
  nextSettings: null,
  startedAtMs: 0,
  finishedAtMs: 1_000,
  players: [anna],
  captain: anna.id,
  score: { team: results.length, bot: 0 },
  results,
  reason: "everything played"
})

const vote = (question: string, by: number, good: boolean) => ({
  question: QuestionId.make(question),
  conversation: chat,
  by: PlayerId.make(String(by)),
  good,
  atMs: 1_000
})

const nothing = { asked: 0, right: 0, disputed: 0, appeals: 0, overturned: 0, good: 0, bad: 0, unseenBad: 0 }

/** `holding`: a layer with these questions and nothing else whenever it is built. */
export const blamedQuestionsContract = <E>(
  name: string,
  holding: (questions: ReadonlyArray<Question>) => Layer.Layer<Stores, E>
): void => {
  contract("Statistics", `${name}, questions to blame`, holding([1, 2, 3, 4].map((id) => question(id))), (proves) => {
    proves(
      "those that are disliked, disputed and appealed against come first; what is liked and what is gone does not",
      () =>
        Effect.gen(function* () {
          const [store, statistics, votes] = [yield* GameStore, yield* Statistics, yield* QuestionVotes]
          const inPlay = (after: BlamedBefore | null, limit: number) => statistics.blamed(false, after, limit)
          assert.deepStrictEqual(yield* inPlay(null, 9), [])
          const overturned = round("3", { decidedBy: "admin", appeal: "accepted" })
          const disputed = round("2", { decidedBy: "table" })
          yield* store.commit([
            commitOf(chat, 1, { state: over([round("1"), disputed, overturned, round("99", { decidedBy: "table" })]) })
          ])
          while ((yield* statistics.count(9)) > 0) {}
          yield* votes.cast([vote("4", 1, false), vote("4", 2, false), vote("4", 3, true), vote("1", 1, true)])
          const blamed = [
            { ...nothing, question: QuestionId.make("3"), asked: 1, right: 1, appeals: 1, overturned: 1 },
            { ...nothing, question: QuestionId.make("4"), good: 1, bad: 2, unseenBad: 2 },
            { ...nothing, question: QuestionId.make("2"), asked: 1, right: 1, disputed: 1 }
          ]
          assert.deepStrictEqual(yield* inPlay(null, 9), blamed)
          assert.deepStrictEqual(yield* inPlay(null, 2), blamed.slice(0, 2))
          for (const [i, one] of blamed.entries())
            assert.deepStrictEqual(
              yield* inPlay({ blame: blameOf(one), question: one.question }, 9),
              blamed.slice(i + 1)
            )
          assert.deepStrictEqual(yield* inPlay({ blame: 1, question: QuestionId.make("no number") }, 9), [])
          assert.deepStrictEqual(yield* statistics.blamed(true, null, 9), [])
          yield* votes.cast([vote("4", 1, true), vote("4", 2, true)])
          assert.deepStrictEqual(
            (yield* inPlay(null, 9)).map(({ question: id }) => id),
            ["3", "2"]
          )
        })
    )

    proves("one that is liked and has a voice nobody has looked at is there until somebody looks", () =>
      Effect.gen(function* () {
        const [statistics, votes] = [yield* Statistics, yield* QuestionVotes]
        yield* votes.cast([vote("4", 1, false), vote("4", 2, true), vote("4", 3, true), vote("4", 4, true)])
        const liked = { ...nothing, question: QuestionId.make("4"), good: 3, bad: 1, unseenBad: 1 }
        assert.deepStrictEqual(yield* statistics.blamed(false, null, 9), [liked])
        yield* votes.looked(liked.question)
        assert.deepStrictEqual(yield* statistics.blamed(false, null, 9), [])
      })
    )

    proves("one that was taken out of play is listed apart", () =>
      Effect.gen(function* () {
        const [catalog, statistics, votes] = [yield* QuestionCatalog, yield* Statistics, yield* QuestionVotes]
        yield* votes.cast([vote("4", 1, false)])
        const changes = { state: "retired" } as const
        yield* catalog.change(QuestionId.make("4"), { changes, version: null, by: null, note: null })
        assert.deepStrictEqual(yield* statistics.blamed(false, null, 9), [])
        assert.deepStrictEqual(
          (yield* statistics.blamed(true, null, 9)).map(({ question: id }) => id),
          ["4"]
        )
      })
    )
  })
}
