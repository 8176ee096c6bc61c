/** What becomes of a game that everybody has left lying: only timers fire and questions come. */
import type { GameState } from "../game-state.ts"
import type { Question } from "../question.ts"
import { reduce } from "../reduce.ts"
import { inSilence } from "./event-of-move.ts"

/** The states from `state` on, at most `most` of them; the last is where nothing is waited for any more. */
export const byTimeAlone = (state: GameState, question: Question, most: number): ReadonlyArray<GameState> => {
  const states: Array<GameState> = [state]
  let last = state
  while ("deadline" in last && states.length < most) {
    const { atMs } = last.deadline
    last = reduce(last, inSilence(last, question, { atMs, seed: atMs })).state
    states.push(last)
  }
  return states
}
