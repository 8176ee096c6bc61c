import { describe, expect, it } from "vitest"
import { isEverythingPlayed } from "../../src/rules/end-of-game.ts"
import { scene } from "../scene.ts"

/** A game after `team` right and `bot` wrong answers. */
const played = (team: number, bot: number, rounds: number | null, pointsToWin: number | null) =>
  isEverythingPlayed({
    ...scene({ rounds, pointsToWin }).verdict,
    round: team + bot,
    score: { team, bot }
  })

describe("the end of a game", () => {
  it("comes after the last round", () => {
    expect(played(3, 3, 7, null)).toBe(false)
    expect(played(3, 4, 7, null)).toBe(true)
  })

  it("comes when either side has the points", () => {
    expect(played(5, 5, null, 6)).toBe(false)
    expect(played(6, 0, null, 6)).toBe(true)
    expect(played(0, 6, null, 6)).toBe(true)
  })

  it("comes with whichever of the two is first", () => {
    expect(played(2, 0, 7, 2)).toBe(true)
    expect(played(1, 1, 2, 6)).toBe(true)
  })

  it("never comes by itself when neither is set", () => {
    expect(played(500, 500, null, null)).toBe(false)
  })

  it("a draw after the last round is an end like any other", () => {
    expect(played(3, 3, 6, null)).toBe(true)
    expect(played(5, 5, 10, 6)).toBe(true)
    expect(played(5, 5, 11, 6)).toBe(false)
  })
})
