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
  exhausted,
  go,
  join,
  name,
  next,
  nothing,
  refusal,
  say,
  scene
} from "../scene.ts"

const { discussion } = scene()

describe("discussion", () => {
  it("the team is warned before the end, and told how much is left", () => {
    const step = reduce(discussion, due(discussion))
    expect(step.state).toMatchObject({ _tag: "Discussion", deadline: { timer: "1/discussion", atMs: 72_000 } })
    expect(step.effects).toEqual([
      { _tag: "TimeRunningOut", leftMs: 10_000 },
      { _tag: "TimerSet", timer: "1/discussion", atMs: 72_000 }
    ])
  })

  it("a late warning tells what is really left, and a useless one is not given", () => {
    expect(reduce(discussion, due(discussion, 4_000)).effects[0]).toEqual({ _tag: "TimeRunningOut", leftMs: 6_000 })
    expect(reduce(discussion, due(discussion, 10_000)).state).toMatchObject({ _tag: "Choice", early: false })
  })

  it.each([
    { why: "switched off", settings: { warningMs: 0 } },
    { why: "as long as the discussion", settings: { warningMs: 60_000 } },
    { why: "longer than the discussion", settings: { warningMs: 61_000 } }
  ])("there is no warning when it is $why", ({ settings }) => {
    const { deadline } = scene(settings).discussion
    expect(deadline).toEqual({ timer: "1/discussion", atMs: 72_000 })
  })

  it("when the time is up the captain is asked who answers", () => {
    const warned = after(discussion, due(discussion))
    const step = reduce(warned, due(warned))
    expect(step.state).toMatchObject({ _tag: "Choice", early: false, askedAtMs: 12_000 })
    expect(step.effects).toEqual([
      { _tag: "AnswererWanted", captain: ann, early: false },
      { _tag: "TimerSet", timer: "1/choice", atMs: 102_000 }
    ])
  })

  it("the captain may end it early", () => {
    const step = reduce(discussion, early(ann))
    expect(step.state).toMatchObject({ _tag: "Choice", early: true })
    expect(step.effects).toEqual([
      { _tag: "AnswererWanted", captain: ann, early: true },
      { _tag: "TimerSet", timer: "1/choice", atMs: 50_000 }
    ])
  })

  it("nobody else may end it early", () => {
    expect(reduce(discussion, early(bob))).toEqual(refusal(discussion, bob, "captain only"))
  })

  it("the captain may name who answers at once, which is early too", () => {
    const step = reduce(discussion, name(ann, bob))
    expect(step.state).toMatchObject({ _tag: "Answer", early: true, answerer: bob.id })
    expect(step.effects).toEqual([
      { _tag: "AnswerWanted", answerer: bob, chosen: "captain" },
      { _tag: "TimerSet", timer: "1/answer", atMs: 110_000 }
    ])
  })

  it("joining waits for the end of the round", () => {
    expect(reduce(discussion, join(cid))).toEqual(refusal(discussion, cid, "join between rounds"))
  })

  it.each([go(ann), next(ann)])("$_tag has to wait", (event) => {
    expect(reduce(discussion, event)).toEqual(refusal(discussion, ann, "not now"))
  })

  it.each([say(ann, "четыре"), draw(), exhausted()])("$_tag is ignored", (event) => {
    expect(reduce(discussion, event)).toEqual(nothing(discussion))
  })
})
