/** What becomes of a game that everybody has left lying: only timers fire and questions come. */
import type { GameEvent } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import type { Question } from "../question.ts"
import { reduce } from "../reduce.ts"
import { placeOf } from "../rules/series.ts"
import { drawn, timeUp } from "./event-of-move.ts"

/** The states from `state` on, at most `most` of them; the last is where nothing is waited for any more. */
export const byTimeAlone = (state: GameState, question: Question, most: number): ReadonlyArray<GameState> => {
  const states: Array<GameState> = [state]
  let last = state
  while ("deadline" in last && states.length < most) {
    last = reduce(last, next(last, question)).state
    states.push(last)
  }
  return states
}

const next = (state: Extract<GameState, { readonly deadline: unknown }>, question: Question): GameEvent => {
  const at = { atMs: state.deadline.atMs, seed: state.deadline.atMs }
  return state._tag === "Wheel"
    ? { _tag: "QuestionDrawn", ...at, round: state.round, place: placeOf(state), question: drawn(state, question) }
    : timeUp(state, at)
}
