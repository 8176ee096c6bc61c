import { dayOf } from "@znatoki/chat/calendar-day"
import { quarterOf, seasonOf } from "@znatoki/chat/season"
import fc from "fast-check"
import { assert, describe, it } from "vitest"

const anyMoment = fc.oneof(
  fc.integer({ min: 0, max: 4_102_444_800_000 }),
  fc.constantFrom(951_771_600_000, 951_858_000_000, 1_709_154_000_000, 1_735_678_800_000)
)

describe("the day where most players are", () => {
  it("is the one that a calendar has at that moment, three hours before Greenwich", () => {
    fc.assert(
      fc.property(anyMoment, (atMs) => {
        const there = new Date(atMs + 3 * 3_600_000)
        const expected = { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() }
        assert.deepStrictEqual(dayOf(atMs), expected)
      }),
      { numRuns: 2_000 }
    )
  })

  it.each([
    ["2026-11-30T20:59:59Z", 2026, 3],
    ["2026-11-30T21:00:00Z", 2027, 0],
    ["2027-02-28T20:59:59Z", 2027, 0],
    ["2027-02-28T21:00:00Z", 2027, 1],
    ["2027-05-31T21:00:00Z", 2027, 2],
    ["2027-08-31T21:00:00Z", 2027, 3]
  ])("%s is in the season %i/%i", (moment, year, quarter) => {
    assert.deepStrictEqual(quarterOf(seasonOf(Date.parse(moment))), { year, quarter })
  })
})
