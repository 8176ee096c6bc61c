import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Throw, pick } from "../../src/rules/dice.ts"

const seats = ["a", "b", "c", "d"] as const
const picks = (which: Throw, seeds: number) => Array.from({ length: seeds }, (_, seed) => pick(which, seed, seats))

describe("dice", () => {
  it("the same seed always gives the same choice, one of those offered", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        const choice = pick("captain", seed, seats)
        expect(seats).toContain(choice)
        expect(pick("captain", seed, seats)).toBe(choice)
      })
    )
  })

  it("seeds in a row choose each seat about as often, in no fixed order", () => {
    const chosen = picks("captain", 4_000)
    for (const seat of seats) {
      const times = chosen.filter((choice) => choice === seat).length
      expect(times).toBeGreaterThan(900)
      expect(times).toBeLessThan(1_100)
    }
    const followers = new Set(chosen.map((choice, i) => `${choice}${chosen[i + 1]}`).slice(0, -1))
    expect(followers.size).toBe(seats.length * seats.length)
  })

  it("the lot for the captain does not tell the lot for the answerer", () => {
    const answerers = picks("answerer", 4_000)
    const alike = picks("captain", 4_000).filter((choice, i) => choice === answerers[i]).length
    expect(alike).toBeGreaterThan(900)
    expect(alike).toBeLessThan(1_100)
  })

  it("one alone is always chosen", () => {
    expect(pick("captain", 5, ["only"])).toBe("only")
  })
})
