/** What is shown fits the terminal and loses nothing. */
import fc from "fast-check"
import stringWidth from "string-width"
import { describe, expect, it } from "vitest"
import { paintFor, promptAt, wrapped } from "../src/play/screen.ts"

const word = fc.array(fc.constantFrom("а", "Ж", "x", "🦉", "👩‍🚀", "漢", "«", "—", "é"), { minLength: 1, maxLength: 90 })
const text = fc.array(
  word.map((parts) => parts.join("")),
  { minLength: 1, maxLength: 40 }
)

describe("words in a terminal", () => {
  it("fit its width behind their margin, whole where they fit, and none is lost", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 200 }), (words, width) => {
        const lines = wrapped(words.join(" "), "┃ ", width)
        for (const line of lines) {
          expect(line.startsWith("┃ ")).toBe(true)
          expect(stringWidth(line)).toBeLessThanOrEqual(width)
        }
        const shown = lines.map((line) => line.slice(2))
        expect(shown.join("").replaceAll(" ", "")).toBe(words.join(""))
        const whole = new Set(shown.flatMap((line) => line.split(" ")))
        for (const each of words) if (stringWidth(each) <= width - 2) expect(whole).toContain(each)
      })
    )
  })
})

describe("the prompt", () => {
  it("tells the time that is left, rounded up, and none where none runs", () => {
    const paint = paintFor(false)
    expect(promptAt(null, paint)).toBe("› ")
    expect(promptAt(59_001, paint)).toBe("01:00 › ")
    expect(promptAt(1, paint)).toBe("00:01 › ")
    expect(promptAt(-5, paint)).toBe("00:00 › ")
  })
})
