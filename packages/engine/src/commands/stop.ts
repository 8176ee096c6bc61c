/** `stop`: ends the session early, in any phase. Everybody in the conversation may, seated or not. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import { refuse, type Step } from "../step.ts"
import { toFinished } from "../transitions/finish.ts"

export const stop = (state: GameState, event: EventOf<"StopRequested">): Step =>
  state._tag === "Idle" || state._tag === "Finished"
    ? refuse(state, event.by, "no session")
    : toFinished(state, "stopped", event.atMs)
