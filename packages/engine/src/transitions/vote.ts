/** A vote, on a disputed answer or on an appeal: opened, counted, closed. */
import type { EffectOf } from "../game-effect.ts"
import type { Answer, Appeal, Verdict, Vote } from "../game-state.ts"
import type { EpochMs } from "../ids.ts"
import { keptOf } from "../round-result.ts"
import { countOf, hasTableVoted, isDecided, outcomeOf, votingIn } from "../rules/ballot.ts"
import { deadlineFor, later, timerSet } from "../rules/deadline.ts"
import { ruled } from "../rules/ruling.ts"
import { placeIn } from "../rules/series.ts"
import { tableOf } from "../rules/table.ts"
import { after, go, type Step } from "../step.ts"
import { answeredOf, type Decided, toDecided } from "./judge-round.ts"

/** The judge is in doubt about what the named player said. */
export const toVote = (
  state: Answer,
  disputed: Omit<Decided, "right" | "given" | "judgement"> & Pick<Vote, "given" | "judgement">,
  atMs: EpochMs
): Step => {
  const { earnsMinute, question, round, series, settings } = state
  const { answerer, given, judgement, tookMs } = disputed
  const deadline = deadlineFor("vote", { round, place: placeIn(series), settings, atMs })
  const vote: Vote = {
    _tag: "Vote",
    ...tableOf(state),
    series,
    question,
    earnsMinute,
    answerer,
    given: keptOf(given),
    judgement,
    tookMs,
    ballots: [],
    deadline
  }
  const opened: EffectOf<"VoteOpened"> = {
    _tag: "VoteOpened",
    ...answeredOf(state, disputed),
    endsAtMs: deadline.atMs
  }
  return go(vote, opened, timerSet(deadline))
}

/** The captain appeals against the verdict of the round just played. */
export const toAppeal = (state: Verdict, filed: Omit<EffectOf<"AppealFiled">, "endsAtMs">, atMs: EpochMs): Step => {
  const deadline = deadlineFor("appeal", { round: state.round, settings: state.settings, atMs })
  const appeals = state.reserves.appeals - 1
  const reserves = { ...state.reserves, appeals }
  const appeal: Appeal = { _tag: "Appeal", ...tableOf(state), reserves, ballots: [], deadline }
  return go(appeal, { ...filed, endsAtMs: deadline.atMs }, timerSet(deadline))
}

/** After a vote, or after somebody with a vote left. Null: nothing comes of it yet. */
export const counted = (state: Vote | Appeal, atMs: EpochMs): Step | null => {
  const voting = votingIn(state)
  if (isDecided(voting)) return closed(state, atMs)
  return state.settings.voters === "conversation" && hasTableVoted(voting) ? soonClosed(state, atMs) : null
}

/** The others in the conversation get a last moment, and are not waited for longer than need be. */
const soonClosed = (state: Vote | Appeal, atMs: EpochMs): Step | null => {
  const { lastVotesMs } = state.settings
  if (lastVotesMs === 0) return closed(state, atMs)
  const deadline = { ...state.deadline, atMs: later(atMs, lastVotesMs) }
  return deadline.atMs < state.deadline.atMs ? go({ ...state, deadline }, timerSet(deadline)) : null
}

export const closed = (state: Vote | Appeal, atMs: EpochMs): Step =>
  state._tag === "Vote" ? toVoted(state, atMs) : toRuled(state, atMs)

const toVoted = (state: Vote, atMs: EpochMs): Step => {
  const { no, yes } = countOf(state)
  const right = outcomeOf(votingIn(state))
  const { answerer, given, judgement, tookMs } = state
  return after(
    [{ _tag: "VoteClosed", accepted: right, yes, no }],
    toDecided(state, { answerer, given, judgement, right, decidedBy: "table", tookMs }, atMs)
  )
}

/** The verdict stays, perhaps with another score, and gets its time again. */
const toRuled = (state: Appeal, atMs: EpochMs): Step => {
  const { no, yes } = countOf(state)
  const { round, settings } = state
  const deadline = deadlineFor("verdict", { round, settings, atMs, attempt: 2 })
  const { changed, effects } = ruled(state, {
    round,
    by: "table",
    accepted: outcomeOf(votingIn(state)),
    votes: { yes, no }
  })
  const verdict: Verdict = { _tag: "Verdict", ...tableOf(state), ...changed, deadline }
  return go(verdict, ...effects, timerSet(deadline))
}
