/** What an effect is spoken of in: the state after the event, the effects beside it, and how the event came. */
import type { GameEffect, GameState } from "@znatoki/engine"
import type { Via } from "./via.ts"

export interface Around {
  readonly state: GameState
  readonly effects: ReadonlyArray<GameEffect>
  readonly via: Via
}
