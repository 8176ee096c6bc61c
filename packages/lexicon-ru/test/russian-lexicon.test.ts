import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { russianLexicon } from "../src/russian-lexicon.ts"

const { lemmas } = russianLexicon()
const idsOf = (word: string): ReadonlyArray<string> => lemmas(word).map((lemma) => lemma.id)
const share = (one: string, other: string): boolean => idsOf(one).some((id) => idsOf(other).includes(id))

describe("the dictionary", () => {
  it.each([
    ["гусь", "гуси"],
    ["заяц", "зайцы"],
    ["отец", "отцом"],
    ["день", "дня"],
    ["орел", "орлом"],
    ["человек", "люди"],
    ["хороший", "лучше"],
    ["написать", "написанный"],
    ["пушкин", "пушкиным"]
  ])("knows «%s» and «%s» for one word", (one, other) => {
    expect(share(one, other)).toBe(true)
  })

  it.each([
    ["капитан", "капитал"],
    ["забор", "запор"],
    ["порох", "порог"],
    ["моне", "мане"],
    ["николай", "николаевич"],
    ["век", "в"]
  ])("knows «%s» and «%s» for two", (one, other) => {
    expect([lemmas(one).length > 0, share(one, other)]).toEqual([true, false])
  })

  it("tells what a word is, and whether it stands as a dictionary lists it", () => {
    const peru = lemmas("перу")
    expect(peru.map(({ base, indeclinable, word }) => ({ word, base, indeclinable }))).toEqual(
      expect.arrayContaining([
        { word: "перу", base: true, indeclinable: true },
        { word: "перо", base: false, indeclinable: false }
      ])
    )
    expect(lemmas("сергей").map((lemma) => lemma.name)).toEqual(["given"])
    expect(lemmas("николаевич").map((lemma) => lemma.name)).toEqual(["patronymic"])
    expect(lemmas("есенин").map((lemma) => lemma.name)).toEqual(["surname"])
    expect(lemmas("белую").map((lemma) => [lemma.word, lemma.kind])).toEqual([["белый", "adjective"]])
  })

  it("reads «е» as «ё» where the word has one", () => {
    expect(lemmas("елка").map((lemma) => lemma.word)).toEqual(["елка"])
    expect(share("елка", "елок")).toBe(true)
  })

  it("does not know what is no word, and no misspelling that it lists as one", () => {
    expect(["пушкн", "микраскоп", "", "-", "кот кот", "smith", "кот1", "агенство"].flatMap(idsOf)).toEqual([])
  })

  it("has an answer for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(Array.isArray(lemmas(text))).toBe(true)
      })
    )
  })

  it("is one for all who ask", () => {
    expect(russianLexicon()).toBe(russianLexicon())
  })
})
