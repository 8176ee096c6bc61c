/** Names beside titles and titles beside names, with a dictionary of a few words. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./small-lexicon.ts"

describe("somebody named beside a well-known title", () => {
  it.each([
    ["Пушкин, «Капитанская дочка»", "accepted: form"],
    ["капитанская дочка пушкина", "accepted: form"],
    ["повесть пушкина капитанская дочка", "accepted: form"],
    ["капитанская дочка писателя пушкина", "accepted: form"],
    ["капитанская дочка александра пушкина", "accepted: form"],
    ["капитанская дочка а с пушкина", "accepted: form"],
    ["капитанская дочка ивана пушкина", "accepted: form"],
    ["капитанская дочка толстого", "rejected: wrong name"],
    ["капитанская дочка льва толстого", "rejected: wrong name"],
    ["капитанская дочка толстого и пушкина", "disputed: extra words"],
    ["капитанская дочка пушкина мороз", "disputed: extra words"],
    ["капитанская дочка мороз", "disputed: extra words"],
    ["капитанская дочка", "accepted: exact"],
    ["дочка пушкина", "rejected: other"],
    ["капитанская пушкина", "rejected: other"]
  ])("is its author, or is not: «%s» is %s", (given, said) => {
    expect(saidOf("«Капитанская дочка»", given)).toBe(said)
  })

  it.each([
    ["«Тайная вечеря»", "тайная вечеря да винчи", "accepted: form"],
    ["«Тайная вечеря»", "тайная вечеря леонардо да винчи", "accepted: form"],
    ["«Швейная дочка»", "швейная дочка пушкина", "disputed: extra words"],
    [{ answer: "Нос", rejected: ["«Капитанская дочка»"] }, "капитанская дочка пушкина", "rejected: other"]
  ])("is one of several, or of nobody knows whom: of «%j», «%s» is %s", (question, given, said) => {
    expect(saidOf(question, given)).toBe(said)
  })

  it("has its words in order, though no quotes tell that it is a title", () => {
    expect(saidOf("Мороз и конь", "конь и мороз")).toBe("disputed: near")
    expect(saidOf("Мороз и нос", "нос и мороз")).toBe("accepted: word order")
  })
})

describe("a name without the title before it", () => {
  it.each([
    ["Доктор Айболит", "айболит", "accepted: exact"],
    ["Доктор Айболит", "доктор", "rejected: partial"],
    ["Доктор Айболит", "айболит конь", "disputed: extra words"],
    ["Кот Матроскин", "матроскина", "accepted: form"],
    ["Кот Пушкин", "пушкин", "accepted: form"],
    ["Граф Монте-Кристо", "монте кристо", "accepted: exact"],
    ["Граф Монте-Кристо", "монте", "rejected: partial"],
    ["Кот Лев Иван", "лев иван", "accepted: form"],
    ["Сова Гудини", "гудини", "accepted: form"],
    ["Кот Мороз Айболит", "айболит", "disputed: partial"],
    ["Кот Айболит мороз", "айболит мороз", "disputed: partial"],
    ["Кот Айболит Гудини", "айбалет гудини", "disputed: partial"],
    ["Кот Роман", "роман", "disputed: partial"],
    ["Кот Нос", "нос", "disputed: partial"],
    ["Крокодил Гена", "гена", "disputed: partial"],
    ["Король Лев", "лев", "disputed: partial"],
    ["Дед Айболит", "айболит", "disputed: partial"],
    ["Мороз Айболит", "айболит", "disputed: partial"],
    ["«Доктор Айболит»", "айболит", "disputed: partial"],
    ["Доктор и Айболит", "айболит", "rejected: partial"],
    ["Доктор мороз", "мороз", "rejected: partial"],
    ["Доктор Кот Айболит", "айболит", "accepted: form"],
    ["Айболит Доктор", "айболит", "disputed: partial"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a word said tenderly", () => {
  it.each([
    ["Сова", "совушка"],
    ["Сова", "совушки"],
    ["Совы", "совушка"],
    ["Река", "реченька"],
    ["Телефон", "телефончик"],
    ["Перо", "перышко"],
    ["Солнце", "солнышко"],
    ["Горох", "горошек"],
    ["Порог", "порожек"]
  ])("is the word: of «%s», «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toBe("accepted: form")
  })

  it.each([
    ["Игра", "игрушка"],
    ["Лампа", "лампочка"],
    ["Баба", "бабочка"],
    ["Пулемёт", "пулемётчик"],
    ["Телефончик", "телефон"],
    ["Нос", "носушка"],
    ["Горох", "горбочек"],
    ["Барабан", "барабанчик"],
    ["Сорокан", "сороканчик"],
    ["Роман", "романчик"],
    ["Новый", "новенькая"],
    ["Ситный", "ситничек"],
    ["Река", "редечка"],
    ["Лев", "левушка"]
  ])("may be another: of «%s», «%s» is not accepted", (answer, given) => {
    expect(saidOf(answer, given)).not.toMatch(/^accepted/)
  })

  it.each([
    ["Швейная машина", "швейная машинка", "accepted: form"],
    ["Швейная машинка", "швейная машина", "accepted: form"],
    ["Швейные машинки", "швейные машины", "accepted: form"],
    ["Железная рука", "железная ручка", "disputed: near"],
    ["Железная ручка", "железная рука", "disputed: near"],
    ["Железная голова", "железная головка", "disputed: near"],
    ["Железная головка", "железная голова", "disputed: near"],
    ["Железный горох", "железная горошина", "disputed: near"],
    ["Железный сверчок", "железный сверк", "disputed: near"],
    ["Машина", "машинка", "disputed: near"]
  ])("is the word beside another word: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a verb of something done", () => {
  it.each([
    ["Бросить", "бросать", "accepted: form"],
    ["Бросать", "бросить", "accepted: form"],
    ["Чихнуть", "чихать", "accepted: form"],
    ["Решить", "решать", "accepted: form"],
    ["Красить", "покрасили", "accepted: form"],
    ["Покрасить", "красил", "accepted: form"],
    ["Казать", "показать", "disputed: near"],
    ["Бросить", "бросаться", "disputed: near"],
    ["Топить", "топать", "disputed: near"],
    ["Купить", "купать", "disputed: near"],
    ["Белить", "белеть", "disputed: near"],
    ["Бросить", "решить", "rejected: other"]
  ])("is that of its doing: «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
