import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { ann, bob, cid, name, refusal, scene } from "../scene.ts"

const { choice, discussion } = scene()

describe("naming who answers", () => {
  it.each([discussion, choice])("in $_tag only the captain may", (state) => {
    expect(reduce(state, name(bob, bob))).toEqual(refusal(state, bob, "captain only"))
    expect(reduce(state, name(cid, ann))).toEqual(refusal(state, cid, "captain only"))
  })

  it.each([discussion, choice])("in $_tag only somebody at the table can be named", (state) => {
    expect(reduce(state, name(ann, cid))).toEqual(refusal(state, ann, "answerer not seated"))
  })
})
