/** One event and all that follows from it at once: a question that is wanted is drawn, and asked, in the same breath. */
import type { EffectOf, GameEffect } from "./game-effect.ts"
import type { GameEvent } from "./game-event.ts"
import type { GameState } from "./game-state.ts"
import type { Seed } from "./ids.ts"
import type { Question } from "./question.ts"
import { reduce } from "./reduce.ts"
import type { Step } from "./step.ts"

/** What came of a turn. */
export interface Turned {
  /** The very same object as before if nothing changed. */
  readonly state: GameState
  /** The first event, and those that gave the questions, each with what came of it. A log holds them all. */
  readonly steps: ReadonlyArray<{ readonly event: GameEvent; readonly effects: ReadonlyArray<GameEffect> }>
  /** In the order in which they are to be carried out. */
  readonly effects: ReadonlyArray<GameEffect>
}

/** Yields a wish for a question; expects the question, or null when there are none left. */
export type Turning = Generator<EffectOf<"QuestionWanted">, Turned, Question | null>

/** `roll` throws the dice anew for each event after the first. Where a question is drawn from is up to who runs the turn. */
export function* turn(before: GameState, first: GameEvent, roll: () => Seed): Turning {
  let step = reduce(before, first)
  const steps = [{ event: first, effects: step.effects }]
  const effects = [...step.effects]
  for (let wanted = wantedIn(step); wanted !== undefined; wanted = wantedIn(step)) {
    const question: Question | null = yield wanted
    const common = { atMs: first.atMs, seed: roll(), round: wanted.round, place: wanted.place }
    const event: GameEvent =
      question === null ? { _tag: "QuestionsExhausted", ...common } : { _tag: "QuestionDrawn", ...common, question }
    step = reduce(step.state, event)
    steps.push({ event, effects: step.effects })
    effects.push(...step.effects)
  }
  return { state: step.state, steps, effects }
}

const wantedIn = ({ effects }: Step): EffectOf<"QuestionWanted"> | undefined =>
  effects.find((effect) => effect._tag === "QuestionWanted")

/** Runs `turning` to its end with questions that are at hand. */
export const finishTurn = <A>(
  turning: Generator<EffectOf<"QuestionWanted">, A, Question | null>,
  draw: (wanted: EffectOf<"QuestionWanted">) => Question | null
): A => {
  let next = turning.next(null)
  while (next.done !== true) next = turning.next(draw(next.value))
  return next.value
}
