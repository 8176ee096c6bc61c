/** A small or a dear one is the same thing, unless it has become one of its own. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a word said tenderly", () => {
  it.each([
    ["Сова", "совушка", "accepted: form"],
    ["Телефон", "телефончик", "accepted: form"],
    ["Вилка", "вилочка", "accepted: form"],
    ["Перец", "перчик", "accepted: form"],
    ["Пуговица", "пуговичка", "accepted: form"],
    ["Ножницы", "ножнички", "accepted: form"],
    ["Вишня", "вишенка", "accepted: form"],
    ["Пельмени", "пельмешки", "accepted: form"],
    ["Хомяк", "хомячок", "accepted: form"],
    ["Подарок", "подарочек", "accepted: form"],
    ["Корабль", "кораблик", "accepted: form"],
    ["Мышь", "мышка", "accepted: form"],
    ["Воробей", "воробушек", "accepted: form"],
    ["Платье", "платьице", "accepted: form"],
    ["Ёжик", "ежи", "accepted: form"]
  ])("is the word: «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it.each([
    ["Лампа", "лампочка", "disputed: near"],
    ["Стена", "стенка", "disputed: near"],
    ["Змея", "змейка", "disputed: near"],
    ["Шуба", "шубка", "disputed: near"],
    ["Игра", "игрушка", "rejected: other"],
    ["Спица", "спичка", "disputed: near"],
    ["Таблица", "табличка", "disputed: near"],
    ["Знак", "значок", "disputed: near"],
    ["Кабак", "кабачок", "disputed: near"],
    ["Желудок", "желудочек", "disputed: near"],
    ["Роль", "ролик", "disputed: near"],
    ["Песня", "песенка", "disputed: near"]
  ])("may be a thing of its own: «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
