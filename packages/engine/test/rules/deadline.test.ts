import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { TimerName } from "../../src/ids.ts"
import { reduce } from "../../src/reduce.ts"
import { attemptOf, later, timerName } from "../../src/rules/deadline.ts"
import { after, due, go, nothing, scene, start, stopAtOnce, ann, at } from "../scene.ts"

const { answer, choice, discussion, lobby, verdict, wheel } = scene()
const waiting = [lobby, wheel, discussion, choice, answer, verdict]

describe("deadline", () => {
  it("its name tells round, kind and which wait of its kind it is", () => {
    expect(timerName({ round: 3 }, "answer")).toBe("3/answer")
    expect(timerName({ round: 3, attempt: 2 }, "answer")).toBe("3/answer#2")
    expect(timerName({ round: 3, place: 2 }, "answer")).toBe("3.2/answer")
    expect(timerName({ round: 3, place: 2, attempt: 4 }, "answer")).toBe("3.2/answer#4")
    expect([attemptOf("3/answer"), attemptOf("3/answer#12")]).toEqual([1, 12])
  })

  it.each(["3/answer", "3/answer#2", "3.2/answer", "3.2/answer#4"])("%j is one", (text) => {
    expect(Schema.is(TimerName)(text)).toBe(true)
  })

  it.each(["answer", "3", "3/lunch", "3/answer#", "3/answer#x", "-1/answer", "3.x/answer", "3.2.1/answer"])(
    "%j is no name of a timer",
    (text) => {
      expect(Schema.is(TimerName)(text)).toBe(false)
    }
  )

  it.each(waiting)("in $_tag the timer acts on time and late, but not a millisecond early", (state) => {
    expect(reduce(state, due(state, -1))).toEqual(nothing(state))
    expect(reduce(state, due(state)).state).not.toBe(state)
    expect(reduce(state, due(state, 86_400_000)).state).not.toBe(state)
  })

  it.each(waiting)("in $_tag the timer of another game or another name changes nothing", (state) => {
    const fired = { _tag: "TimerFired", ...at(9_999), game: state.game, timer: state.deadline.timer } as const
    expect(reduce(state, { ...fired, game: state.game + 1 })).toEqual(nothing(state))
    expect(reduce(state, { ...fired, timer: "7/answer" })).toEqual(nothing(state))
  })

  it("a timer that fires twice acts once", () => {
    const moved = after(choice, due(choice))
    expect(reduce(moved, due(choice))).toEqual(nothing(moved))
  })

  it("the lobby of a new game does not hear the lobby timer of the last", () => {
    const lobbyAgain = after(lobby, go(ann), stopAtOnce, start(ann))
    expect(reduce(lobbyAgain, due(lobby))).toEqual(nothing(lobbyAgain))
  })

  it("is never later than a state can hold", () => {
    expect(later(Number.MAX_SAFE_INTEGER - 1, 5)).toBe(Number.MAX_SAFE_INTEGER)
  })
})
