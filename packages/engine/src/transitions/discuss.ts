/** The team thinks: from the question to its last seconds, with an extra minute and the club's help between. */
import type { ClubHelp, Deadline, Discussion, Wheel } from "../game-state.ts"
import type { EpochMs } from "../ids.ts"
import { deadlineFor, later, type Spot, timerName, timerSet } from "../rules/deadline.ts"
import { playerOf } from "../rules/seats.ts"
import { blitzPlaceOf, placeIn, thinkingMs } from "../rules/series.ts"
import { askedOf, tableOf } from "../rules/table.ts"
import type { Question } from "../question.ts"
import type { Settings } from "../settings.ts"
import { go, type Step } from "../step.ts"

interface Thinking {
  readonly spot: Spot
  readonly settings: Settings
  readonly endsAtMs: EpochMs
}

const endOfDiscussion = ({ endsAtMs, spot }: Omit<Thinking, "settings">): Deadline => ({
  timer: timerName(spot, "discussion"),
  atMs: endsAtMs
})

/** A warning that would come at once, or before now, warns nobody. */
const nextOfDiscussion = ({ endsAtMs, settings: { warningMs }, spot }: Thinking, atMs: EpochMs): Deadline => {
  const warningAtMs = endsAtMs - warningMs
  if (warningMs === 0 || warningAtMs <= atMs) return endOfDiscussion({ endsAtMs, spot })
  return { timer: timerName(spot, "warning"), atMs: warningAtMs }
}

/** Every extra minute has a warning and an end of its own. */
const spotOf = (state: Pick<Discussion, "round" | "series" | "minutesSpent">): Spot => ({
  round: state.round,
  place: placeIn(state.series),
  attempt: state.minutesSpent + 1
})

export const toDiscussion = (state: Wheel, question: Question, atMs: EpochMs): Step => {
  const { round, series, settings } = state
  const endsAtMs = later(atMs, thinkingMs(state))
  const deadline = nextOfDiscussion({ spot: spotOf({ round, series, minutesSpent: 0 }), settings, endsAtMs }, atMs)
  const discussion: Discussion = {
    _tag: "Discussion",
    ...tableOf(state),
    series,
    deadline,
    question,
    askedAtMs: atMs,
    endsAtMs,
    minutesSpent: 0,
    helped: false
  }
  const captain = playerOf(state, state.captain)
  const blitz = blitzPlaceOf(state)
  return go(discussion, { _tag: "QuestionAsked", round, question, blitz, captain, endsAtMs }, timerSet(deadline))
}

/** The warning has been given; what is left to wait for is the end. */
export const toLastSeconds = (state: Discussion, atMs: EpochMs): Step => {
  const deadline = endOfDiscussion({ spot: spotOf(state), endsAtMs: state.endsAtMs })
  const leftMs = state.endsAtMs - atMs
  return go({ ...state, deadline }, { _tag: "TimeRunningOut", leftMs }, timerSet(deadline))
}

export const withExtraMinute = (state: Discussion, atMs: EpochMs): Step => {
  const addedMs = state.settings.discussionMs
  const left = state.reserves.extraMinutes - 1
  const endsAtMs = later(state.endsAtMs, addedMs)
  const minutesSpent = state.minutesSpent + 1
  const deadline = nextOfDiscussion(
    { spot: spotOf({ ...state, minutesSpent }), settings: state.settings, endsAtMs },
    atMs
  )
  const reserves = { ...state.reserves, extraMinutes: left }
  return go(
    { ...state, reserves, endsAtMs, minutesSpent, deadline },
    { _tag: "ExtraMinuteSpent", addedMs, endsAtMs, left },
    timerSet(deadline)
  )
}

export const toClubHelp = (state: Discussion, atMs: EpochMs): Step => {
  const { minutesSpent, reserves, round, series, settings } = state
  const deadline = deadlineFor("club", { round, place: placeIn(series), settings, atMs })
  const help: ClubHelp = {
    _tag: "ClubHelp",
    ...askedOf(state),
    reserves: { ...reserves, clubHelps: reserves.clubHelps - 1 },
    minutesSpent,
    leftMs: leftOf(state, atMs),
    deadline
  }
  const captain = playerOf(state, state.captain)
  return go(help, { _tag: "ClubHelpAsked", captain, endsAtMs: deadline.atMs }, timerSet(deadline))
}

/** After the warning never more than it warned of, though a clock says so that is behind: it would be given twice. */
const leftOf = ({ deadline, endsAtMs, settings: { warningMs } }: Discussion, atMs: EpochMs): number => {
  const leftMs = Math.max(0, endsAtMs - atMs)
  const isWarned = warningMs > 0 && deadline.atMs === endsAtMs
  return isWarned ? Math.min(leftMs, warningMs) : leftMs
}

/** What was left of the discussion goes on; a warning that was given already is not given again. */
export const toRestOfDiscussion = (state: ClubHelp, atMs: EpochMs): Step => {
  const { leftMs, minutesSpent, settings } = state
  const endsAtMs = later(atMs, leftMs)
  const deadline = nextOfDiscussion({ spot: spotOf(state), settings, endsAtMs }, atMs)
  const rest: Discussion = {
    _tag: "Discussion",
    ...askedOf(state),
    endsAtMs,
    minutesSpent,
    helped: true,
    deadline
  }
  return go(rest, { _tag: "ClubHelpEnded", leftMs, endsAtMs }, timerSet(deadline))
}
