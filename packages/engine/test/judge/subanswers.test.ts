import { describe, expect, it } from "vitest"
import {
  dividedInto,
  looselyNumbered,
  numberedParts,
  variantsOf,
  withoutKindOfRound
} from "../../src/judge/reference/subanswers.ts"
import { saidOf } from "./said-of.ts"

describe("a numbered text", () => {
  it.each([
    ["1. дуб 2. сосна", ["дуб", "сосна"]],
    ["1) дуб,  2) сосна", ["дуб,", "сосна"]],
    ["1 — дуб; 2 — сосна", ["дуб;", "сосна"]],
    ["1.дуб 2.сосна", ["дуб", "сосна"]],
    ["— 1. дуб 2. сосна", ["дуб", "сосна"]],
    ["2. сосна 1. дуб", ["дуб", "сосна"]],
    ["ответ: 1. дуб 2. сосна", null],
    ["5, 1. дуб 2. сосна", null],
    ["1. дуб", null],
    ["1. дуб 3. сосна", null],
    ["1. 2. сосна", null],
    ["1а. дуб 2а. сосна", null],
    ["дуб и сосна", null],
    ["1.5 и 2.5", null]
  ])("%j is %j", (text, parts) => {
    expect(numberedParts(text)).toEqual(parts)
  })
})

describe("a text divided in two without numbers", () => {
  it.each([
    ["белый дуб\n\nчёрная сосна", ["белый дуб", "чёрная сосна"]],
    ["белый дуб; чёрная сосна", ["белый дуб", "чёрная сосна"]],
    ["белый дуб, чёрная сосна,", ["белый дуб", "чёрная сосна"]],
    ["белый дуб — чёрная  сосна", ["белый дуб", "чёрная  сосна"]],
    ["белый дуб и чёрная сосна", ["белый дуб", "чёрная сосна"]],
    [" дуб  сосна ", ["дуб", "сосна"]],
    ["дуб-сосна", null],
    ["дуб", null],
    ["дуб, сосна, ель", null]
  ])("%j is %j", (text, parts) => {
    expect(dividedInto(text, 2)).toEqual(parts)
  })
})

describe("a text with as many numbers as there are questions", () => {
  it.each([
    ["1 плюс 2 минус", ["плюс", "минус"]],
    [" 1. плюс, 2) минус. ", ["плюс", "минус"]],
    ["1: плюс, 2: минус", ["плюс", "минус"]],
    ["1 ,. плюс 2 минус ,.", ["плюс", "минус"]],
    ["1 Apollo 13 2 минус", ["Apollo 13", "минус"]],
    ["ответ 1 плюс 2 минус", null],
    ["2 плюс 1 минус", null],
    ["1 плюс 2 минус 3 ноль", null],
    ["1 плюс", null],
    ["1 плюс 2", null],
    ["1 плюс 2 , .", null],
    ["плюс минус", null],
    ["1плюс 2минус", null]
  ])("%j is %j", (text, parts) => {
    expect(looselyNumbered(text, 2)).toEqual(parts)
  })
})

describe("the kind of round before a numbered text", () => {
  it.each([
    ["Дуплет. 1. дуб 2. сосна", "1. дуб 2. сосна"],
    [" блиц: 1. дуб", "1. дуб"],
    ["Триплет 1. дуб", "1. дуб"],
    ["Блиц. дуб", "Блиц. дуб"],
    ["Это дуплет. 1. дуб", "Это дуплет. 1. дуб"]
  ])("is taken off %j: %j", (text, rest) => {
    expect(withoutKindOfRound(text)).toBe(rest)
  })
})

describe("what else is right for some of three parts", () => {
  it.each([
    ["1. ясень", [{ part: 0, text: "ясень" }]],
    [
      "2: ель; 3: ёлка",
      [
        { part: 1, text: "ель;" },
        { part: 2, text: "ёлка" }
      ]
    ],
    ["В первом: ясень", [{ part: 0, text: "ясень" }]],
    ["на второй вопрос — ель", [{ part: 1, text: "ель" }]],
    ["третий ответ: ёлка", [{ part: 2, text: "ёлка" }]],
    [
      "Для первого — ясень, для второго — ель",
      [
        { part: 0, text: "ясень," },
        { part: 1, text: "ель" }
      ]
    ],
    ["в четвертом: ель", null],
    ["четвёртый: ель", null],
    ["0. ель", null],
    ["ель, 2. ёлка", null],
    ["ель", null],
    ["1. 2. ёлка", null],
    ["первый снег", null]
  ])("by %j are %j", (text, variants) => {
    expect(variantsOf(text, 3)).toEqual(variants)
  })
})

describe("the same parts in another order", () => {
  it.each([
    ["кашалот, слон", "accepted: exact"],
    ["слон, кашалот", "rejected: in rejected"]
  ])("may be a незачёт, which the right one is not: «%s» is %s", (given, said) => {
    const question = { answer: "1. Кит. 2. Слон.", accepted: ["1. Кашалот"], rejected: ["Слон, кашалот"] }
    expect(saidOf(question, given)).toBe(said)
  })

  it("is right where any order is, for what a зачёт says of a part too", () => {
    const question = { answer: "1. Кит. 2. Слон.", accepted: ["1. Кашалот", "В любом порядке"] }
    expect(saidOf(question, "слон, кашалот")).toBe("accepted: word order")
  })
})
