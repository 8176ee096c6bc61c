/** The words of the answer in another order or in other cases: the same said otherwise, or something else. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("who does it and to whom", () => {
  it.each([
    ["Волк съел козу", "козу съел волк", "accepted: word order"],
    ["Волк съел козу", "волка съела коза", "disputed: near"],
    ["Волк съел козу", "коз съел волк", "disputed: near"],
    ["Кошка съела мышку", "мышек съела кошка", "accepted: word order"],
    ["Дочь любит мать", "мать любит дочь", "disputed: near"],
    ["Фродо победил Саурона", "Саурона победил Фродо", "disputed: near"],
    ["Собака лает", "собаки лают", "accepted: form"],
    ["Иван Васильевич меняет профессию", "профессию меняет Иван Васильевич", "accepted: word order"],
    ["Иван Васильевич меняет профессию", "Васильевич Иван меняет профессию", "disputed: near"]
  ])("in «%s» is the same in «%s» or not: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("the order", () => {
  it.each([
    ["В 1492 году", "год 1492", "accepted: word order"],
    ["Печь в избе", "изба печь", "accepted: word order"],
    ["Никого не убивал", "не убивал никого", "accepted: word order"],
    ["Не пить и не курить", "не курить и не пить", "accepted: word order"],
    ["Двуглавый орёл", "орёл двуглавый", "accepted: word order"],
    ["Что? Где? Когда?", "Что? Когда? Где?", "accepted: word order"],
    ["[Эдгар Аллан] По", "По Эдгар Аллан", "accepted: form"],
    ["Франклин Делано Рузвельт", "Рузвельт Франклин Делано", "disputed: near"],
    ["Щелкунчик и Мышиный король", "Мышиный король и Щелкунчик", "disputed: near"]
  ])("of «%s» may be that of «%s»: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("two words without their «и»", () => {
  it.each([
    ["Роза и ветер", "роза, ветер", "accepted: form"],
    ["Роза и ветер", "роза ветров", "disputed: near"],

    ["Война и мир", "войны мира", "disputed: near"],
    ["С пельменями", "пельмени", "accepted: form"],
    ["Встал и пошёл", "встал пошла", "disputed: near"],
    ["Пришёл и увидел", "пришёл увидела", "accepted: form"]
  ])("depend on each other or do not: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("an «и» more", () => {
  it.each([
    ["Роза ветров", "роза и ветер", "disputed: near"],
    ["Игра престолов", "игра и престол", "disputed: near"],
    ["Игра престолов", "и игры престола", "accepted: form"],
    ["Дети капитана Гранта", "дети и капитан Гранта", "disputed: near"],
    ["Дама с собачкой", "дама и собачка", "accepted: form"],
    ["Белые ночи", "белая и ночь", "disputed: near"],
    ["Шум ветра, плеск волн", "шум ветра и плеск волны", "accepted: form"],
    ["П. И. Чайковский", "П. И. Чайковского", "accepted: form"]
  ])(
    "stands between two that are no longer one of the other, or only joins them: of «%s», «%s» is %s",
    (answer, given, said) => {
      expect(saidOf(answer, given)).toBe(said)
    }
  )
})

describe("what a thing is like", () => {
  it.each([
    ["Восход солнца", "солнечный восход", "accepted: form"],
    ["Карточный домик", "домик из карт", "accepted: form"],
    ["Пожар в библиотеке Москвы", "библиотечный пожар Москвы", "disputed: near"],
    ["Пирог с капустой", "это был капустный пирог", "accepted: form"],
    ["Потушить свет", "погасить лампу", "disputed: near"],
    ["Восход солнца", "солнечное затмение", "rejected: other"]
  ])("may be said by a noun or by an adjective: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
