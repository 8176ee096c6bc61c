/** QuestionVotes in memory. */
import type { QuestionId } from "@znatoki/engine"
import { dislikesMax, type QuestionVote, QuestionVotes, type VoteOutcome } from "@znatoki/ports/question-votes"
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

    return {
      cast: (all) => Effect.sync(() => all.map(cast)),
      tally: (question) =>
        Effect.sync(() => {
          const all = votesOf(question)
          const bad = all.filter(({ good }) => !good)
          return { good: all.length - bad.length, bad: bad.length, unseenBad: bad.filter(({ seen }) => !seen).length }
        }),
      looked: (question) =>
        Effect.sync(() => {
          const ofQuestion = votes.get(question)
          for (const [by, vote] of ofQuestion ?? []) ofQuestion?.set(by, { ...vote, seen: true })
          resting.delete(question)
        })
    }
  })
)
