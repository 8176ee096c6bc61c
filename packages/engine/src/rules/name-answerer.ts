/** Who may name whom. Also allowed during the discussion: a captain may cut it short. */
import type { EventOf } from "../game-event.ts"
import type { Choice, ClubHelp, Discussion, SoloChoice } from "../game-state.ts"
import { refuse, type Step } from "../step.ts"
import { toAnswer } from "../transitions/answer.ts"
import { toSuperBlitz } from "../transitions/begin-round.ts"
import { soloistOf } from "./series.ts"

export const nameAnswerer = (
  state: Discussion | ClubHelp | Choice | SoloChoice,
  event: EventOf<"AnswererNamed">
): Step => {
  if ("series" in state && soloistOf(state.series) !== null) return refuse(state, event.by, "soloist only")
  if (event.by !== state.captain) return refuse(state, event.by, "captain only")
  const player = state.players.find(({ id }) => id === event.player)
  if (player === undefined) return refuse(state, event.by, "answerer not seated")
  return state._tag === "SoloChoice"
    ? toSuperBlitz(state, player, "captain", event.atMs)
    : toAnswer(state, player, "captain", event.atMs)
}
