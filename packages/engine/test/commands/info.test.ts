import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { after, ann, info, pause, scene } from "../scene.ts"

const { answer, choice, discussion, finished, idle, lobby, verdict, wheel } = scene()
const paused = after(discussion, pause(ann, 40))

describe("info", () => {
  it.each([idle, lobby, wheel, discussion, choice, answer, verdict, paused, finished])(
    "is shown in $_tag and changes nothing",
    (state) => {
      const step = reduce(state, info("rules"))
      expect(step.state).toBe(state)
      expect(step.effects).toEqual([expect.objectContaining({ _tag: "InfoShown", topic: "rules" })])
    }
  )

  it.each([
    [idle, 0, null],
    [lobby, 17, 43_000],
    [discussion, 42, 30_000],
    [choice, 100, 2_000],
    [answer, 109, 1_000],
    [verdict, 300, 0],
    [paused, 5_000, 32_000],
    [finished, 0, null]
  ])("of $_tag tells what is left of the time people have, at second %i", (state, seconds, leftMs) => {
    expect(reduce(state, { ...info("session"), atMs: seconds * 1_000 }).effects).toEqual([
      { _tag: "InfoShown", topic: "session", leftMs }
    ])
  })
})
