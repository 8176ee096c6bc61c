/** From the discussion to the answer: who answers, chosen by the captain or by lot. */
import type { EffectOf } from "../game-effect.ts"
import type { Answer, Choice, ClubHelp, Discussion } from "../game-state.ts"
import type { EpochMs, Player, Seed } from "../ids.ts"
import { attemptOf, deadlineFor, timerSet } from "../rules/deadline.ts"
import { pick } from "../rules/dice.ts"
import { playerOf } from "../rules/seats.ts"
import { placeIn, withSoloist } from "../rules/series.ts"
import { askedOf } from "../rules/table.ts"
import { go, type Step } from "../step.ts"

/** An early answer to an ordinary question, without any help and before the time is up, can earn a minute. */
const earnsMinute = (state: Discussion | ClubHelp, atMs: EpochMs): boolean =>
  state._tag === "Discussion" &&
  state.reserves.extraMinutes < state.settings.extraMinutesMax &&
  state.series === null &&
  state.minutesSpent === 0 &&
  !state.helped &&
  atMs < state.endsAtMs

export const toChoice = (state: Discussion | ClubHelp, early: boolean, atMs: EpochMs): Step => {
  const { round, series, settings } = state
  const deadline = deadlineFor("choice", { round, place: placeIn(series), settings, atMs })
  const choice: Choice = {
    _tag: "Choice",
    ...askedOf(state),
    deadline,
    early,
    earnsMinute: early && earnsMinute(state, atMs)
  }
  const captain = playerOf(state, state.captain)
  return go(choice, { _tag: "AnswererWanted", captain, early }, timerSet(deadline))
}

type Chosen = EffectOf<"AnswerWanted">["chosen"]

export const toAnswer = (
  state: Discussion | ClubHelp | Choice | Answer,
  answerer: Player,
  chosen: Chosen,
  atMs: EpochMs,
  attempt = 1
): Step => {
  const { round, series, settings } = state
  const deadline = deadlineFor("answer", { round, place: placeIn(series), settings, atMs, attempt })
  const answer: Answer = {
    _tag: "Answer",
    ...askedOf(state),
    deadline,
    ...promptness(state, chosen, atMs),
    answerer: answerer.id
  }
  return go(answer, { _tag: "AnswerWanted", answerer, chosen }, timerSet(deadline))
}

/** Who is named while the team still thinks answers early; who is alone may be named by the end of the time, too. */
const promptness = (state: Discussion | ClubHelp | Choice | Answer, chosen: Chosen, atMs: EpochMs) => {
  if (state._tag !== "Discussion" && state._tag !== "ClubHelp") {
    return { early: state.early, earnsMinute: state.earnsMinute }
  }
  const isOver = chosen === "alone" && state._tag === "Discussion" && atMs >= state.endsAtMs
  return { early: !isOver, earnsMinute: earnsMinute(state, atMs) }
}

/** The captain named nobody in time. */
export const toAnswerByLot = (state: Choice, seed: Seed, atMs: EpochMs): Step =>
  toAnswer(state, pick("answerer", seed, state.players), "captain silent", atMs)

/** The named player is gone; the one who takes over gets the full time, and plays a super-blitz to its end. */
export const toAnotherAnswerer = (state: Answer, seed: Seed, atMs: EpochMs): Step => {
  const attempt = attemptOf(state.deadline.timer) + 1
  const answerer = pick("answerer", seed, state.players)
  return toAnswer(
    { ...state, series: withSoloist(state.series, answerer.id) },
    answerer,
    "answerer left",
    atMs,
    attempt
  )
}
