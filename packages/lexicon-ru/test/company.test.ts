/** What other words make of an answer that has the right ones. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a keyword of the зачёт", () => {
  const roof = { answer: "Боялись, что рухнет крыша", accepted: ["По слову «крыша»"] }
  it.each([
    ["крыша", "accepted: keyword"],
    ["обрушилась крыша", "accepted: keyword"],
    ["не из-за крыши", "disputed: keyword"],
    ["стены", "rejected: other"]
  ])("is enough in any company: «%s» is %s", (given, said) => {
    expect(saidOf(roof, given)).toBe(said)
  })

  it("is not where more words are forbidden", () => {
    const strict = { answer: "Крыша", accepted: ["По слову «кровля» без лишних слов"] }
    expect(saidOf(strict, "железная кровля")).toBe("disputed: keyword")
  })
})

describe("who it was and that it was", () => {
  it.each([
    ["Чихнуть", "он чихнул", "accepted: form"],
    ["Он забыл снять шляпу", "забыл снять шляпу", "accepted: form"],
    ["Туман", "был туман", "accepted: form"],
    ["Без шапки", "он был без шапки", "accepted: form"],
    ["Она", "он", "rejected: other"],
    ["Зонт", "у него не было зонта", "disputed: extra words"],
    ["У него не было зонта", "без зонта", "disputed: near"]
  ])("may be said or not: for «%s» «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("somebody's calling", () => {
  it.each([
    ["[Лев] Яшин", "вратарь Яшин", "accepted: form"],
    ["Дон Кихот", "рыцарь Дон Кихот", "accepted: form"],
    ["Павлин", "павлин/страус", "rejected: list of guesses"],
    ["Павлин", "страус павлин", "disputed: extra words"],
    ["[Лев] Яшин", "Яшин вратарь", "disputed: extra words"],
    ["Пушкин", "сын Пушкина", "disputed: extra words"],
    ["Дали", "жена Дали", "disputed: extra words"],
    ["Карлсон", "малыш и Карлсон", "rejected: list of guesses"],
    ["Зеркало", "мастер зеркало", "disputed: extra words"]
  ])("is true of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("so much of it", () => {
  it.each([
    ["Сыр", "кусочек сыра", "accepted: form"],
    ["Спички", "коробок спичек", "accepted: form"],
    ["Пять", "пять человек", "accepted: form"],
    ["Тринадцать", "13 штук", "accepted: form"],
    ["Десять", "десять метров", "disputed: extra words"]
  ])("is «%s» too: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a part that tells a class", () => {
  it.each([
    ["День рождения", "день", "rejected: partial"],
    ["Ведро воды", "ведро", "rejected: partial"],
    ["Красная площадь", "площадь", "rejected: partial"],
    ["Бородинская битва", "Бородинская", "disputed: partial"],
    ["Кот в сапогах", "кот", "disputed: partial"]
  ])("of «%s» is not enough: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("somebody else of that name", () => {
  it.each([
    ["Шерлок Холмс", "Майкрофт Холмс"],
    ["Александр Македонский", "царь Македонии"],
    ["Юлий Цезарь", "салат Цезарь"],
    ["Таблица Менделеева", "закон Менделеева"]
  ])("is not «%s»: «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toBe("rejected: other")
  })
})

describe("the same relation", () => {
  it.each([
    ["Флаг Канады", "канадский флаг", "accepted: form"],
    ["Канадский флаг", "флаг Канады", "accepted: form"],
    ["Пожар в библиотеке", "библиотечный пожар", "accepted: form"],
    ["Ариаднина нить", "нить Ариадны", "accepted: form"],
    ["Голубь мира", "голубой мир", "disputed: near"],
    ["Левая", "лев", "disputed: near"]
  ])("of «%s» is said by «%s»: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a word out of its clause", () => {
  it.each([
    ["Семь раз отмерь, один раз отрежь", "один раз отмерь, семь раз отрежь", "disputed: near"],
    ["Тише едешь — дальше будешь", "дальше едешь тише будешь", "disputed: near"],
    ["Тише едешь — дальше будешь", "тише едешь дальше будешь", "accepted: exact"],
    ["Дуб, ясень, клён", "клён, дуб, ясень", "accepted: word order"],
    ["Тише едешь — дальше будешь", "дальше будешь, тише едешь", "accepted: word order"],
    ["Семь раз отмерь, один раз отрежь", "семь раз отрежь, один раз отмерь", "disputed: near"],
    ["Два сапога — пара", "пара — два сапога", "accepted: word order"],
    ["Два сапога — пара", "сапога два — пара", "accepted: word order"],
    ["Без окон, без дверей", "без дверей, без окон", "accepted: word order"]
  ])("makes another of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("words in a row", () => {
  it.each([
    ["Окно", "зеркало окно дверь", "rejected: list of guesses"],
    ["Пушкин", "Лермонтов Пушкин Гоголь", "rejected: list of guesses"],
    ["Окно", "я думаю это окно", "accepted: exact"],
    ["Окно", "зеркало дверь стена", "rejected: list of guesses"],
    ["Окно", "большое окно дома", "disputed: extra words"],
    ["Окно", "окно в комнате", "disputed: extra words"],
    ["Чехов", "писатель Чехов", "accepted: form"],
    ["Марс", "бог войны Марс", "accepted: form"],
    ["Красная площадь", "площадь мавзолей кремль", "rejected: other"]
  ])("for «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a word that a dictionary lists for itself", () => {
  it("is no form of another, nor is one with a letter more before it", () => {
    expect(saidOf("Перо", "Перу")).toBe("disputed: near")
    expect(saidOf("Нобелевская премия", "Шнобелевская премия")).toBe("disputed: near")
    expect(saidOf("Нобелевская", "шнобелевская")).toBe("rejected: other")
  })
})
