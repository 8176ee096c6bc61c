/** A game from its log. */
import type { GameEvent } from "./game-event.ts"
import type { GameState } from "./game-state.ts"
import { reduce } from "./reduce.ts"
import type { Step } from "./step.ts"

/** What came of a log. */
export interface Replay {
  /** After the last event; of no events, the initial one. */
  readonly state: GameState
  /** One step for each event, in order. */
  readonly steps: ReadonlyArray<Step>
}

/**
 * `reduce`, event by event: the same log always makes the same states and effects. Carry out none of the effects again;
 * refused and ignored events may stay in the log.
 */
export const replay = (initial: GameState, events: Iterable<GameEvent>): Replay => {
  const steps: Array<Step> = []
  let state = initial
  for (const event of events) {
    const step = reduce(state, event)
    steps.push(step)
    state = step.state
  }
  return { state, steps }
}
