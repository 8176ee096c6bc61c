/** What the judge says of words that a dictionary knows. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("with a dictionary", () => {
  it.each([
    ["Гусь", "гуси"],
    ["Заяц", "зайцы"],
    ["Отец", "отцом"],
    ["День", "дня"],
    ["Орёл", "орлом"],
    ["Кит", "киты"]
  ])("of «%s» the form «%s» is accepted", (answer, given) => {
    expect(saidOf(answer, given)).toBe("accepted: form")
  })

  it.each([
    ["Ворона", "ворон"],
    ["Ворон", "ворона"],
    ["Белая ворона", "белый ворон"],
    ["Душ", "душа"],
    ["Рота", "рот"],
    ["Час", "часы"],
    ["Ухо", "уха"]
  ])("«%s» is not taken for «%s» unasked, though a form of the one is spelled as the other", (answer, given) => {
    expect(saidOf(answer, given)).toBe("disputed: near")
  })

  it.each([
    ["Забор", "запор", "rejected: other", "a short word that is another"],
    ["Порох", "порог", "rejected: other", ""],
    ["Перу", "перо", "rejected: other", "an indeclinable name has no forms"],
    ["Метро", "метра", "rejected: other", ""],
    ["Капитан", "капитал", "disputed: near", "a long one, a letter away, may be a slip"],
    ["Капитан", "капитала", "rejected: other", ""],
    ["Маркс", "Маркес", "rejected: other", "two people"],
    ["Вивальди", "Сальери", "rejected: other", "though both are called Antonio"],
    ["Морозы", "мороз", "accepted: form", "which is a surname too"],
    ["Золотая", "золотой", "accepted: form", "an adjective that is a noun too"],
    ["Толстой", "толстая", "rejected: other", ""],
    ["Банка", "банк", "rejected: other", "an answer stands as a dictionary lists it"],
    ["Метро", "мтеро", "accepted: typo", "what is no word is a slip"],
    ["Якорь", "якрь", "accepted: typo", "in a short word too"],
    ["Радуга", "ридуга", "accepted: typo", "and with a dearer slip than without a dictionary"],
    ["Менделеев", "менделев", "accepted: typo", "of a name too"],
    ["Бёлль", "бель", "disputed: near", "unless it is a word beside a name"],
    ["Птичка", "птица", "disputed: near", "a diminutive"],
    ["Сосны", "сосновые леса", "disputed: near", ""],
    ["Поехали", "ехать", "accepted: form", "a verb with a prefix more"],
    ["Колокол", "колокольня", "rejected: other", "a noun of the same root is another thing"],
    ["Барто", "Бартон", "rejected: other", "a name that is never declined has its last letter for good"],
    ["Гудини", "Гудвин", "rejected: other", ""],
    ["Гудини", "гуддини", "accepted: typo", "and bears a slip elsewhere"],
    ["Бразилия", "Бразилиа", "disputed: near", "a country and its capital"],
    ["НАТО", "ната", "disputed: near", "an abbreviation in capitals is not slipped into a word"],
    ["ЮНЕСКО", "юнеска", "disputed: near", ""],
    ["ЯКОРЬ", "якрь", "accepted: typo", "a word only written in capitals is"],
    ["Сообщающиеся сосуды", "несообщающиеся сосуды", "rejected: other", "a negation more is no slip"],
    ["Неваляшка", "валяшка", "rejected: other", "nor is one less"],
    ["Мерилл", "мерил", "disputed: near", "a word of its own is no slip in a name that nobody listed"],
    ["Дед Мороз", "дет мороз", "disputed: near", "inside a phrase the other words speak for it"]
  ])("of «%s», «%s» is %s (%s)", (answer, given, expected) => {
    expect(saidOf(answer, given)).toBe(expected)
  })
})
