/** The team thinks. It ends when the time is up, or when the captain cuts it short. */
import type { PhaseEvent } from "../game-event.ts"
import type { Discussion } from "../game-state.ts"
import { askForMinute, askTheClub } from "../rules/ask-for-help.ts"
import { answerEarly, endDiscussion } from "../rules/end-discussion.ts"
import { leaveTable } from "../rules/leave-table.ts"
import { nameAnswerer } from "../rules/name-answerer.ts"
import { joinTooEarly } from "../rules/seats.ts"
import { ignore, refuse, type Step } from "../step.ts"
import { toLastSeconds } from "../transitions/discuss.ts"

export const discussion = (state: Discussion, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "TimerFired":
      // A warning that comes when the time is up already would warn of nothing.
      return event.atMs < state.endsAtMs ? toLastSeconds(state, event.atMs) : endDiscussion(state, event.atMs)
    case "EarlyAnswerRequested":
      return answerEarly(state, event)
    case "AnswererNamed":
      return nameAnswerer(state, event)
    case "ExtraMinuteRequested":
      return askForMinute(state, event)
    case "ClubHelpRequested":
      return askTheClub(state, event)
    case "LeaveRequested":
    case "PlayerGone":
      return leaveTable(state, event)
    case "JoinRequested":
      return joinTooEarly(state, event)
    case "GoRequested":
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
