/** People take their seats, until one of them says go or the time is up. */
import type { PhaseEvent } from "../game-event.ts"
import type { Lobby } from "../game-state.ts"
import { leaveTable } from "../rules/leave-table.ts"
import { isSeated, join } from "../rules/seats.ts"
import { ignore, refuse, type Step } from "../step.ts"
import { toFirstRound } from "../transitions/begin-round.ts"

export const lobby = (state: Lobby, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "JoinRequested":
      return join(state, event)
    case "LeaveRequested":
    case "PlayerGone":
      return leaveTable(state, event)
    case "GoRequested":
      if (!isSeated(state, event.by)) return refuse(state, event.by, "not seated")
      return toFirstRound(state, event.atMs, event.seed)
    case "TimerFired":
      return toFirstRound(state, event.atMs, event.seed)
    case "EarlyAnswerRequested":
    case "ExtraMinuteRequested":
    case "ClubHelpRequested":
    case "AnswererNamed":
    case "VoteCast":
    case "AppealRequested":
    case "NextRequested":
      return refuse(state, event.by, "not now")
    case "QuestionDrawn":
    case "QuestionsExhausted":
    case "TextSaid":
      return ignore(state)
  }
}
