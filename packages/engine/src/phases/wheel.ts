/** Wait for the question that was asked for, and ask again if it does not come. */
import type { PhaseEvent } from "../game-event.ts"
import type { Wheel } from "../game-state.ts"
import { leaveTable } from "../rules/leave-table.ts"
import { joinTooEarly } from "../rules/seats.ts"
import { placeOf } from "../rules/series.ts"
import { ignore, refuse, type Step } from "../step.ts"
import { toWheelAgain } from "../transitions/begin-round.ts"
import { toDiscussion } from "../transitions/discuss.ts"
import { toFinished } from "../transitions/finish.ts"

export const wheel = (state: Wheel, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "QuestionDrawn":
      return isWanted(state, event) ? toDiscussion(state, event.question, event.atMs) : ignore(state)
    case "QuestionsExhausted":
      return isWanted(state, event) ? toFinished(state, "no questions", event.atMs) : ignore(state)
    case "TimerFired":
      return toWheelAgain(state, event.atMs)
    case "LeaveRequested":
    case "PlayerGone":
      return leaveTable(state, event)
    case "JoinRequested":
      return joinTooEarly(state, event)
    case "GoRequested":
    case "EarlyAnswerRequested":
    case "ExtraMinuteRequested":
    case "ClubHelpRequested":
    case "AnswererNamed":
    case "VoteCast":
    case "AppealRequested":
    case "NextRequested":
      return refuse(state, event.by, "not now")
    case "TextSaid":
      return ignore(state)
  }
}

/** A draw that is delivered twice is of a question that was asked already. */
const isWanted = (state: Wheel, { place, round }: { readonly place: number; readonly round: number }): boolean =>
  round === state.round && place === placeOf(state)
