import { describe, expect, it } from "vitest"
import { compileAnswer } from "../../src/judge/compile-answer.ts"
import { saidOf } from "./said-of.ts"

const compile = (answer: string, accepted: ReadonlyArray<string> = [], rejected: ReadonlyArray<string> = []) =>
  compileAnswer({ answer, accepted, rejected })

const wordings = (answer: string, accepted: ReadonlyArray<string> = []) =>
  compile(answer, accepted)
    .forms.map((form) => (form.certain ? form.normal : `${form.normal}?`))
    .toSorted()

describe("a reference", () => {
  it.each([
    ["Байкал.", ["байкал"]],
    ["[Дуглас] Адамс.", ["адамс", "дуглас адамс"]],
    ["Столб[ик]", ["столб", "столбик"]],
    ["[[Иван] Иванович] Иванов", ["иван иванович иванов", "иванов", "иванович иванов"]],
    ["[Иван Иванович] Иванов", ["иван иванов", "иван иванович иванов", "иванов", "иванович иванов"]],
    ["(Эрнест) Хемингуэй.", ["хемингуэй", "эрнест хемингуэй"]],
    ["Африка (все прочие — части света из вопроса)", ["африка"]],
    ["Кот; кошка", ["кот", "кошка"]],
    ["Кот / пёс", ["кот", "кот пес", "пес"]],
    ["УЗИ плода / ребёнка", ["ребенка?", "узи плода", "узи плода ребенка"]],
    ["искать/рыть клад", ["искать клад", "рыть клад"]],
    ["Москва или Питер", ["москва", "москва или питер", "питер"]],
    ["«Быть или не быть»", ["быть или не быть"]],
    ["кот, пёс", ["кот пес"]],
    ["Lacoste [лакост]", ["lacoste", "lacoste лакост", "лакост"]],
    ["не[закрытая скобка", ["незакрытая скобка"]]
  ])("%j is answered by %j", (answer, expected) => {
    expect(wordings(answer)).toEqual(expected)
  })

  it("takes commas of a зачёт for a division when each part is quoted or one thing is asked for, else for a doubt", () => {
    expect(wordings("а, б", ["«Кот», «Пёс»"])).toEqual(["а б", "кот", "кот пес", "пес"])
    expect(wordings("а", ["кот, пёс"])).toEqual(["а", "кот", "кот пес", "пес"])
    expect(wordings("а, б", ["кот, пёс"])).toEqual(["а б", "кот пес", "кот?", "пес?"])
    expect(wordings("а и б", ["кот, пёс"])).toEqual(expect.arrayContaining(["кот?", "пес?"]))
  })

  it("is read with 200 texts of a зачёт and of a незачёт, and no more", () => {
    const many = [...Array.from({ length: 200 }, () => "кот"), "пёс"]
    expect(wordings("Кошка", many)).toEqual(["кот", "кошка"])
    expect(compile("Кошка", many).written).toHaveLength(201)
    expect(compile("Кошка", [], many).rejected).toHaveLength(200)
  })

  it("is repeated letter for letter even where it is too long to be read", () => {
    const song = "ля-ля-ля ".repeat(1000).trim()
    expect(saidOf(song, song)).toBe("accepted: exact")
    expect(saidOf(song, `${song} ля`)).toBe("rejected: too long")
  })

  it("survives a thousand brackets", () => {
    expect(compile("[а] ".repeat(1000)).forms.length).toBeLessThanOrEqual(96)
  })
})

describe("a descriptive зачёт", () => {
  it.each([
    ["Точный ответ.", ["exact"]],
    ["точный ответ в любом числе и падеже", ["anyForm", "exact"]],
    ["В любом порядке", ["anyOrder"]],
    ["в любом порядке, числе и падеже", ["anyForm", "anyOrder"]],
    ["По фамилии", ["surname"]],
    ["По слову «кот» без неверных уточнений", ["noWrongExtras"]],
    ["синонимичные ответы", ["similar"]],
    ["кот и т. п.", ["similar"]],
    ["По смыслу.", ["byMeaning"]],
    ["кот", []]
  ])("%j raises %j", (text, expected) => {
    const { flags } = compile("Кот", [text])
    expect(
      Object.entries(flags)
        .flatMap(([name, raised]) => (raised ? [name] : []))
        .toSorted()
    ).toEqual(expected)
  })

  it.each([
    ["По слову «мост»", ["мост"]],
    ["по словам «телевидение» или «телевизор»", ["телевидение", "телевизор"]],
    ["С упоминанием моста", ["моста"]],
    ["по ключевому слову «мост»", ["мост"]],
    ["по словам «не стрелять» и «пианист»/«тапёр»", ["не стрелять пианист", "не стрелять тапёр"]]
  ])("%j looks for %j", (text, expected) => {
    expect(compile("а", [text]).keywords.map((keyword) => keyword.shown)).toEqual(expected)
  })

  it("is no wording of its own", () => {
    expect(wordings("Кот", ["Точный ответ", "По слову «кот»", "В любом порядке; синонимичные ответы"])).toEqual(["кот"])
  })
})

describe("незачёт", () => {
  it.each([
    ["Незачёт: пёс.", [], ["пес"]],
    ["(не засчитывать «пёс»)", [], ["пес"]],
    ["кошка (незачёт: пёс; волк)", [], ["волк", "пес"]]
  ])("inside %j is taken out of what is accepted", (text, rejected, expected) => {
    expect(
      compile("кот", [text], rejected)
        .rejected.map((form) => form.normal)
        .toSorted()
    ).toEqual(expected)
  })
})
