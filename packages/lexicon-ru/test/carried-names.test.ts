/** Names as they are carried between languages, declined without a dictionary, or said in full. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a name of another alphabet", () => {
  it.each([
    ["Тесей", "theseus"],
    ["Theseus", "тезей"],
    ["Персей", "Perseus"],
    ["Прометей", "Prometheus"],
    ["Колумб", "Columbus"],
    ["Овидий", "Ovidius"],
    ["Платон", "Plato"],
    ["Цицерон", "Cicero"],
    ["Пифагор", "Pythagoras"],
    ["Софокл", "Sophocles"],
    ["Дедал", "Daedalus"],
    ["Эдип", "Oedipus"],
    ["Вавилон", "Babylon"],
    ["Византия", "Byzantium"],
    ["Троя", "Troy"],
    ["Сицилия", "Sicily"],
    ["Меркурий", "Mercury"],
    ["Шопен", "Chopin"],
    ["Ренуар", "Renoir"],
    ["Лавуазье", "Lavoisier"],
    ["Рахманинов", "Rachmaninoff"]
  ])("is known by rule: «%s» ← «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toBe("accepted: transliteration")
  })

  it.each([
    ["Титан", "Titanic", "rejected: other"],
    ["Soul", "соль", "disputed: near"],
    ["Google", "гугол", "rejected: other"]
  ])("is no other word: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a name that no dictionary has", () => {
  it.each([
    ["Тесей", "тесеем"],
    ["Тесей", "о тесее"],
    ["Персей", "персею"],
    ["Мойдодыр", "мойдодыра"]
  ])("is declined: «%s» ← «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toBe("accepted: form")
  })

  it("and read otherwise is for people to decide", () => {
    expect(saidOf("Эйнштейн", "айнштайн")).toBe("disputed: near")
  })
})

describe("more names than the reference has", () => {
  it.each([
    ["Моцарт", "Вольфганг Амадей Моцарт", "accepted: form"],
    ["[Антуан] Лавуазье", "Антуан Лоран Лавуазье", "accepted: form"],
    ["[Эдгар] По", "Эдгар Аллан По", "accepted: form"],
    ["Хемингуэй", "Эрнест Миллер Хемингуэй", "accepted: form"],
    ["Гёте", "Иоганн Вольфганг фон Гёте", "accepted: form"],
    ["[Александр] Грин", "Грем Грин", "disputed: extra words"],
    ["[Иоганн Себастьян] Бах", "Вильгельм Фридеман Бах", "rejected: wrong name"],
    ["Дали", "Salvador Dali", "accepted: form"],
    ["Пётр I", "Пётр Великий", "accepted: exact"],
    ["Александр Македонский", "Александр Великий", "disputed: partial"],
    ["Парадокс Ферми", "парадокс Энрико Ферми", "accepted: form"],
    ["Парадокс Ферми", "парадокс Ивана Ферми", "disputed: extra words"],
    ["[Гай Юлий] Цезарь", "Цезарь Борджиа", "disputed: extra words"],
    ["Фредди Меркьюри", "солист Queen Фредди Меркьюри", "disputed: extra words"]
  ])("are his beside a true one: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
