import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { cid, refusal, scene, start } from "../scene.ts"

const { answer, choice, discussion, lobby, verdict, wheel } = scene()

describe("start", () => {
  it.each([lobby, wheel, discussion, choice, answer, verdict])("is refused in $_tag: a session runs", (state) => {
    expect(reduce(state, start(cid))).toEqual(refusal(state, cid, "session running"))
  })
})
