/** A game's log played again from its first event: what each changed, what came of it, and what was said. Pure. */
import { type GameEffect, type GameEvent, type GameState, initialState, presets, reduce } from "@znatoki/engine"
import type { ArchivedEvent } from "@znatoki/ports/game-archive"

/** What the bot says of these effects, in words; `event` is the first of those that are spoken of together. */
export type Told = (state: GameState, effects: ReadonlyArray<GameEffect>, event: GameEvent) => ReadonlyArray<string>

export interface PlayedStep extends ArchivedEvent {
  readonly before: GameState
  readonly state: GameState
  readonly effects: ReadonlyArray<GameEffect>
  readonly said: ReadonlyArray<string>
}

/** The event that begins a game tells its settings in full, so what was before it does not matter. */
const stateBefore = (game: number): GameState => ({ ...initialState(presets.classic), game: Math.max(0, game - 1) })

/** Where a log was deleted, what a late ruling added cannot be played without what was before it: then there are no steps. */
export const playedSteps = (game: number, log: ReadonlyArray<ArchivedEvent>, told: Told): ReadonlyArray<PlayedStep> => {
  if (log[0]?.position !== 1) return []
  let state = stateBefore(game)
  let together: { readonly event: GameEvent; readonly effects: ReadonlyArray<GameEffect> } | null = null
  return log.map((archived, i) => {
    const { event } = archived
    const before = state
    const step = reduce(before, event)
    state = step.state
    together = { event: together?.event ?? event, effects: [...(together?.effects ?? []), ...step.effects] }
    // An event without a source follows from the one before it, and both are spoken of together.
    const isLast = log[i + 1]?.source !== null
    const said = isLast ? told(state, together.effects, together.event) : []
    if (isLast) together = null
    return { ...archived, before, state, effects: step.effects, said }
  })
}
