import { plural } from "@znatoki/host/plural"
import { describe, expect, it } from "vitest"

const forms = ["очко", "очка", "очков"] as const
const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

describe("a number's word", () => {
  it.each([1, 21, 31, 101, 121, 1_001])("%i очко", (count) => {
    expect(plural(count, forms)).toBe(`${count} очко`)
  })
  it.each([2, 3, 4, 22, 33, 44, 102, 1_004])("%i очка", (count) => {
    expect(plural(count, forms)).toBe(`${count} очка`)
  })
  it.each([0, ...range(5, 20), 25, 30, ...range(111, 114), 1_011])("%i очков", (count) => {
    expect(plural(count, forms)).toBe(`${count} очков`)
  })

  it("agrees with the rules of the language for every number up to a thousand", () => {
    const rules = new Intl.PluralRules("ru")
    const words = { one: "очко", few: "очка", many: "очков", zero: "", two: "", other: "" }
    for (const count of range(0, 1_000)) expect(plural(count, forms)).toBe(`${count} ${words[rules.select(count)]}`)
  })
})
