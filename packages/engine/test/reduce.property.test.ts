import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { FinishReason, GameState, PauseReason, SectorKind } from "../src/game-state.ts"
import { GameEffect } from "../src/game-effect.ts"
import { GameEvent } from "../src/game-event.ts"
import { Refusal } from "../src/refusal.ts"
import { reduce } from "../src/reduce.ts"
import { momentOf } from "../src/rules/moment.ts"
import { anyEvent, anyGame, anyQuestion, byTimeAlone, lastState, laws, play } from "../src/testing/index.ts"

const freeze = <A>(value: A): A => {
  if (typeof value !== "object" || value === null) return value
  for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}

describe("in every game", () => {
  it.each(laws)("$sentence", ({ holds }) => {
    fc.assert(
      fc.property(anyGame, (game) => {
        expect(holds(play(game))).toBe(true)
      }),
      { numRuns: 100 }
    )
  })

  it("every law also holds of any event after any moves", () => {
    fc.assert(
      fc.property(anyGame, anyEvent, (game, event) => {
        const before = lastState(game)
        const turns = [...play(game), { before, event, step: reduce(before, event) }]
        expect(laws.filter((law) => !law.holds(turns)).map((law) => law.sentence)).toEqual([])
      }),
      { numRuns: 100 }
    )
  })

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

describe("the generated games", () => {
  it("reach every phase, every effect, every refusal and every way of the rest", () => {
    const seen = new Set<string>()
    for (const game of fc.sample(anyGame, { numRuns: 1_500, seed: 1 })) {
      for (const { event, step } of play(game)) {
        seen.add(`phase ${step.state._tag}`)
        if (step.effects.length > 0) seen.add(`event ${event._tag}`)
        if (step.state._tag === "Paused") seen.add(`paused in ${step.state.held._tag}`)
        for (const effect of step.effects) for (const way of [`effect ${effect._tag}`, ...waysOf(effect)]) seen.add(way)
      }
    }
    const wanted = [
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
    expect(wanted.filter((what) => !seen.has(what))).toEqual([])
  })
})
