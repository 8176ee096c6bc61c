import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import {
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

const { choice } = scene()

describe("choice", () => {
  it("the captain names who answers", () => {
    const step = reduce(choice, name(ann, bob))
    expect(step.state).toMatchObject({ _tag: "Answer", answerer: bob.id, early: false, askedAtMs: 12_000 })
    expect(step.effects).toEqual([
      { _tag: "AnswerWanted", answerer: bob, chosen: "captain" },
      { _tag: "TimerSet", timer: "1/answer", atMs: 110_000 }
    ])
  })

  it("the captain may answer in person", () => {
    expect(reduce(choice, name(ann, ann)).state).toMatchObject({ _tag: "Answer", answerer: ann.id })
  })

  it("if the captain is silent the lot names somebody at the table", () => {
    const named = [0, 1, 2, 3, 4, 5].map((seed) => reduce(choice, due(choice, 0, seed)))
    for (const { effects } of named) {
      expect(effects[0]).toMatchObject({ _tag: "AnswerWanted", chosen: "captain silent" })
    }
    const answerers = new Set(named.map(({ state }) => (state._tag === "Answer" ? state.answerer : state._tag)))
    expect([...answerers].toSorted()).toEqual([ann.id, bob.id])
  })

  it("an answer after an early end of the discussion stays early", () => {
    const hurried = reduce(scene().discussion, early(ann)).state
    expect(reduce(hurried, name(ann, bob)).state).toMatchObject({ _tag: "Answer", early: true })
  })

  it("joining waits for the end of the round", () => {
    expect(reduce(choice, join(cid))).toEqual(refusal(choice, cid, "join between rounds"))
  })

  it.each([go(ann), early(ann), next(ann)])("$_tag is not for now", (event) => {
    expect(reduce(choice, event)).toEqual(refusal(choice, ann, "not now"))
  })

  it.each([say(ann, "четыре"), draw(), exhausted()])("$_tag is ignored", (event) => {
    expect(reduce(choice, event)).toEqual(nothing(choice))
  })
})
