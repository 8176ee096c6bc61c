/** One turn of the show: an event is judged and reduced, a question it wants is drawn, and all of it is spoken of. Pure. */
import {
  type EffectOf,
  type GameEvent,
  type GameState,
  judged,
  type Lexicon,
  nextSettingsOf,
  type Question,
  type Seed,
  turn,
  type Turned
} from "@znatoki/engine"
import type { Audience } from "./around.ts"
import type { ChoiceLeft } from "./questions/choice-left.ts"
import { inPrivate } from "./proposal/proposal-keyboard.ts"
import { nothingSaid, type SaidLately, withReply } from "./said-lately.ts"
import { speak, type Spoken, type Via } from "./speak.ts"

/** How the event came, and what of the conversation has to be known beside the game. */
export interface Occasion extends Omit<Audience, "choiceLeft"> {
  /** What is left of the questions that were chosen once this turn has drawn its own. */
  readonly leftOfChoice?: () => ChoiceLeft | null
  readonly via: Via
  readonly saidLately?: SaidLately
  /** The words that answers are judged with; without them the judge goes by the letters alone. */
  readonly lexicon?: Lexicon | undefined
}

export interface Shown extends Turned, Spoken {
  readonly saidLately: SaidLately
}

/** Yields a wish for a question; expects the question, or null when there are none left. */
export type Showing = Generator<EffectOf<"QuestionWanted">, Shown, Question | null>

export function* showTurn(before: GameState, event: GameEvent, occasion: Occasion, roll: () => Seed): Showing {
  const { lexicon, saidLately = nothingSaid, via } = occasion
  const heard = event._tag === "TextSaid" ? judged(before, event, lexicon) : event
  const turned = yield* occasion.alone === true ? turnAlone(before, heard, roll) : turn(before, heard, roll)
  const said = via === "words" ? withReply(saidLately, turned.effects, event.atMs) : saidLately
  // The log tells all that is said, so whatever changes the state is answered.
  const isQuiet = turned.effects.length === 0 || (said === null && turned.state === before)
  const spoken = isQuiet
    ? silence
    : speak(turned.state, turned.effects, via, { ...occasion, choiceLeft: occasion.leftOfChoice?.() ?? null })
  const outgoing = occasion.alone === true ? inPrivate(spoken.outgoing) : spoken.outgoing
  return { ...turned, ...spoken, outgoing, saidLately: said ?? saidLately }
}

/** Nobody but the table is there to vote. */
const decidedAlone = (event: GameEvent, before: GameState): GameEvent =>
  event._tag === "StartRequested"
    ? { ...event, settings: { ...(event.settings ?? nextSettingsOf(before)), voters: "table" } }
    : event

/** Whoever plays alone waits for nobody: the table is full as soon as it is laid. */
function* turnAlone(
  before: GameState,
  heard: GameEvent,
  roll: () => Seed
): Generator<EffectOf<"QuestionWanted">, Turned, Question | null> {
  const event = decidedAlone(heard, before)
  const first = yield* turn(before, event, roll)
  if (event._tag !== "StartRequested" || first.state._tag !== "Lobby" || first.state === before) return first
  const go: GameEvent = { _tag: "GoRequested", atMs: event.atMs, seed: roll(), by: event.by.id, seen: null }
  const then = yield* turn(first.state, go, roll)
  return {
    state: then.state,
    steps: [...first.steps, ...then.steps],
    effects: [...first.effects, ...then.effects]
  }
}

const silence: Spoken = { outgoing: [], notice: null }
