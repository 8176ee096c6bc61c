/** The table votes, on a disputed answer or on an appeal, until it is decided or the time is up. */
import type { PhaseEvent } from "../game-event.ts"
import type { Appeal, Vote } from "../game-state.ts"
import { castVote } from "../rules/cast-vote.ts"
import { leaveTable } from "../rules/leave-table.ts"
import { joinTooEarly } from "../rules/seats.ts"
import { ignore, refuse, type Step } from "../step.ts"
import { closed } from "../transitions/vote.ts"

export const voting = (state: Appeal | Vote, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "VoteCast":
      return castVote(state, event)
    case "TimerFired":
      return closed(state, event.atMs)
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
    case "AppealRequested":
    case "NextRequested":
      return refuse(state, event.by, "not now")
    case "QuestionDrawn":
    case "QuestionsExhausted":
    case "TextSaid":
      return ignore(state)
  }
}
