import { describe, expect, it } from "vitest"
import { replay } from "../src/replay.ts"
import { ann, bob, captainAnn, draw, early, effectOf, go, idleWith, join, name, say, start } from "./scene.ts"

const log = [start(ann), join(bob), go(bob, captainAnn), draw(), early(ann), name(ann, bob), say(bob, "четыре")]

describe("replay", () => {
  it("plays a log from the beginning and keeps every step", () => {
    const { state, steps } = replay(idleWith(), log)
    expect(state).toMatchObject({ _tag: "Verdict", score: { team: 1, bot: 0 } })
    expect(steps.map((step) => step.state._tag)).toEqual([
      "Lobby",
      "Lobby",
      "Wheel",
      "Discussion",
      "Choice",
      "Answer",
      "Verdict"
    ])
    expect(steps.at(-1)?.state).toBe(state)
  })

  it("goes on from any point to the same end", () => {
    const whole = replay(idleWith(), log)
    const half = replay(idleWith(), log.slice(0, 4))
    expect(replay(half.state, log.slice(4)).state).toEqual(whole.state)
  })

  it("of no events is where it began", () => {
    const idle = idleWith()
    expect(replay(idle, [])).toEqual({ state: idle, steps: [] })
  })
})

describe("a judged round", () => {
  it("keeps the judgement in sight, whatever it is worth", () => {
    const last = replay(idleWith(), log).steps.at(-1)
    expect(last && effectOf(last, "RoundJudged")?.judgement).toMatchObject({ verdict: "accepted" })
  })
})
