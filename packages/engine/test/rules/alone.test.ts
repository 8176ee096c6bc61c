import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import type { Settings } from "../../src/settings.ts"
import {
  after,
  ann,
  bob,
  draw,
  due,
  early,
  effectOf,
  expectPhase,
  go,
  idleWith,
  leave,
  pause,
  rareScene,
  resume,
  say,
  scene,
  start
} from "../scene.ts"

const alone = (settings: Partial<Settings> = {}) =>
  expectPhase("Discussion", after(idleWith(settings), start(), go(), draw()))
const superBlitz = { wheel: { sectors: 1, blitz: 0, superBlitz: 1 } }

describe("who is alone at the table", () => {
  it("is not asked who answers when the time is up", () => {
    const discussion = alone({ warningMs: 0 })
    const step = reduce(discussion, due(discussion))
    expect(step.state).toMatchObject({ _tag: "Answer", answerer: ann.id, early: false, earnsMinute: false })
    expect(step.effects).toEqual([
      { _tag: "AnswerWanted", answerer: ann, chosen: "alone" },
      { _tag: "TimerSet", timer: "1/answer", atMs: 102_000 }
    ])
  })

  it("answers early at once, and earns the minute by it", () => {
    const step = reduce(alone(), early(ann))
    expect(step.state).toMatchObject({ _tag: "Answer", answerer: ann.id, early: true, earnsMinute: true })
    expect(effectOf(step, "AnswerWanted")).toMatchObject({ chosen: "alone" })
    expect(after(step.state, say(ann, "четыре", 30))).toMatchObject({ reserves: { extraMinutes: 1 } })
  })

  it("plays the super-blitz without being named", () => {
    const step = reduce(after(idleWith(superBlitz), start()), go())
    expect(step.state).toMatchObject({ _tag: "Wheel", series: { _tag: "SuperBlitz", soloist: ann.id } })
    expect(effectOf(step, "SoloistNamed")).toEqual({ _tag: "SoloistNamed", soloist: ann, chosen: "alone" })
  })

  it("is asked all the same where the settings say so", () => {
    expect(after(alone({ skipsLoneChoice: false }), early(ann))).toMatchObject({ _tag: "Choice" })
    const naming = after(idleWith({ ...superBlitz, skipsLoneChoice: false }), start(), go())
    expect(naming).toMatchObject({ _tag: "SoloChoice" })
  })
})

describe("who is left alone", () => {
  const { choice } = scene()

  it("at the choice is who answers, with the full time", () => {
    const step = reduce(choice, leave(ann))
    expect(step.state).toMatchObject({ _tag: "Answer", answerer: bob.id, early: false, deadline: { atMs: 60_000 } })
    expect(step.effects.map(({ _tag }) => _tag)).toEqual(["SeatsChanged", "CaptainChanged", "AnswerWanted", "TimerSet"])
    expect(after(choice, leave(bob))).toMatchObject({ _tag: "Answer", answerer: ann.id })
  })

  it("at the choice of a soloist is the soloist", () => {
    expect(after(rareScene().naming, leave(bob))).toMatchObject({ _tag: "Wheel", series: { soloist: ann.id } })
  })

  it("in a pause goes on with it, and the question is wanted when the game goes on", () => {
    const step = reduce(after(rareScene().naming, pause(ann, 15)), leave(bob))
    expect(step.state).toMatchObject({ _tag: "Paused", held: { _tag: "Wheel" } })
    expect(step.effects.map(({ _tag }) => _tag)).toEqual(["SeatsChanged", "SoloistNamed"])
    const resumed = after(step.state, resume(ann, 100))
    expect(reduce(resumed, due(resumed)).effects[0]).toMatchObject({ _tag: "QuestionWanted" })
    const held = after(choice, pause(ann, 80), leave(bob))
    expect(held).toMatchObject({ _tag: "Paused", held: { _tag: "Answer", answerer: ann.id } })
  })

  it("in the discussion is not asked at its end", () => {
    const { discussion } = scene({ warningMs: 0 })
    const left = after(discussion, leave(ann))
    expect(after(left, due(left))).toMatchObject({ _tag: "Answer", answerer: bob.id })
  })
})
