/** Words that mean nearly the same, and words spelled nearly as they are heard: neither is refused without asking. */
import { describe, expect, it } from "vitest"
import { akinTo } from "../src/akin.ts"
import { russianLexicon } from "../src/russian-lexicon.ts"
import { saidOf } from "./said-of.ts"

describe("a word akin to that of the reference", () => {
  it.each([
    ["Подделка", "фальшивка", "disputed: near"],
    ["Подделка", "копией", "disputed: near"],
    ["Тень отца Гамлета", "призрак отца гамлета", "disputed: near"],
    ["Потушить свет", "погасить свет", "disputed: near"],
    ["Подделка", "картина", "rejected: other"],
    ["Роза", "цветок", "rejected: other"],
    ["Вальс", "вальсировать", "disputed: near"],
    ["Хромать", "хромота", "disputed: near"],
    ["Дальтоник", "дальтонизм", "disputed: near"],
    ["Буддизм", "буддист", "disputed: near"],
    ["Буддизм", "будуар", "rejected: other"]
  ])("is for people to decide: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("is one that the dictionary knows, as it lists it", () => {
    const { lemmas } = russianLexicon()
    const words = "потушить фальшивка призрак рассвет".split(" ").flatMap(akinTo)
    expect(words.length).toBeGreaterThan(4)
    expect(words.filter((word) => !lemmas(word).some((lemma) => lemma.base))).toEqual([])
  })
})

describe("what something is of", () => {
  it.each([
    ["Ослиные уши", "уши осла", "accepted: form"],
    ["Секретарь суда", "судебный секретарь", "accepted: form"],
    ["Коготь [орла]", "орлиный коготь", "accepted: form"],
    ["Ослиные уши", "уши козла", "rejected: other"],
    ["Ноев ковчег", "ковчег Ноя", "accepted: form"],
    // Who is known by a surname owns more than what is called after them.
    ["Эйфелева башня", "башня Эйфеля", "disputed: near"],
    ["Берингов пролив", "пролив Беринга", "disputed: near"],
    ["Гибралтарский пролив", "Гибралтар", "disputed: near"],
    ["Цусима", "цусимский", "disputed: near"],
    ["Пушкин", "пушкинский", "rejected: other"]
  ])("is said by the noun or the adjective: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a word spelled as it is heard", () => {
  it.each([
    ["Король", "кароль", "accepted: typo"],
    ["Янтарь", "йантарь", "accepted: typo"],
    ["Джойстик", "жойстик", "accepted: typo"],
    ["Netflix", "Netfliks", "accepted: typo"],
    ["Васко да Гама", "Васко де Гама", "accepted: form"],
    ["Штирлиц", "штирлец", "disputed: near"],
    ["Порох", "порах", "disputed: near"],
    ["Метро", "метра", "rejected: other"],
    ["Мане", "Моне", "rejected: other"],
    ["Лиса", "леса", "rejected: other"]
  ])("is that word unless it is another: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
