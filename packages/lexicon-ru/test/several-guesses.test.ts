/** What stands beside a right answer, or beside a wrong one: another guess, or more words about the same. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a list that names one more than was asked for", () => {
  it.each([
    ["Соль и перец", "соль, перец и лавровый лист", "rejected: list of guesses"],
    ["Соль и перец", "соль и перец и красный острый соус", "disputed: extra words"],
    ["«Отцы и дети»", "«Отцы и дети», 7", "rejected: wrong number"],
    [
      { answer: "Лондон, Париж, Рим", accepted: ["Лондон, Париж"] },
      "Лондон, Париж, Берлин",
      "rejected: list of guesses"
    ]
  ])("is held against the list that it was: of «%j», «%s» is %s", (question, given, said) => {
    expect(saidOf(question, given)).toBe(said)
  })

  it("is none where one of two is asked for", () => {
    expect(saidOf("Курица или яйцо", "курица и яйцо")).toBe("disputed: extra words")
  })
})

describe("what a sign divides", () => {
  it.each([
    ["Эдвард Мунк", "художник Мунк, крик", "rejected: other", "beside somebody who is not the answer"],
    ["Курить", "курить, или пить", "rejected: list of guesses", "and of two doings one is too many"],
    ["Курить", "курить, а не пить", "accepted: exact", "but what is denied is no other"],
    ["Пушкин", "Пушкин/Сергеевич", "accepted: form", "a patronymic is his"],
    ["Льюис Кэрролл", "Льюис Кэрролл, Тэтчер", "rejected: list of guesses", "a name of somebody is no calling"],
    ["Лондон", "город Лондон, кража картины", "disputed: extra words", "one word in two tells what it is of"],
    ["Подделка", "фальшивка или копия", "rejected: list of guesses", "two that are near are still two"],
    ["Лупа", "бинокль или не знаю", "rejected: other", "who does not know guesses nothing"],
    ["Быть или не быть", "бить или не бить", "disputed: near", "the answer itself may have such a word"]
  ])("of «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("an answer that goes on", () => {
  it.each([
    ["Афины", "Афины, Греция, Спарта", "rejected: list of guesses", "to another town"],
    ["Стокгольм", "Стокгольм, Швеция Осло", "disputed: extra words", "to another town in the same breath"],
    ["Слово не воробей", "слово не воробей, вылетит не поймаешь, телефон", "rejected: list of guesses", "past the end"],
    ["Хромать", "захромал, упал", "rejected: list of guesses", "though it is no sentence"],
    ["Рок-н-ролл", "рок-н-ролл, твист", "rejected: list of guesses", "though nothing is done in it"],
    ["«Москва слезам не верит»", "Москва слезам не верит, Гараж", "rejected: list of guesses", "to another film"]
  ])("is more than one: of «%s», «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("is held against what it was, not against a shorter one", () => {
    const cat = { answer: "Кошка, которая гуляла сама по себе", accepted: ["Кошка"] }
    expect(saidOf(cat, "кошка, которая гуляла сама по себе и бабочки")).toBe("disputed: extra words")
  })
})

describe("nouns in a row", () => {
  it.each([
    ["Леди Макбет", "леди Макбет кинжал"],
    [{ answer: "Человек-паук", accepted: ["Спайдермен"] }, "человек паук муравей"]
  ])("are not told from those of «%j», which has two: «%s»", (question, given) => {
    expect(saidOf(question, given)).toBe("disputed: extra words")
  })
})

describe("yes and no", () => {
  it.each([
    ["Нет", "да или нет", "rejected: list of guesses"],
    ["Нет", "да/нет", "rejected: list of guesses"],
    ["Нет", "нет, да", "rejected: list of guesses"],
    ["Да", "нет, да", "rejected: list of guesses"],
    ["Нет", "да нет", "accepted: exact"],
    ["Нет", "ну нет", "accepted: exact"],
    ["Да", "нет", "rejected: other"],
    ["«Да и нет»", "да и нет", "accepted: exact"]
  ])("are two answers: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
