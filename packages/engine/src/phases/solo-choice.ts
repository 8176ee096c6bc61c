/** The captain names who plays the super-blitz. If the captain is silent, the lot decides. */
import type { PhaseEvent } from "../game-event.ts"
import type { SoloChoice } from "../game-state.ts"
import { leaveTable } from "../rules/leave-table.ts"
import { nameAnswerer } from "../rules/name-answerer.ts"
import { joinTooEarly } from "../rules/seats.ts"
import { ignore, refuse, type Step } from "../step.ts"
import { toSuperBlitzByLot } from "../transitions/begin-round.ts"

export const soloChoice = (state: SoloChoice, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "AnswererNamed":
      return nameAnswerer(state, event)
    case "TimerFired":
      return toSuperBlitzByLot(state, event.seed, event.atMs)
    case "LeaveRequested":
    case "PlayerGone":
      return leaveTable(state, event)
    case "JoinRequested":
      return joinTooEarly(state, event)
    case "GoRequested":
    case "EarlyAnswerRequested":
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
