/** The named player answers, once. Silence is a wrong answer. */
import type { PhaseEvent } from "../game-event.ts"
import type { Answer } from "../game-state.ts"
import { judgeSilence, judgeText } from "../rules/judge-text.ts"
import { leaveTable } from "../rules/leave-table.ts"
import { joinTooEarly } from "../rules/seats.ts"
import { ignore, refuse, type Step } from "../step.ts"

export const answer = (state: Answer, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "TextSaid":
      return judgeText(state, event)
    case "TimerFired":
      return judgeSilence(state, event.atMs)
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
    case "QuestionDrawn":
    case "QuestionsExhausted":
      return ignore(state)
  }
}
