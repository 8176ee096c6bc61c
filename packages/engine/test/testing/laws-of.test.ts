import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import type { Rules } from "../../src/step.ts"
import { anyGame, lawsOf, play, playWith } from "../../src/testing/index.ts"

const games = fc.sample(anyGame, { numRuns: 60, seed: 1 })

/** The laws that some of the games break when they are played by `rules`; where one is named, of no other. */
const brokenBy = (rules: Rules<string>, named?: string): ReadonlyArray<string> => {
  const played = games.map((game) => playWith(rules, game))
  return lawsOf(rules)
    .filter(({ holds, sentence }) => (named ?? sentence) === sentence && !played.every(holds))
    .map(({ sentence }) => sentence)
}

const strict: Rules<"no pauses here"> = (state, event) => {
  const step = reduce(state, event)
  const isGranted = event._tag === "PauseRequested" && step.state !== state
  return isGranted ? { state, effects: [{ _tag: "Refused", by: event.by, reason: "no pauses here" }] } : step
}

const silent: typeof reduce = (state, event) => {
  const { effects, state: next } = reduce(state, event)
  return { state: next, effects: effects.filter(({ _tag }) => _tag !== "TimerSet") }
}

const generous: typeof reduce = (state, event) => {
  const step = reduce(state, event)
  const { state: next } = step
  if (next === state || next._tag !== "Verdict") return step
  return { ...step, state: { ...next, score: { ...next.score, team: next.score.team + 1 } } }
}

/** Of every state the rules make, says that it was silent for so many rounds. */
const silentFor =
  (silentRounds: number): typeof reduce =>
  (state, event) => {
    const { effects, state: next } = reduce(state, event)
    return { effects, state: next !== state && "silentRounds" in next ? { ...next, silentRounds } : next }
  }

const closed: typeof reduce = (state, event) =>
  event._tag === "StartRequested" ? { state, effects: [] } : reduce(state, event)

describe("the laws of rules that are wrapped around the engine's", () => {
  it("hold of the engine's own rules", () => {
    expect(brokenBy(reduce)).toEqual([])
  })

  it("hold of rules that refuse for a reason of their own", () => {
    expect(brokenBy(strict)).toEqual([])
    const refusals = games.flatMap((game) => playWith(strict, game).flatMap(({ step }) => step.effects))
    expect(refusals).toContainEqual({ _tag: "Refused", by: expect.anything(), reason: "no pauses here" })
  })

  it("catch a wrapper that remembers something outside the state", () => {
    let calls = 0
    const moody: typeof reduce = (state, event) => {
      calls += 1
      const step = reduce(state, event)
      if (step.state === state) return step
      return { ...step, state: { ...step.state, settings: { ...step.state.settings, outageNoticeMs: calls } } }
    }
    const law = "the same state and event always give the same step"
    expect(brokenBy(moody, law)).toEqual([law])
  })

  it("catch a wrapper that forgets to tell of a timer", () => {
    expect(brokenBy(silent)).toEqual(["the timers set and cleared so far are exactly the deadline that is waited for"])
  })

  it("catch a wrapper that gives a point away", () => {
    const law = "points, finished rounds and results are as many"
    expect(brokenBy(generous, law)).toEqual([law])
  })

  it.each([
    ["never minds silence", 0],
    ["holds a game for a silence there was not", 9]
  ])("catch a wrapper that %s", (_, silentRounds) => {
    const law = "no round begins after as many silent ones as the settings allow, and no other silence holds the game"
    expect(brokenBy(silentFor(silentRounds), law)).toEqual([law])
  })

  it("are checked of games that the wrapper plays: where no table opens, nothing happens", () => {
    const game = games.find((each) => play(each).some(({ step }) => step.state._tag !== "Idle"))
    expect(game).toBeDefined()
    expect(game && playWith(closed, game).every(({ step }) => step.state._tag === "Idle")).toBe(true)
  })
})
