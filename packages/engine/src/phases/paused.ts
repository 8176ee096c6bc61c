/** Nothing is waited for. People may leave or have the game go on; a pause that is forgotten ends it. */
import type { PhaseEvent } from "../game-event.ts"
import type { Paused } from "../game-state.ts"
import { leaveWhilePaused } from "../rules/leave-table.ts"
import { isSeated } from "../rules/seats.ts"
import { ignore, refuse, type Step } from "../step.ts"
import { toFinished } from "../transitions/finish.ts"

export const paused = (state: Paused, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "TimerFired":
      return toFinished(state, "paused too long", event.atMs)
    case "LeaveRequested":
    case "PlayerGone":
      return leaveWhilePaused(state, event)
    case "JoinRequested":
      return refuse(state, event.by.id, isSeated(state.held, event.by.id) ? "already seated" : "paused")
    case "GoRequested":
    case "EarlyAnswerRequested":
    case "ExtraMinuteRequested":
    case "ClubHelpRequested":
    case "AnswererNamed":
    case "VoteCast":
    case "AppealRequested":
    case "NextRequested":
      return refuse(state, event.by, "paused")
    case "QuestionDrawn":
    case "QuestionsExhausted":
    case "TextSaid":
      return ignore(state)
  }
}
