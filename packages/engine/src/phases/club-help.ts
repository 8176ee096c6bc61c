/** Those who do not play may prompt. Then the discussion goes on, unless the captain has an answer already. */
import type { PhaseEvent } from "../game-event.ts"
import type { ClubHelp } from "../game-state.ts"
import { answerEarly } from "../rules/end-discussion.ts"
import { leaveTable } from "../rules/leave-table.ts"
import { nameAnswerer } from "../rules/name-answerer.ts"
import { joinTooEarly } from "../rules/seats.ts"
import { ignore, refuse, type Step } from "../step.ts"
import { toRestOfDiscussion } from "../transitions/discuss.ts"

export const clubHelp = (state: ClubHelp, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "TimerFired":
      return toRestOfDiscussion(state, event.atMs)
    case "EarlyAnswerRequested":
      return answerEarly(state, event)
    case "AnswererNamed":
      return nameAnswerer(state, event)
    case "LeaveRequested":
    case "PlayerGone":
      return leaveTable(state, event)
    case "JoinRequested":
      return joinTooEarly(state, event)
    case "GoRequested":
    case "ExtraMinuteRequested":
    case "ClubHelpRequested":
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
