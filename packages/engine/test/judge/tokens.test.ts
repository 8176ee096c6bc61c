import { describe, expect, it } from "vitest"
import { joinedToken } from "../../src/judge/words/joined-token.ts"
import { numberAt } from "../../src/judge/words/numbers.ts"
import { letterSet } from "../../src/judge/letters/russian-letters.ts"
import { tokensOf, wordsOf } from "../../src/judge/words/tokens.ts"

describe("the words of a normal form", () => {
  it("are as many as are read", () => {
    expect(tokensOf("")).toEqual([])
    expect(tokensOf("кот ".repeat(100).trim())).toHaveLength(80)
  })

  it("are written in full", () => {
    expect(wordsOf("5 руб км кг см мин сек мир")).toEqual(
      "5 рублей километров килограммов сантиметров минут секунд мир".split(" ")
    )
  })

  it("that make one number are one", () => {
    expect(tokensOf("сто двадцать один кот").map((token) => token.text)).toEqual(["сто двадцать один", "кот"])
  })

  it("know their letters, and a numeral in either alphabet", () => {
    const [kyiv, twenty, cats] = tokensOf("київ хх котами")
    expect([kyiv?.cyrillic, twenty?.roman, cats?.roman]).toEqual([true, 20, null])
    expect(cats?.stemLetters).toBe(letterSet("кот"))
  })
})

describe("words run together", () => {
  it.each([
    ["авто мобиль", "автомобиль"],
    ["двадцать один кот", "двадцатьодинкот"],
    ["т 34", undefined],
    ["", undefined]
  ])("of «%s» make %j", (normal, text) => {
    expect(joinedToken(tokensOf(normal))?.text).toBe(text)
  })
})

describe("a figure", () => {
  it.each([
    ["5", "5"],
    ["1.5", "1.5"],
    ["5x", undefined],
    ["x5", undefined],
    ["1.5.", undefined]
  ])("is all of the word «%s» or no figure: %j", (word, digits) => {
    expect(numberAt([word], 0)?.value.digits).toBe(digits)
  })
})
