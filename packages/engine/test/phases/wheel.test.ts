import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import {
  after,
  ann,
  bob,
  cid,
  draw,
  due,
  early,
  effectOf,
  exhausted,
  go,
  join,
  name,
  next,
  nothing,
  question,
  refusal,
  say,
  scene
} from "../scene.ts"

const { wheel } = scene()

describe("wheel", () => {
  it("the question of this round is asked, with the time its discussion ends", () => {
    const step = reduce(wheel, draw(1, 12))
    expect(step.state).toMatchObject({ _tag: "Discussion", question, askedAtMs: 12_000, endsAtMs: 72_000 })
    expect(step.effects).toEqual([
      { _tag: "QuestionAsked", round: 1, question, blitz: null, captain: ann, endsAtMs: 72_000 },
      { _tag: "TimerSet", timer: "1/warning", atMs: 62_000 }
    ])
  })

  it("a question of another round is ignored", () => {
    expect(reduce(wheel, draw(2))).toEqual(nothing(wheel))
    expect(reduce(wheel, exhausted(2))).toEqual(nothing(wheel))
  })

  it("a question that does not come is wanted again, under a new timer each time", () => {
    const step = reduce(wheel, due(wheel))
    expect(step.effects).toEqual([
      { _tag: "QuestionWanted", round: 1, place: 1 },
      { _tag: "TimerSet", timer: "1/wheel#2", atMs: 20_000 }
    ])
    const third = reduce(step.state, due(step.state))
    expect(effectOf(third, "TimerSet")?.timer).toBe("1/wheel#3")
    expect(after(third.state, draw())).toMatchObject({ _tag: "Discussion", round: 1 })
  })

  it("the timer of the wait before is stale once the question is wanted again", () => {
    const again = reduce(wheel, due(wheel)).state
    expect(reduce(again, due(wheel, 60_000))).toEqual(nothing(again))
  })

  it("with no question left the game is over", () => {
    const step = reduce(wheel, exhausted())
    expect(step.state).toMatchObject({ _tag: "Finished", reason: "no questions", captain: ann.id })
    expect(step.effects.map((effect) => effect._tag)).toEqual(["GameFinished", "TimerCleared"])
  })

  it("joining waits for the end of the round", () => {
    expect(reduce(wheel, join(cid))).toEqual(refusal(wheel, cid, "join between rounds"))
    expect(reduce(wheel, join(bob))).toEqual(refusal(wheel, bob, "already seated"))
  })

  it.each([go(ann), early(ann), name(ann, bob), next(ann)])("$_tag has to wait", (event) => {
    expect(reduce(wheel, event)).toEqual(refusal(wheel, ann, "not now"))
  })

  it("talk is ignored", () => {
    expect(reduce(wheel, say(ann, "четыре"))).toEqual(nothing(wheel))
  })
})
