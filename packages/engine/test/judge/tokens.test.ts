import { describe, expect, it } from "vitest"
import { joinedToken } from "../../src/judge/words/joined-token.ts"
import { noLexicon } from "../../src/judge/words/lexicon.ts"
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

  it.each([
    ["1961 г", "1961 год"],
    ["100 р", "100 рублей"],
    ["5 м", "5 метров"],
    ["5 ч", "5 часов"],
    ["5 т", "5 тонн"],
    ["5 л", "5 литров"],
    ["5 к", "5 к"],
    ["г", "г"],
    ["город г", "город г"],
    ["дом5 г", "дом5 г"],
    ["5 гг", "5 гг"],
    ["19 в", "19 век"],
    ["ii в", "ii век"],
    ["ii в до нашей эры", "ii век до нашей эры"],
    ["19 в доме", "19 в доме"],
    ["дом в", "дом в"],
    ["дом5 в", "дом5 в"],
    ["5 коп мм мл гр", "5 копеек миллиметров миллилитров граммов"],
    ["5 сек дн мес чел долл", "5 секунд дней месяцев человек долларов"],
    ["кмх", "кмх"]
  ])("are written in full where they are measures: «%s» is «%s»", (normal, words) => {
    expect(wordsOf(normal).join(" ")).toBe(words)
  })

  it("are read without an ending alone behind a Roman numeral, not behind a word", () => {
    expect(tokensOf("xx й век").map((token) => token.text)).toEqual(["xx", "век"])
    expect(tokensOf("кот й век").map((token) => token.text)).toEqual(["кот", "й", "век"])
  })

  it("are unheard of only where a dictionary was asked", () => {
    expect(tokensOf("кот").map((token) => token.unheardOf)).toEqual([false])
    expect(tokensOf("кот", { ...noLexicon }).map((token) => token.unheardOf)).toEqual([true])
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
    ["34", undefined],
    ["т34", undefined],
    ["семь", "семь"],
    ["двадцать семь", "двадцатьсемь"],
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
