/** One answer in other signs, figures or spellings. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("the same in other signs", () => {
  it.each([
    ["XIX век", "XlX век", "accepted: form"],
    ["XIX век", "XXI век", "rejected: wrong number"],
    ["CO₂", "со2", "accepted: form"],
    ["CO₂", "co", "disputed: partial"],
    ["50:50", "50/50", "accepted: exact"],
    ["50:50", "50/40", "rejected: wrong number"],
    ["00:00", "0:00", "accepted: exact"],
    ["23:59", "23 часа 59 минут", "accepted: exact"],
    ["Ходить по воде", "ходить под водой", "disputed: near"],
    ["О любви", "об любви", "accepted: form"],
    ["У него не было тени", "у него нету тени", "disputed: near"],
    ["Дочь мельника", "дочка мельника", "accepted: form"],
    ["9:30", "09:30", "accepted: exact"],
    ["9:30", "19:30", "rejected: wrong number"],
    ["Быть или не быть", "быть иль не быть", "accepted: form"],
    ["Быть или не быть", "Быть или не быть — вот в чём вопрос", "disputed: extra words"],
    ["Тезис, антитезис, синтез", "1 тезис 2 антитезис 3 синтез", "accepted: exact"],
    ["Apple", "Apple Inc.", "accepted: form"],
    ["Семь грехов", "о семи грехах", "accepted: form"],
    ["Котов", "коты", "rejected: other"]
  ])("of «%s» is said by «%s»: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a number, a sign or a name written otherwise", () => {
  it.each([
    ["12", "двенацать", "accepted: typo"],
    ["13", "двенацать", "rejected: other"],
    ["Двенадцать месяцев", "двенацать месяцев", "accepted: typo"],
    ["Нью-Йорк", "Нью-Ёрк", "accepted: typo"],
    ["Апельсиновый сок", "апельсиновый сог", "accepted: typo"],
    ["Пётр I", "Пётр II", "rejected: wrong number"],
    ["Макдоналдс", "в Макдональдсе", "accepted: form"],
    ["[Марина] Цветаева", "M. Цветаева", "accepted: form"],
    ["[Марина] Цветаева", "A. Цветаева", "rejected: wrong name"],
    ["оливье", "салат оливье", "accepted: form"],
    ["Цезарь", "салат цезарь", "disputed: extra words"],
    ["США", "соединённые штаты Америки", "accepted: abbreviation"],
    ["США", "соединённые штаты Бразилии", "rejected: other"],
    ["24", "двадцать чотыре", "accepted: typo"],
    ["24", "двадцать пятсот", "rejected: wrong number"],
    ["2/3", "⅔", "accepted: exact"],
    ["−18 градусов", "18 градусов мороза", "accepted: exact"],
    ["−18 градусов", "восемнадцать градусов ниже нуля", "accepted: form"],
    ["−18 градусов", "18 градусов тепла", "rejected: other"],
    ["Юго-запад", "ЮЗ", "accepted: abbreviation"],
    ["Юго-запад", "ЮВ", "rejected: other"],
    ["Иран", "Исламская Республика Иран", "accepted: form"],
    ["Ключ [от города]", "ключ от квартиры", "disputed: extra words"],
    ["Бонни & Клайд", "бонни и клайд", "accepted: exact"],
    ["Electron microscope", "electron microscopes", "accepted: form"],
    ["Алиса в Стране чудес", "«Алиса в Стране чудес» Льюиса Кэрролла", "accepted: form"]
  ])("is «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
