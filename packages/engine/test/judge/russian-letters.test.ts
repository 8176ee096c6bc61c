import { describe, expect, it } from "vitest"
import { isRussianLetter, isRussianWord, letterSet, setSize } from "../../src/judge/letters/russian-letters.ts"

describe("a Russian letter", () => {
  it("is one from «а» to «я»", () => {
    const signs = ["а", "я", "Я", "ѐ", "a"]
    expect(signs.map((sign) => isRussianLetter(sign.charCodeAt(0)))).toEqual([true, true, false, false, false])
  })

  it("makes a word with others", () => {
    expect(["кот", "я", "", "cot", "коt", "tкот"].map(isRussianWord)).toEqual([true, true, false, false, false, false])
  })

  it("is counted once", () => {
    expect(["", "а", "абв", "абаба", "яа"].map((word) => setSize(letterSet(word)))).toEqual([0, 1, 3, 2, 2])
  })
})
