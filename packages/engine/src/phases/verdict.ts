/** The right answer and the score are shown; seats may change; then the next round or the end. */
import type { EventOf, PhaseEvent } from "../game-event.ts"
import type { Verdict } from "../game-state.ts"
import { fileAppeal } from "../rules/file-appeal.ts"
import { leaveTable } from "../rules/leave-table.ts"
import { isSeated, join } from "../rules/seats.ts"
import { hearPerson } from "../rules/silence.ts"
import { ignore, refuse, type Step } from "../step.ts"
import { toNextRound } from "../transitions/begin-round.ts"

export const verdict = (state: Verdict, event: PhaseEvent): Step => {
  switch (event._tag) {
    case "NextRequested":
      if (!isSeated(state, event.by)) return refuse(state, event.by, "not seated")
      return toNextRound(state, event.atMs, event.seed)
    case "TimerFired":
      return toNextRound(state, event.atMs, event.seed)
    case "AppealRequested":
      return fileAppeal(state, event)
    case "JoinRequested":
      return sitDown(state, event)
    case "LeaveRequested":
    case "PlayerGone":
      return leaveTable(state, event)
    case "GoRequested":
    case "EarlyAnswerRequested":
    case "ExtraMinuteRequested":
    case "ClubHelpRequested":
    case "AnswererNamed":
    case "VoteCast":
      return refuse(state, event.by, "not now")
    case "QuestionDrawn":
    case "QuestionsExhausted":
    case "TextSaid":
      return ignore(state)
  }
}

/** Who sits down is heard, too, and did not sit at the table before. */
const sitDown = (state: Verdict, event: EventOf<"JoinRequested">): Step => {
  const { effects, state: seated } = join(state, event)
  return { effects, state: hearPerson(seated, event) }
}
