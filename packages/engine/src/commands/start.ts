/** `start`: opens a table. Refused while a session runs. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import { refuse, type Step } from "../step.ts"
import { toLobby } from "../transitions/open-table.ts"

export const start = (state: GameState, event: EventOf<"StartRequested">): Step =>
  state._tag === "Idle" || state._tag === "Finished"
    ? toLobby(state, event)
    : refuse(state, event.by.id, "session running")
