import { describe, expect, it } from "vitest"
import { liftSnapshot } from "../src/lift-snapshot.ts"
import { decodeSnapshot, encodeSnapshot } from "../src/snapshot.ts"
import { idleWith, scene } from "./scene.ts"

const { answer, choice, discussion, finished, lobby, verdict, wheel } = scene()

describe("snapshot", () => {
  it.each([idleWith(), lobby, wheel, discussion, choice, answer, verdict, finished])(
    "$_tag comes back as it was",
    (state) => {
      expect(decodeSnapshot(encodeSnapshot(state))).toEqual({ _tag: "Ok", state })
    }
  )

  it("is one line that tells its version", () => {
    const text = encodeSnapshot(verdict)
    expect(text).not.toContain("\n")
    expect(JSON.parse(text)).toEqual({ v: 4, s: verdict })
  })

  it("of a version that is not known is told apart from a broken one", () => {
    expect(decodeSnapshot(`{"v":5,"s":{}}`)).toEqual({ _tag: "Unsupported", version: 5 })
    expect(decodeSnapshot(`{"v":0,"s":{}}`)).toEqual({ _tag: "Unsupported", version: 0 })
  })

  it.each([
    "",
    "{",
    "null",
    "[]",
    `{"s":{}}`,
    `{"v":"1","s":{}}`,
    `{"v":1}`,
    `{"v":4}`,
    `{"v":3,"s":{"_tag":"Finished","settings":null}}`,
    `{"v":2,"s":{"_tag":"Paused","held":null}}`,
    `{"v":1,"s":{"_tag":"Wheel"}}`,
    `{"v":1,"s":7}`
  ])("%j is broken, and it says why", (text) => {
    expect(decodeSnapshot(text)).toEqual({ _tag: "Broken", problem: expect.stringMatching(/./) })
  })

  it("with a number no game can have is broken", () => {
    const text = encodeSnapshot({ ...verdict, round: -1 })
    expect(decodeSnapshot(text)._tag).toBe("Broken")
  })

  it("of an old version is lifted one version at a time", () => {
    const lifts = { 1: (older: unknown) => [older, "two"], 2: (older: unknown) => [older, "three"] }
    expect(liftSnapshot(lifts, 3, 1, "one")).toEqual({ lifted: [["one", "two"], "three"] })
    expect(liftSnapshot(lifts, 3, 3, "now")).toEqual({ lifted: "now" })
    expect(liftSnapshot(lifts, 3, 0, "gap")).toBeNull()
    expect(liftSnapshot(lifts, 3, 4, "newer")).toBeNull()
  })
})
