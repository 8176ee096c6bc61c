/** QuestionVotes in memory. */
import type { QuestionId } from "@znatoki/engine"
import {
  dislikesMax,
  type QuestionVote,
  QuestionVotes,
  type VoteOutcome,
  type VoteTally
} from "@znatoki/ports/question-votes"
import { Effect, Layer } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<QuestionVotes, never, MemoryDatabase> = Layer.effect(
  QuestionVotes,
  Effect.gen(function* () {
    const { questions, resting, votes } = yield* MemoryDatabase
    const votesOf = (question: QuestionId) => [...(votes.get(question)?.values() ?? [])]

    const cast = (vote: QuestionVote): VoteOutcome => {
      const { by, good, question } = vote
      if (!questions.has(question)) return "Gone"
      const ofQuestion = votes.get(question) ?? new Map()
      votes.set(question, ofQuestion)
      const before = ofQuestion.get(by)
      if (before?.good === good) return "Same"
      ofQuestion.set(by, { ...vote, seen: false })
      const unseen = votesOf(question).filter((each) => !each.good && !each.seen)
      if (new Set(unseen.map(({ conversation }) => conversation)).size >= dislikesMax) resting.add(question)
      return before === undefined ? "New" : "Changed"
    }

    const tallyOf = (question: QuestionId): VoteTally => {
      const all = votesOf(question)
      const bad = all.filter(({ good }) => !good)
      return { good: all.length - bad.length, bad: bad.length, unseenBad: bad.filter(({ seen }) => !seen).length }
    }

    return {
      cast: (all) => Effect.sync(() => all.map(cast)),
      tally: (question) => Effect.sync(() => tallyOf(question)),
      disliked: (after, limit) =>
        Effect.sync(() =>
          [...votes.keys()]
            .toSorted((a, b) => Number(a) - Number(b))
            .filter((question) => after === null || Number(question) > Number(after))
            .map((question) => ({ question, ...tallyOf(question), rests: resting.has(question) }))
            .filter(({ unseenBad }) => unseenBad > 0)
            .slice(0, limit)
        ),
      looked: (question) =>
        Effect.sync(() => {
          const ofQuestion = votes.get(question)
          for (const [by, vote] of ofQuestion ?? []) ofQuestion?.set(by, { ...vote, seen: true })
          resting.delete(question)
        })
    }
  })
)
