/** What a game that is over counts for in the statistics: for who played, for its questions, for its conversation. */
import { bestPlayer, type Finished, PlayerId, QuestionId, type RoundResult, Score } from "@znatoki/engine"
import { seasonOf } from "@znatoki/chat/season"
import { Schema } from "effect"

/** What one person did in it. */
export class PersonCount extends Schema.Opaque<PersonCount>()(
  Schema.Struct({
    player: PlayerId,
    name: Schema.String,
    /** 1 if it was played to its end. */
    games: Schema.Natural,
    wins: Schema.Natural,
    answered: Schema.Natural,
    right: Schema.Natural,
    rightMs: Schema.Natural,
    best: Schema.Natural
  })
) {}

/** What became of a question; of a blitz only the last is disputed or appealed against. */
export class QuestionCount extends Schema.Opaque<QuestionCount>()(
  Schema.Struct({
    question: QuestionId,
    asked: Schema.Natural,
    right: Schema.Natural,
    disputed: Schema.Natural,
    appeals: Schema.Natural,
    overturned: Schema.Natural
  })
) {}

export class GameCount extends Schema.Opaque<GameCount>()(
  Schema.Struct({
    finishedAtMs: Schema.Int,
    season: Schema.Int,
    score: Score,
    outcome: Schema.Literals(["won", "lost", "drawn", "broken off"]),
    people: Schema.Array(PersonCount),
    questions: Schema.Array(QuestionCount)
  })
) {}

const outcomeOf = ({ reason, score }: Finished): GameCount["outcome"] => {
  switch (reason) {
    case "stopped":
    case "table empty":
    case "paused too long":
      return "broken off"
    case "everything played":
    case "no questions":
      if (score.team === score.bot) return "drawn"
      return score.team > score.bot ? "won" : "lost"
  }
}

/** Null: no round was played, and nothing is remembered of it. */
export const countOf = (state: Finished): GameCount | null => {
  const { finishedAtMs, left = [], players, results, score } = state
  if (results.length === 0) return null
  const outcome = outcomeOf(state)
  const ended = outcome === "broken off" ? 0 : 1
  // As the chat was told it: of one player nobody is the best.
  const best = players.length < 2 ? null : bestPlayer(results, players)
  const everybody = [...players, ...left.filter(({ id }) => players.every((player) => player.id !== id))]
  const people = everybody.map(({ id, name }): PersonCount => {
    const own = results.filter(({ answerer }) => answerer === id)
    const right = own.filter((result) => result.right)
    return {
      player: id,
      name,
      games: ended,
      wins: outcome === "won" ? 1 : 0,
      answered: own.length,
      right: right.length,
      rightMs: right.reduce((sum, { tookMs }) => sum + tookMs, 0),
      best: best?.id === id ? 1 : 0
    }
  })
  return { finishedAtMs, season: seasonOf(finishedAtMs), score, outcome, people, questions: results.flatMap(asked) }
}

const asked = ({ appeal, decidedBy, passed, question, right }: RoundResult): ReadonlyArray<QuestionCount> => [
  ...passed.map((id) => ({ question: id, asked: 1, right: 1, disputed: 0, appeals: 0, overturned: 0 })),
  {
    question,
    asked: 1,
    right: right ? 1 : 0,
    disputed: decidedBy === "table" && appeal === "none" ? 1 : 0,
    appeals: appeal === "none" ? 0 : 1,
    overturned: appeal === "accepted" ? 1 : 0
  }
]
