/** Nothing has been played here yet; all there is to ask for is a start. */
import type { PhaseEvent } from "../game-event.ts"
import type { Idle } from "../game-state.ts"
import { ignore, refuse, type Step } from "../step.ts"

export const idle = (state: Idle, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "JoinRequested":
      return refuse(state, event.by.id, "no session")
    case "LeaveRequested":
    case "GoRequested":
    case "EarlyAnswerRequested":
    case "ExtraMinuteRequested":
    case "ClubHelpRequested":
    case "AnswererNamed":
    case "VoteCast":
    case "AppealRequested":
    case "NextRequested":
      return refuse(state, event.by, "no session")
    case "PlayerGone":
    case "QuestionDrawn":
    case "QuestionsExhausted":
    case "TextSaid":
    case "TimerFired":
      return ignore(state)
  }
}
