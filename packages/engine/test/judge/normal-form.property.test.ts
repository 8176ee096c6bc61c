import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fullNormalForm, normalForm } from "../../src/judge/letters/normal-form.ts"

describe("the normal form", () => {
  it("is the same by the short way as by all the rules", () => {
    const signs = fc.constantFrom(..."абЙёЁeZ 012.,:;-–—−‑'’`´\u0301\u0306«»%&+$№…\u00A0\u00AD\t🙂")
    // Of any signs at all: the strings of fast-check that are, its «binary» ones, first make a table of a million.
    const any = fc.array(fc.nat(0x10ffff)).map((codes) => String.fromCodePoint(...codes))
    const text = fc.oneof(fc.string({ unit: signs, maxLength: 12 }), any)
    fc.assert(
      fc.property(text, (written) => {
        expect(normalForm(written)).toBe(fullNormalForm(written))
      }),
      { numRuns: 5000 }
    )
  })

  it("of every single sign between letters and between figures is the same by either way", () => {
    const differing = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
      .flatMap((sign) => [sign, `а${sign}б`, `1${sign}2`])
      .filter((text) => normalForm(text) !== fullNormalForm(text))
    expect(differing).toEqual([])
  })
})
