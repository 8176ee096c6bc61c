/** What an answer leads to: the next question of a blitz, or the verdict of the round. */
import type { EffectOf, GameEffect } from "../game-effect.ts"
import type { Answer, Verdict, Vote } from "../game-state.ts"
import type { EpochMs, Player } from "../ids.ts"
import type { Judgement } from "../judge/verdict/judgement.ts"
import { keptOf, type RoundResult } from "../round-result.ts"
import { deadlineFor, timerSet } from "../rules/deadline.ts"
import { scoreAfter, type Side } from "../rules/score.ts"
import { blitzPlaceOf, hasMoreQuestions } from "../rules/series.ts"
import { tableOf } from "../rules/table.ts"
import { after, go, type Step } from "../step.ts"
import { toWheel } from "./begin-round.ts"

/** An answer, or the silence in place of one, and what became of it. */
export interface Decided {
  readonly answerer: Player
  readonly given: string | null
  readonly judgement: Judgement | null
  readonly right: boolean
  readonly decidedBy: "judge" | "table"
  readonly tookMs: number
}

/** What is told of an answer. */
export const answeredOf = (state: Answer | Vote, { answerer, given, judgement }: Omit<Decided, "right">) => ({
  round: state.round,
  question: state.question,
  blitz: blitzPlaceOf(state),
  answerer,
  given,
  judgement
})

export const toDecided = (state: Answer | Vote, decided: Decided, atMs: EpochMs): Step =>
  decided.right && hasMoreQuestions(state) ? toNextOfBlitz(state, decided, atMs) : toVerdict(state, decided, atMs)

const toNextOfBlitz = (state: Answer | Vote, decided: Decided, atMs: EpochMs): Step => {
  const { series } = state
  const told: EffectOf<"BlitzGoesOn"> = { _tag: "BlitzGoesOn", ...answeredOf(state, decided) }
  const next = series && {
    ...series,
    passed: [...series.passed, state.question.id],
    passedMs: series.passedMs + decided.tookMs
  }
  return after([told], toWheel(tableOf(state), next, atMs))
}

const toVerdict = (state: Answer | Vote, decided: Decided, atMs: EpochMs): Step => {
  const { round, settings } = state
  const point: Side = decided.right ? "team" : "bot"
  const score = scoreAfter(state.score, point)
  const deadline = deadlineFor("verdict", { round, settings, atMs })
  const earned = decided.right && state.earnsMinute
  const extraMinutes = state.reserves.extraMinutes + (earned ? 1 : 0)
  const verdict: Verdict = {
    _tag: "Verdict",
    ...tableOf(state),
    score,
    results: [...state.results, resultOf(state, decided)],
    reserves: earned ? { ...state.reserves, extraMinutes } : state.reserves,
    deadline
  }
  const minute: ReadonlyArray<GameEffect> = earned ? [{ _tag: "ExtraMinuteEarned", inHand: extraMinutes }] : []
  const judged: EffectOf<"RoundJudged"> = { _tag: "RoundJudged", ...answeredOf(state, decided), point, score }
  return go(verdict, judged, ...minute, timerSet(deadline))
}

const resultOf = ({ question, series }: Answer | Vote, decided: Decided): RoundResult => ({
  question: question.id,
  passed: series?.passed ?? [],
  answerer: decided.answerer.id,
  given: decided.given === null ? null : keptOf(decided.given),
  right: decided.right,
  decidedBy: decided.decidedBy,
  appeal: "none",
  tookMs: (series?.passedMs ?? 0) + decided.tookMs
})
