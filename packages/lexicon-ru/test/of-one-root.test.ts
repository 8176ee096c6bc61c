/** Two words of one root: the same thing said tenderly, what is done and who does it, what is whose. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("what is done, and the word for it", () => {
  it.each([
    ["Тренироваться", "тренер", "disputed: near"],
    ["Мечтать", "мечтатель", "disputed: near"],
    ["Связист", "связать", "disputed: near"],
    ["Дрессировать", "дрессировка", "rejected: other"],
    ["Разбить", "разбойник", "rejected: other"],
    ["Зимовка", "зимовать", "rejected: other"],
    ["Чихать", "чих", "rejected: other"],
    ["Ночь", "ночевать", "rejected: other"],
    ["Будить", "будка", "rejected: other"],
    ["Мамин", "мамы", "rejected: other"],
    ["Порт", "порчу", "rejected: other"]
  ])("are near if the root is long and little follows it: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a teaching, who teaches it, and what he is like", () => {
  it.each([
    ["Модернизм", "модерн"],
    ["Туризм", "турист"],
    ["Альпинизм", "альпийский"],
    ["Красный", "краснота"],
    ["Моторика", "мотор"],
    ["Очеркист", "очеркать"],
    ["Горбач", "горбы"]
  ])("are not always near: «%s» ← «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toBe("rejected: other")
  })
})

describe("a word said tenderly", () => {
  it.each([
    ["Ложка", "ложечка", "accepted: form"],
    ["Палец", "пальчик", "accepted: form"],
    ["Берёзка", "берёзонька", "disputed: near"],
    ["Серебряная луковка", "серебряная луковица", "accepted: form"],
    ["Алёна", "Алёнушка", "rejected: other"],
    ["Кузнец", "кузнечик", "rejected: other"],
    ["Пирог", "пирожков", "accepted: form"],
    ["Голубок", "голубчик", "rejected: other"],
    ["Порок", "порог", "rejected: other"]
  ])("may be that word, or another: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("what something is of", () => {
  it.each([
    ["Лунные камни", "камни луной", "accepted: form", "in any form of the noun"],
    ["Песочный замок", "замок песок", "disputed: near", "but the one that is listed"],
    ["Ахиллесова пята", "пята Ахиллес", "disputed: near", "so with a name"],
    ["Портной мастер", "мастер порта", "disputed: near", "a tailor is not of a port"],
    ["Иванов дом", "дом Ивана", "rejected: other", "a surname is nobody's but his"],
    ["Евино ребро", "ребро Евы", "rejected: other", "two letters are no root"],
    ["Ивовый прут", "прут ивы", "rejected: other", "nor are they one of a noun"],
    ["Русский лес", "лес Русы", "rejected: other", "nor is a name a noun"],
    ["Майский жук", "жук Майи", "rejected: other", "whatever month it sounds like"]
  ])("of «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
