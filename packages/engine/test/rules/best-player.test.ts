import { describe, expect, it } from "vitest"
import type { RoundResult } from "../../src/round-result.ts"
import { bestPlayer } from "../../src/rules/best-player.ts"
import { ann, bob, cid, question } from "../scene.ts"

const played = (answerer: RoundResult["answerer"], right: boolean, tookMs: number): RoundResult => ({
  question: question.id,
  passed: [],
  answerer,
  given: "четыре",
  right,
  decidedBy: "judge",
  appeal: "none",
  tookMs
})

describe("the best player", () => {
  it("has the most right answers, however slow", () => {
    const results = [played(ann.id, true, 9_000), played(ann.id, true, 9_000), played(bob.id, true, 1)]
    expect(bestPlayer(results, [bob, ann])).toEqual(ann)
    expect(bestPlayer(results, [ann, bob])).toEqual(ann)
  })

  it("was faster with the right ones when they are as many; wrong ones cost nothing", () => {
    const results = [played(ann.id, true, 9_000), played(bob.id, true, 8_000), played(bob.id, false, 99_000)]
    expect(bestPlayer(results, [ann, bob])).toEqual(bob)
  })

  it("sat down first when that is the same too", () => {
    const results = [played(ann.id, true, 5), played(bob.id, true, 5)]
    expect(bestPlayer(results, [bob, ann])).toEqual(bob)
    expect(bestPlayer(results, [ann, bob])).toEqual(ann)
  })

  it("is nobody when nobody at the table was right", () => {
    expect(bestPlayer([played(ann.id, false, 5), played(null, false, 5)], [ann, bob])).toBeNull()
    expect(bestPlayer([played(cid.id, true, 5)], [ann, bob])).toBeNull()
    expect(bestPlayer([], [])).toBeNull()
  })
})
