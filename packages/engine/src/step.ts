/** The ways a rule can end: move on, ignore, refuse. */
import type { GameEffect } from "./game-effect.ts"
import type { GameEvent } from "./game-event.ts"
import type { GameState } from "./game-state.ts"
import type { PlayerId } from "./ids.ts"
import type { Refusal } from "./refusal.ts"

/** A refusal for a reason of your own, by rules that are wrapped around the engine's. */
export type OwnRefused<Own extends string> = Own extends unknown
  ? { readonly _tag: "Refused"; readonly by: PlayerId; readonly reason: Own }
  : never

/** The result of one event. `Own`: the reasons for which rules of your own refuse, none of the engine's own rules. */
export interface Step<Own extends string = never> {
  /** The very same object as before if nothing changed. */
  readonly state: GameState
  /** In the order in which they are to be carried out; a timer comes last. */
  readonly effects: ReadonlyArray<GameEffect | OwnRefused<Own>>
}

/** What `reduce` is, and what may be wrapped around it. */
export type Rules<Own extends string = never> = (state: GameState, event: GameEvent) => Step<Own>

const nothing: ReadonlyArray<GameEffect> = []

/** Moves to `state` and asks for `effects`, in order. */
export const go = (state: GameState, ...effects: ReadonlyArray<GameEffect>): Step => ({ state, effects })

/** Nothing happened that matters here, e.g. a timer of a round that is over. */
export const ignore = (state: GameState): Step => ({ state, effects: nothing })

/** A player asked for something the rules refuse. The state never changes. */
export const refuse = (state: GameState, by: PlayerId, reason: Refusal): Step => ({
  state,
  effects: [{ _tag: "Refused", by, reason }]
})

/** `step`, with `effects` told before its own. */
export const after = (effects: ReadonlyArray<GameEffect>, step: Step): Step => ({
  state: step.state,
  effects: [...effects, ...step.effects]
})
