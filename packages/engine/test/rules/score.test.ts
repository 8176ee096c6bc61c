import { describe, expect, it } from "vitest"
import { correctedScore, noPoints, scoreAfter } from "../../src/rules/score.ts"

describe("score", () => {
  it("every round gives one point", () => {
    expect(scoreAfter(scoreAfter(noPoints, "team"), "bot")).toEqual({ team: 1, bot: 1 })
  })

  it("a correction takes the bot's point for the team", () => {
    expect(correctedScore({ team: 1, bot: 2 })).toEqual({ team: 2, bot: 1 })
  })
})
