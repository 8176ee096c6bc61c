/** The game is over and only its results remain. A late timer or a late answer changes nothing. */
import type { PhaseEvent } from "../game-event.ts"
import type { Finished } from "../game-state.ts"
import type { PlayerId } from "../ids.ts"
import { isSeated } from "../rules/seats.ts"
import { go, ignore, refuse, type Step } from "../step.ts"

export const finished = (state: Finished, event: PhaseEvent): Step => {
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
      return partWith(state, event.player)
    case "QuestionDrawn":
    case "QuestionsExhausted":
    case "TextSaid":
    case "TimerFired":
      return ignore(state)
  }
}

/** What they have played stays theirs, but they cannot be seated in a rematch any more. */
const partWith = (state: Finished, player: PlayerId): Step => {
  const { gone = [] } = state
  return isSeated(state, player) && !gone.includes(player) ? go({ ...state, gone: [...gone, player] }) : ignore(state)
}
