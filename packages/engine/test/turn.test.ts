import { describe, expect, it } from "vitest"
import fc from "fast-check"
import type { GameEvent } from "../src/game-event.ts"
import { initialState } from "../src/game-state.ts"
import { PlayerId, QuestionId } from "../src/ids.ts"
import type { Question } from "../src/question.ts"
import { replay } from "../src/replay.ts"
import { presets } from "../src/settings.ts"
import { anyEvent, anyGame, lastState } from "../src/testing/index.ts"
import { finishTurn, turn } from "../src/turn.ts"

const anna = { id: PlayerId.make("anna"), name: "Анна" }
const question: Question = {
  id: QuestionId.make("q"),
  text: "Какая планета?",
  answer: "Венера",
  accepted: [],
  rejected: [],
  handout: null,
  comment: null,
  source: null,
  author: null
}
const lobby = replay(initialState(presets.classic), [
  { _tag: "StartRequested", atMs: 0, seed: 1, seen: null, by: anna, settings: null }
]).state
const go: GameEvent = { _tag: "GoRequested", atMs: 5, seed: 1, seen: null, by: anna.id }

describe("a turn", () => {
  it("asks the question that an event wants, at the event's own moment and with dice of its own", () => {
    const { state, steps } = finishTurn(
      turn(lobby, go, () => 77),
      () => question
    )
    expect(state._tag).toBe("Discussion")
    expect(steps.map(({ event }) => event)).toEqual([
      go,
      { _tag: "QuestionDrawn", atMs: 5, seed: 77, round: 1, place: 1, question }
    ])
  })

  it("says that the questions are used up when there is none", () => {
    const { state, steps } = finishTurn(
      turn(lobby, go, () => 77),
      () => null
    )
    expect(state._tag).toBe("Finished")
    expect(steps.at(-1)?.event).toMatchObject({ _tag: "QuestionsExhausted", round: 1, place: 1 })
  })

  it("tells which question is wanted, and waits for it", () => {
    const turning = turn(lobby, go, () => 77)
    expect(turning.next()).toMatchObject({ done: false, value: { _tag: "QuestionWanted", round: 1, place: 1 } })
    expect(turning.next(question)).toMatchObject({ done: true, value: { state: { _tag: "Discussion" } } })
  })

  it("is the same as its events one by one, whatever happens in whatever game", () => {
    fc.assert(
      fc.property(anyGame, anyEvent, (game, event) => {
        const state = lastState(game)
        const turned = finishTurn(
          turn(state, event, () => 7),
          () => question
        )
        const events = turned.steps.map((step) => step.event)
        expect(replay(state, events).state).toEqual(turned.state)
        expect(turned.steps.flatMap(({ effects }) => effects)).toEqual(turned.effects)
        expect(turned.effects.filter(({ _tag }) => _tag === "QuestionWanted")).toHaveLength(events.length - 1)
      })
    )
  })
})
