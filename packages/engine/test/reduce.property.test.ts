import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { FinishReason, GameState, PauseReason, SectorKind } from "../src/game-state.ts"
import { GameEffect } from "../src/game-effect.ts"
import { GameEvent } from "../src/game-event.ts"
import { Refusal } from "../src/refusal.ts"
import { reduce } from "../src/reduce.ts"
import { momentOf } from "../src/rules/moment.ts"
import {
  anyEvent,
  anyGame,
  anyQuestion,
  byTimeAlone,
  type Game,
  lastState,
  laws,
  play,
  type Turn
} from "../src/testing/index.ts"

const freeze = <A>(value: A): A => {
  if (typeof value !== "object" || value === null) return value
  for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}

const played = (game: Game, event: GameEvent): ReadonlyArray<Turn> => {
  const before = lastState(game)
  return [...play(game), { before, event, step: reduce(before, event) }]
}

/** Every law is held against the same games, as playing takes longer than looking; others whenever this runs. */
const runs = { numRuns: 200, seed: Math.floor(Math.random() * 2 ** 31) }
const games = fc.sample(fc.tuple(anyGame, anyEvent), runs).map((each) => played(...each))

describe("in every game, whatever comes after its moves", () => {
  it.each(laws)("$sentence", ({ holds }) => {
    if (games.every(holds)) return
    // The same once more, for fast-check to find the smallest and to tell the seed.
    fc.assert(
      fc.property(fc.tuple(anyGame, anyEvent), (each) => {
        expect(holds(played(...each))).toBe(true)
      }),
      runs
    )
    expect.unreachable("a game that breaks the law is found again")
  })
})

describe("in every game", () => {
  it("nothing that was handed in is changed", () => {
    fc.assert(
      fc.property(anyGame, anyEvent, (game, event) => {
        const before = freeze(lastState(game))
        expect(() => reduce(before, freeze(event))).not.toThrow()
      })
    )
  })

  it("every phase has a way out by time alone, and a game that can end ends", () => {
    fc.assert(
      fc.property(anyGame, anyQuestion, (game, question) => {
        const from = lastState(game)
        const states = byTimeAlone(from, question, 100)
        for (const [i, state] of states.entries()) {
          const next = states[i + 1]
          if (next === undefined) continue
          expect(next, `stuck in ${state._tag}`).not.toEqual(state)
        }
        const { pointsToWin, rounds, silentRoundsMax } = from.settings
        // A pause that is forgotten ends a game that nothing else would end, and silence pauses it.
        const isEndless = rounds === null && pointsToWin === null && silentRoundsMax === 0 && from._tag !== "Paused"
        const end = states.at(-1) ?? from
        const goesOn = !("deadline" in from) || momentOf(end).round > 10
        expect(from._tag === "Idle" || (isEndless ? goesOn : end._tag === "Finished")).toBe(true)
      })
    )
  })
})

/** What can be told apart in an effect, beyond its kind. */
const waysOf = (effect: GameEffect): ReadonlyArray<string> => {
  switch (effect._tag) {
    case "Refused":
      return [`refusal ${effect.reason}`]
    case "AnswerWanted":
      return [`answerer chosen: ${effect.chosen}`]
    case "SoloistNamed":
      return [`soloist chosen: ${effect.chosen}`]
    case "WheelSpun":
      return [`sector ${effect.kind}`, ...(effect.stopped === effect.sector ? [] : ["sector moved on"])]
    case "VoteClosed":
      return [`vote closed: ${effect.accepted}`]
    case "AppealRuled":
      return [`appeal ruled by ${effect.by}: ${effect.accepted}`]
    case "RoundJudged":
      return effect.blitz === null ? [] : [`blitz won by ${effect.point}`]
    case "GamePaused":
      return [`pause ${effect.why}`]
    case "GameFinished":
      return [`finish ${effect.reason}`]
    default:
      return []
  }
}

const ways = ({ event, step }: Turn): ReadonlyArray<string> => [
  `phase ${step.state._tag}`,
  ...(step.effects.length > 0 ? [`event ${event._tag}`] : []),
  ...(step.state._tag === "Paused" ? [`paused in ${step.state.held._tag}`] : []),
  ...step.effects.flatMap((effect) => [`effect ${effect._tag}`, ...waysOf(effect)])
]

/** Whatever there is to come by. */
const wanted: ReadonlyArray<string> = [
  ...GameState.discriminants.map((tag) => `phase ${tag}`),
  ...GameState.discriminants
    .filter((tag) => tag !== "Idle" && tag !== "Finished" && tag !== "Paused")
    .map((tag) => `paused in ${tag}`),
  ...Object.keys(GameEvent.cases).map((tag) => `event ${tag}`),
  ...Object.keys(GameEffect.cases).map((tag) => `effect ${tag}`),
  ...Refusal.literals.map((reason) => `refusal ${reason}`),
  ...PauseReason.literals.map((why) => `pause ${why}`),
  ...FinishReason.literals.map((reason) => `finish ${reason}`),
  ...SectorKind.literals.map((kind) => `sector ${kind}`),
  "sector moved on",
  ...["captain", "captain silent", "answerer left"].map((how) => `answerer chosen: ${how}`),
  ...["captain", "captain silent", "soloist left"].map((how) => `soloist chosen: ${how}`),
  ...["true", "false"].flatMap((accepted) => [
    `vote closed: ${accepted}`,
    `appeal ruled by table: ${accepted}`,
    `appeal ruled by admin: ${accepted}`
  ]),
  "blitz won by team",
  "blitz won by bot"
]

describe("the generated games", () => {
  it("reach every phase, every effect, every refusal and every way of the rest, within 1,500 of them", () => {
    let missing = wanted
    for (let seed = 1; seed <= 15 && missing.length > 0; seed++) {
      const seen = new Set(fc.sample(anyGame, { numRuns: 100, seed }).flatMap((game) => play(game).flatMap(ways)))
      missing = missing.filter((what) => !seen.has(what))
    }
    expect(missing).toEqual([])
  })
})
