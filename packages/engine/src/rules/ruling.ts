/** What a ruling on an appeal changes: the result of that round, and the score if it is overturned. */
import type { EffectOf, GameEffect } from "../game-effect.ts"
import type { RoundResult, Score } from "../round-result.ts"
import { correctedScore } from "./score.ts"

interface Played {
  readonly score: Score
  readonly results: ReadonlyArray<RoundResult>
}

type Ruling = Omit<EffectOf<"AppealRuled">, "_tag">

export const ruled = (
  { results, score }: Played,
  ruling: Ruling
): { readonly changed: Played; readonly effects: ReadonlyArray<GameEffect> } => {
  const { accepted, by, round } = ruling
  const told: GameEffect = { _tag: "AppealRuled", ...ruling }
  const before = results[round - 1]
  if (before === undefined) return { changed: { results, score }, effects: [] }
  const result: RoundResult = {
    ...before,
    right: accepted,
    decidedBy: by,
    appeal: accepted ? "accepted" : "rejected"
  }
  const changed = { results: results.with(round - 1, result), score: accepted ? correctedScore(score) : score }
  if (!accepted || before.given === null) return { changed, effects: [told] }
  const { given, question } = before
  return { changed, effects: [told, { _tag: "ScoreCorrected", round, question, given, score: changed.score }] }
}
