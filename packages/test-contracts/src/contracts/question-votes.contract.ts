/** What every QuestionVotes does: one voice a person, changeable; what people in three conversations dislike rests until an editor looks. */
import { assert } from "@effect/vitest"
import { PlayerId, type Question, type QuestionId } from "@znatoki/engine"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { Effect, type Layer } from "effect"
import { conversation, question } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

type Stores = QuestionVotes | QuestionBank

const one = question(1)

const vote = (by: number, where: string, good: boolean, about: QuestionId = one.id) => ({
  question: about,
  conversation: conversation(where),
  by: PlayerId.make(String(by)),
  good,
  atMs: 1_000
})

export const questionVotesContract = <E>(
  name: string,
  holding: (questions: ReadonlyArray<Question>) => Layer.Layer<Stores, E>
): void => {
  contract("QuestionVotes", name, holding([one, question(2)]), (proves) => {
    voices(proves)
    resting(proves)
  })
}

const voices = (proves: Sentence<Stores>) => {
  proves("a person has one voice, and the last one counts, also within one batch", () =>
    Effect.gen(function* () {
      const votes = yield* QuestionVotes
      assert.deepStrictEqual(yield* votes.cast([]), [])
      assert.deepStrictEqual(yield* votes.cast([vote(1, "a", true), vote(2, "a", false)]), ["New", "New"])
      assert.deepStrictEqual(yield* votes.cast([vote(1, "a", true), vote(2, "a", true)]), ["Same", "Changed"])
      assert.deepStrictEqual(yield* votes.tally(one.id), { good: 2, bad: 0, unseenBad: 0 })
      yield* votes.cast([vote(3, "b", true), vote(3, "b", false), vote(1, "b", false)])
      assert.deepStrictEqual(yield* votes.tally(one.id), { good: 1, bad: 2, unseenBad: 2 })
      assert.deepStrictEqual(yield* votes.tally(question(2).id), { good: 0, bad: 0, unseenBad: 0 })
    })
  )

  proves("a question that somebody names in another way, in a payload of their own making, disturbs no voice", () =>
    Effect.gen(function* () {
      const votes = yield* QuestionVotes
      const cast = [vote(1, "a", true), vote(1, "a", true, `0${one.id}` as QuestionId), vote(2, "a", false)]
      const [first, , last] = yield* votes.cast(cast)
      assert.deepStrictEqual([first, last], ["New", "New"])
      assert.deepStrictEqual(yield* votes.tally(one.id), { good: 1, bad: 1, unseenBad: 1 })
    })
  )

  proves("a question that is gone takes no voice, and disturbs no other", () =>
    Effect.gen(function* () {
      const votes = yield* QuestionVotes
      const gone = [question(404).id, "нет такого" as QuestionId]
      const cast = [vote(1, "a", true, gone[0]), vote(1, "a", true), vote(1, "a", false, gone[1])]
      assert.deepStrictEqual(yield* votes.cast(cast), ["Gone", "New", "Gone"])
      assert.deepStrictEqual(yield* votes.cast([vote(1, "a", false, gone[1])]), ["Gone"])
      assert.deepStrictEqual(yield* votes.tally(one.id), { good: 1, bad: 0, unseenBad: 0 })
    })
  )
}

/** Which of the two are asked, however the dice fall. */
const asked = Effect.gen(function* () {
  const bank = yield* QuestionBank
  const draws = Array.from({ length: 200 }, (_, n) => ({ conversation: conversation(`q${n}`), seed: n * 7_919 }))
  const drawn = yield* bank.draw(draws)
  return [...new Set(drawn.map((found) => found?.question.id))].toSorted()
})

const resting = (proves: Sentence<Stores>) => {
  proves("what people dislike in three conversations is not asked until an editor has looked", () =>
    Effect.gen(function* () {
      const votes = yield* QuestionVotes
      const both = [one.id, question(2).id]
      yield* votes.cast([vote(1, "a", false), vote(2, "a", false), vote(3, "a", false), vote(4, "b", false)])
      assert.deepStrictEqual(yield* asked, both)
      yield* votes.cast([vote(5, "c", true)])
      assert.deepStrictEqual(yield* asked, both)
      yield* votes.cast([vote(5, "c", false)])
      assert.deepStrictEqual(yield* asked, [question(2).id])

      yield* votes.cast([vote(9, "a", false, question(2).id)])
      const list = [
        { question: one.id, good: 0, bad: 5, unseenBad: 5, rests: true },
        { question: question(2).id, good: 0, bad: 1, unseenBad: 1, rests: false }
      ]
      assert.deepStrictEqual(yield* votes.disliked(null, 9), list)
      assert.deepStrictEqual(yield* votes.disliked(null, 1), list.slice(0, 1))
      assert.deepStrictEqual(yield* votes.disliked(one.id, 9), list.slice(1))
      yield* votes.looked(one.id)
      assert.deepStrictEqual(yield* votes.disliked(null, 9), list.slice(1))
      assert.deepStrictEqual(yield* asked, both)
      assert.deepStrictEqual(yield* votes.tally(one.id), { good: 0, bad: 5, unseenBad: 0 })
      yield* votes.cast([vote(6, "d", false), vote(7, "e", false), vote(1, "a", false)])
      assert.deepStrictEqual(yield* asked, both)
      yield* votes.cast([vote(8, "f", false)])
      assert.deepStrictEqual(yield* asked, [question(2).id])
    })
  )
}
