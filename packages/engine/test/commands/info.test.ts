import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { info, scene } from "../scene.ts"

const { answer, choice, discussion, finished, idle, lobby, verdict, wheel } = scene()

describe("info", () => {
  it.each([idle, lobby, wheel, discussion, choice, answer, verdict, finished])(
    "is shown in $_tag and changes nothing",
    (state) => {
      const step = reduce(state, info("rules"))
      expect(step.state).toBe(state)
      expect(step.effects).toEqual([{ _tag: "InfoShown", topic: "rules" }])
    }
  )
})
