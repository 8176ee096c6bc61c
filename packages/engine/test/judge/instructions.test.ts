/** A зачёт that tells what to do with the answer. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

const said = (answer: string, accepted: string, given: string) => saidOf({ answer, accepted: [accepted] }, given)

describe("a word for another", () => {
  const page = "«Лётчик» вместо «пилот»; «журнал» вместо «газета»"
  it.each([
    ["Ведро воды", "«Таз» вместо «ведро»", "таз воды", "accepted: exact"],
    ["Ведро воды", "«Таз» вместо «ведро»", "ведро воды", "accepted: exact"],
    ["Ведро воды", "«Таз» вместо «ведро»", "таз", "disputed: partial"],
    ["Чёрный кот", "серый вместо чёрного", "серый кот", "accepted: exact"],
    ["Пилот читает газету", page, "летчик читает газету", "accepted: exact"],
    ["Пилот читает газету", page, "лётчик читает журнал", "accepted: exact"],
    ["Пожар в библиотеке", "«Пожарище» или «горение» вместо «пожар»", "горение в библиотеке", "accepted: exact"],
    ["Продал душу дьяволу", "«Чёрт», «сатана» вместо «дьявол»", "продал душу сатане", "accepted: form"],
    ["Большой дом", "Замена «дом» на «здание»", "большой здание", "accepted: exact"],
    ["Большой дом", "«Кот» вместо «собака»", "кот", "rejected: other"]
  ])("«%s» with «%s»: «%s» is %s", (answer, accepted, given, expected) => {
    expect(said(answer, accepted, given)).toBe(expected)
  })
})

describe("a word left out", () => {
  it.each([
    ["Пустая пачка сигарет", "Без слова «сигарет»", "пустая пачка", "accepted: exact"],
    ["Пустая пачка сигарет", "Без слова «сигарет»", "пустая пачка сигарет", "accepted: exact"],
    ["Пустая пачка сигарет", "Без слова «сигарет»", "пачка", "disputed: partial"],
    ["Красная площадь", "без «красная»", "площадь", "accepted: exact"],
    ["Кнопка на телефоне", "Слово «телефон» необязательно", "кнопка", "accepted: form"],
    ["Скрип двери", "«Скрежет» вместо «скрип»; без слова «двери»", "скрежет", "accepted: exact"],
    ["Без шапки", "С непокрытой головой", "без шапки", "accepted: exact"]
  ])("«%s» with «%s»: «%s» is %s", (answer, accepted, given, expected) => {
    expect(said(answer, accepted, given)).toBe(expected)
  })
})

describe("several of the things", () => {
  it.each([
    ["Любые два имени из трёх", "вера и любовь", "accepted: form"],
    ["Любые два из трёх", "Любовь Надежда", "accepted: word order"],
    ["Любое одно из трёх", "надежда", "accepted: exact"],
    ["Любые два имени из трёх", "вера", "rejected: partial"],
    ["Любые два имени из трёх", "вера и софья", "rejected: other"]
  ])("with «%s»: «%s» is %s", (accepted, given, expected) => {
    expect(said("Вера, Надежда, Любовь", accepted, given)).toBe(expected)
  })
})

describe("one of the parts", () => {
  it.each([
    ["1. Кит. 2. Слон.", "1. Кашалот", "кашалот, слон", "accepted: exact"],
    ["1. Кит. 2. Слон.", "1. Кашалот", "1) кашалот 2) слон", "accepted: exact"],
    ["1. Кит. 2. Слон.", "1. Кашалот", "кит, слон", "accepted: exact"],
    ["1. Кит. 2. Слон.", "1. Кашалот", "слон, кашалот", "rejected: wrong order"],
    ["1. Кит. 2. Слон.", "В первом: кашалот", "кашалот и слон", "accepted: exact"],
    ["1. Кит. 2. Слон.", "На второй вопрос — мамонт", "кит и мамонт", "accepted: exact"],
    ["1. Кит. 2. Слон. 3. Лев", "1. кашалот; 3. тигр", "кашалот, слон, тигр", "accepted: exact"],
    ["Дуплет. 1. Отелло. 2. Гамлет.", "2. Принц датский", "отелло, принц датский", "accepted: exact"],
    ["1. Плюс. 2. Минус.", "", "1 плюс 2 минус", "accepted: exact"]
  ])("of «%s» with «%s»: «%s» is %s", (answer, accepted, given, expected) => {
    expect(said(answer, accepted, given)).toBe(expected)
  })
})

describe("short parts between commas", () => {
  it.each([
    ["Водолаз", "Дайвер, аквалангист", "аквалангист", "accepted: exact"],
    ["Присесть на дорожку", "Присесть, посидеть и т. д.", "посидеть", "accepted: exact"],
    ["Нарды, кость", "Нарды, кубик", "кубик", "disputed: partial"],
    ["Карлсон", "Карлсон, который живёт на крыше", "который живёт на крыше", "disputed: partial"]
  ])("of «%s» with «%s»: «%s» is %s", (answer, accepted, given, expected) => {
    expect(said(answer, accepted, given)).toBe(expected)
  })
})
