/**
 * fast-check generators of whole games.
 *
 * Purely random events almost never reach an answer, so a game is a list of moves, and most moves ask the state what
 * it is waiting for.
 */
import fc from "fast-check"
import { type GameEvent } from "../game-event.ts"
import { type GameState, initialState } from "../game-state.ts"
import type { Seed } from "../ids.ts"
import { reduce } from "../reduce.ts"
import { later } from "../rules/deadline.ts"
import type { Settings } from "../settings.ts"
import type { Rules, Step } from "../step.ts"
import { anyEvent, anyQuestion, anySeed, anySettings } from "./arbitraries.ts"
import { type At, eventOfMove, type Move } from "./event-of-move.ts"

/** A move, how long after the one before it comes, and its dice. */
export interface Timed {
  readonly move: Move
  /** Below zero: before it, for the clocks of two processes differ. */
  readonly waitMs: number
  readonly seed: Seed
}

/** A game to be played: what it is played with, and what happens in it. */
export interface Game {
  readonly settings: Settings
  readonly moves: ReadonlyArray<Timed>
}

/** One event of a played game. `Own`: the reasons for which rules of your own refuse. */
export interface Turn<Own extends string = never> {
  readonly before: GameState
  readonly event: GameEvent
  readonly step: Step<Own>
}

const kind = <const Kind extends Move["kind"]>(name: Kind) => ({ kind: fc.constant(name) })
const who = fc.nat({ max: 11 })

/** To the question whether to stop; null: the wish itself. */
const anyAnswer = fc.option(fc.boolean(), { nil: null, freq: 2 })

const anySilence: fc.Arbitrary<Move> = fc.record({ ...kind("silence"), question: anyQuestion })

/** Mostly what the phase waits for; now and then a nuisance, or any event at all. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ ...kind("forward"), who, short: fc.boolean(), question: anyQuestion }) },
  { weight: 5, arbitrary: fc.record({ ...kind("time"), lateMs: fc.integer({ min: -50, max: 1_000 }) }) },
  { weight: 1, arbitrary: anySilence },
  { weight: 3, arbitrary: fc.record({ ...kind("join"), who }) },
  { weight: 1, arbitrary: fc.record({ ...kind("leave"), who, gone: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ ...kind("ask"), who, wish: fc.constantFrom("minute", "club", "appeal") }) },
  { weight: 2, arbitrary: fc.record({ ...kind("pause"), who }) },
  { weight: 2, arbitrary: fc.record(kind("host")) },
  { weight: 1, arbitrary: fc.record({ ...kind("stop"), who, lateMs: fc.nat({ max: 700_000 }), yes: anyAnswer }) },
  { weight: 2, arbitrary: fc.record({ ...kind("ruling"), who, accepted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ ...kind("settings"), who, settings: anySettings }) },
  { weight: 1, arbitrary: fc.record({ ...kind("outage"), lostMs: fc.nat({ max: 20_000 }) }) },
  { weight: 1, arbitrary: fc.record({ ...kind("again"), which: fc.nat({ max: 99 }) }) },
  { weight: 2, arbitrary: fc.record({ ...kind("wild"), event: anyEvent }) },
  { weight: 1, arbitrary: fc.boolean().map((really): Move => (really ? { kind: "no questions" } : aMinute)) }
)
const aMinute: Move = { kind: "outage", lostMs: 60_000 }

const anyWaitMs = fc.oneof(
  { weight: 12, arbitrary: fc.nat({ max: 5_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -60_000, max: 0 }) }
)

/** A game that breaks a law is shrunk by leaving moves out; shrinking each move as well would take minutes. */
const timed = (move: fc.Arbitrary<Move>): fc.Arbitrary<Timed> =>
  fc.noShrink(fc.record({ move, waitMs: anyWaitMs, seed: anySeed }))

/** Mostly one move; now and then everybody is silent for a round or two. */
const anyMoves = fc.oneof(
  { weight: 30, arbitrary: fc.tuple(timed(anyMove)) },
  { weight: 1, arbitrary: fc.array(timed(anySilence), { minLength: 4, maxLength: 16 }) }
)

/** Games of up to 120 moves, so that most get as far as an answer and many to their end. */
export const anyGame: fc.Arbitrary<Game> = fc.record({
  settings: anySettings,
  // The usual size makes most games too short to get as far as an answer.
  moves: fc.array(anyMoves, { maxLength: 110, size: "max" }).map((moves) => moves.flat().slice(0, 120))
})

/** Every event of a game played by `rules`, with what was before it and what came of it. */
export const playWith = <Own extends string = never>(
  rules: Rules<Own>,
  { moves, settings }: Game
): ReadonlyArray<Turn<Own>> => {
  const turns: Array<Turn<Own>> = []
  let state = initialState(settings)
  let clockMs = 0
  for (const { move, seed, waitMs } of moves) {
    const event = eventOf(state, move, { atMs: Math.max(0, later(clockMs, waitMs)), seed }, turns)
    const step = rules(state, event)
    turns.push({ before: state, event, step })
    state = step.state
    if (move.kind !== "wild" && move.kind !== "again") clockMs = Math.max(clockMs, event.atMs)
  }
  return turns
}

/** Every event of a game played by the rules of the engine, with what was before it and what came of it. */
export const play = (game: Game): ReadonlyArray<Turn> => playWith(reduce, game)

/** Where a game stands after its last move. */
export const lastState = (game: Game): GameState => play(game).at(-1)?.step.state ?? initialState(game.settings)

/** An earlier event is looked up in `turns`. */
export const eventOf = (state: GameState, move: Move, at: At, turns: ReadonlyArray<Turn<string>> = []): GameEvent => {
  const earlier = move.kind === "again" ? turns[move.which % Math.max(1, turns.length)] : undefined
  return earlier?.event ?? eventOfMove(state, move, at)
}
