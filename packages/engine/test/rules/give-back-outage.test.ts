import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { after, bob, due, effectOf, nothing, outage, rareScene, say, scene } from "../scene.ts"

const { answer, choice, discussion, lobby, verdict, warned, wheel } = scene()
const { appealed, helped, naming, voting } = rareScene()
const waiting = [lobby, naming, wheel, discussion, helped, choice, answer, voting, verdict, appealed]

describe("giving back an outage", () => {
  it.each(waiting)("in $_tag the deadline moves by what was lost and keeps its name", (state) => {
    const { timer, atMs } = state.deadline
    const step = reduce(state, outage(5_000))
    expect(step.state).toMatchObject({ _tag: state._tag, deadline: { timer, atMs: atMs + 5_000 } })
    expect(step.effects).toEqual([
      { _tag: "TimeGivenBack", lostMs: 5_000, endsAtMs: (state._tag === "Discussion" ? state.endsAtMs : atMs) + 5_000 },
      { _tag: "TimerSet", timer, atMs: atMs + 5_000 }
    ])
  })

  it.each(waiting)("in $_tag the timer at the old time is then too early", (state) => {
    const moved = after(state, outage(5_000))
    expect(reduce(moved, due(state))).toEqual(nothing(moved))
    expect(reduce(moved, due(moved)).state).not.toBe(moved)
  })

  it("a short outage is given back without a word", () => {
    expect(reduce(choice, outage(999)).effects.map((effect) => effect._tag)).toEqual(["TimerSet"])
    expect(effectOf(reduce(choice, outage(1_000)), "TimeGivenBack")).toBeDefined()
  })

  it.each(waiting)("in $_tag an outage of no time changes nothing", (state) => {
    expect(reduce(state, outage(0))).toEqual(nothing(state))
  })

  it("moves the end of the discussion along with the warning before it", () => {
    const moved = after(discussion, outage(5_000))
    expect(moved).toMatchObject({ endsAtMs: discussion.endsAtMs + 5_000 })
    expect(reduce(moved, due(moved)).effects[0]).toEqual({ _tag: "TimeRunningOut", leftMs: 10_000 })
  })

  it("in the last seconds of the discussion the end moves too", () => {
    const moved = after(warned, outage(5_000))
    expect(moved).toMatchObject({ endsAtMs: 77_000, deadline: { timer: "1/discussion", atMs: 77_000 } })
  })

  it.each([discussion, helped, choice, answer])("an outage in $_tag is not counted as time to think", (state) => {
    expect(after(state, outage(5_000))).toMatchObject({ askedAtMs: state.askedAtMs + 5_000 })
  })

  it("an answer after an outage took only the time people had", () => {
    const late = after(answer, outage(5_000), say(bob, "четыре", 95))
    expect(late).toMatchObject({ results: [{ tookMs: 78_000 }] })
  })
})
