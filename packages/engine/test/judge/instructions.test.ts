/** A зачёт that tells what to do with the answer. */
import { describe, expect, it } from "vitest"
import { instructionsIn } from "../../src/judge/reference/instructions.ts"
import { withSubstitutions } from "../../src/judge/reference/substitute.ts"
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
    ["Пустая пачка сигарет", "Без слова «сигарет»", "Без слова «сигарет»", "rejected: other"],
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

  it("may be joined by an «и», be up to six, and be told of in any зачёт", () => {
    expect(said("Вера, Надежда и Любовь", "Любые две из трёх", "вера и любовь")).toBe("accepted: form")
    const colours = "Красный, синий, белый, чёрный, жёлтый, зелёный"
    expect(said(colours, "Любые два из шести", "синий и жёлтый")).toBe("accepted: form")
    const virtues = { answer: "Вера, Надежда, Любовь", accepted: ["Три добродетели", "Любые две из трёх"] }
    expect(saidOf(virtues, "вера и любовь")).toBe("accepted: form")
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

const whole = (field: string) => ({ substitutions: [], enough: null, rest: field })
const put = (rest: string, ...substitutions: ReadonlyArray<object>) => ({ substitutions, enough: null, rest })

describe("an instruction", () => {
  it.each([
    ["«Таз» вместо «ведро»", put("", { replaced: "ведро", by: ["Таз"] })],
    ["также можно таз или корыто взамен слова ведро", put("", { replaced: "ведро", by: ["таз", "корыто"] })],
    ["слова «таз» вместо слова «ведро»", put("", { replaced: "ведро", by: ["таз"] })],
    ["таз, корыто либо чан/бадья вместо ведра", put("", { replaced: "ведра", by: ["таз", "корыто", "чан", "бадья"] })],
    ["замена «дом» на «здание»", put("", { replaced: "дом", by: ["здание"] })],
    ["допускается замена слова дом на слово здание", put("", { replaced: "дом", by: ["здание"] })],
    ["без слов «большой», «белый»", put("", { replaced: "большой", by: [""] }, { replaced: "белый", by: [""] })],
    ["и без упоминания двери", put("", { replaced: "двери", by: [""] })],
    ["можно без «двери»", put("", { replaced: "двери", by: [""] })],
    ["без двери", whole("без двери")],
    ["слово «дверь» не обязательно", put("", { replaced: "дверь", by: [""] })],
    ["дверь можно не указывать", put("", { replaced: "дверь", by: [""] })],
    ["дверь можно опустить", put("", { replaced: "дверь", by: [""] })],
    ["дверь можно открыть", whole("дверь можно открыть")],
    ["кот; без слова  «дверь». Пёс", put("кот; Пёс", { replaced: "дверь", by: [""] })],
    ["кот;  пёс вместе из дома", whole("кот;  пёс вместе из дома")],
    ["Любые две из трёх", { substitutions: [], enough: 2, rest: "" }],
    ["любая одна буква из слова", { substitutions: [], enough: 1, rest: "" }],
    ["Любые ТРИ из", whole("Любые ТРИ из")],
    ["Любые ТРИ из них", { substitutions: [], enough: 3, rest: "" }],
    ["любые двух из них", { substitutions: [], enough: 2, rest: "" }],
    ["любые трех из них", { substitutions: [], enough: 3, rest: "" }],
    ["любые трёх из них", { substitutions: [], enough: 3, rest: "" }],
    ["любые четыре из них", { substitutions: [], enough: 4, rest: "" }],
    ["любые 5 из них; кот", { substitutions: [], enough: 5, rest: "кот" }],
    ["любой один из них", { substitutions: [], enough: 1, rest: "" }],
    ["любое одно из них", { substitutions: [], enough: 1, rest: "" }],
    ["любые два из них", { substitutions: [], enough: 2, rest: "" }],
    ["любые  две  из  них", { substitutions: [], enough: 2, rest: "" }],
    ["кот; любые две из них", { substitutions: [], enough: 2, rest: "кот" }],
    ["таз/ вместо ведра", put("", { replaced: "ведра", by: ["таз"] })],
    ["« таз » вместо ведра", put("", { replaced: "ведра", by: ["таз"] })],
    ["без слова дверь.", put("", { replaced: "дверь", by: [""] })],
    ["пять из них", whole("пять из них")]
  ])("%j is %j", (field, instructions) => {
    expect(instructionsIn(field)).toEqual(instructions)
  })
})

describe("a reference with words put for others", () => {
  const pail = { replaced: "ведро", by: ["таз", "корыто"] }
  const water = { replaced: "воды", by: [""] }
  it.each([
    ["Ведро воды", [pail], ["таз воды", "корыто воды"]],
    ["С ведром  воды", [pail], ["С таз воды", "С корыто воды"]],
    ["Ведро воды", [water], ["Ведро"]],
    ["Ведро воды", [pail, water], ["Ведро", "таз воды", "таз", "корыто воды", "корыто"]],
    ["Ведро воды", [{ replaced: "ведро воды", by: ["таз"] }], ["таз"]],
    ["Ведро воды", [{ replaced: "воды ведро", by: ["таз"] }], []],
    ["Ведро воды", [{ replaced: "воды ведра", by: ["таз"] }], []],
    ["Ведро", [{ replaced: "ведро воды", by: ["таз"] }], []],
    ["Большое ведро", [{ replaced: "кот", by: ["пёс"] }], []],
    ["Большое ведро", [{ replaced: "!", by: ["пёс"] }], []],
    ["Ведро", [{ replaced: "ведро", by: [""] }], []],
    ["Ведро", [{ replaced: "ведро", by: ["Ведро"] }], []],
    ["— ведро", [pail], ["— таз", "— корыто"]]
  ])("of «%s» with %j are %j", (reading, substitutions, made) => {
    expect(withSubstitutions(reading, substitutions)).toEqual(made)
  })

  it("are no more than a person can read", () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ replaced: "кот", by: [`кот ${i}`] }))
    expect(withSubstitutions("Кот", many).length).toBeLessThan(64)
    expect(withSubstitutions("Кот", many).length).toBeGreaterThan(10)
  })
})
