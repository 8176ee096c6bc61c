import { describe, expect, it } from "vitest"
import { compileAnswer } from "../../src/judge/compile-answer.ts"
import { type FieldKind, parseReference } from "../../src/judge/reference/parse-reference.ts"

/** Each alternative as it is shown, with «?» when it may be only a piece, and its readings. */
const alternativesOf = (kind: FieldKind, text: string) =>
  parseReference(text, kind).alternatives.map(
    ({ certain, readings, shown }) =>
      `${shown}${certain ? "" : "?"} = ${readings.map((reading) => reading.trim().replace(/\s+/g, " ")).join("|")}`
  )

const compile = (answer: string, accepted: ReadonlyArray<string> = [], text?: string) =>
  compileAnswer({ answer, accepted, rejected: [], ...(text === undefined ? {} : { text }) })

describe("the alternatives of an answer", () => {
  it.each([
    ["Кот (чёрный)", ["Кот [чёрный] = Кот|Кот чёрный"]],
    ["Кот (один два три четыре)", ["Кот [один два три четыре] = Кот|Кот один два три четыре"]],
    ["Кот ( один  два три четыре )", ["Кот [один два три четыре] = Кот|Кот один два три четыре"]],
    ["Кот(точный ответ)пёс", ["Кот пёс = Кот пёс"]],
    ["Чёрный(незачёт: белый)кот", ["Чёрный кот = Чёрный кот"]],
    ["кот .", ["кот = кот ."]],
    [
      "кот или вовсе не пёс",
      ["кот или вовсе не пёс = кот или вовсе не пёс", "кот = кот", "вовсе не пёс = вовсе не пёс"]
    ],
    ["Кот (один два три четыре пять)", ["Кот = Кот"]],
    ["Кот (точный ответ)", ["Кот = Кот"]],
    ["Кот. Пёс. Волк", ["Кот. Пёс. Волк = Кот. Пёс. Волк"]],
    ["Кот ;  пёс.", ["Кот = Кот", "пёс = пёс."]],
    ["белый  кот", ["белый кот = белый кот"]],
    ["кот, или пёс", ["кот, или пёс = кот, или пёс", "кот = кот", "пёс = пёс"]],
    ["кот или не кот", ["кот или не кот = кот или не кот"]],
    ["Nike Air [найк эйр]", ["Nike Air [найк эйр] = Nike Air|Nike Air найк эйр|найк эйр"]],
    [" Nike [найк]. ", ["Nike [найк] = Nike .|Nike найк.|найк"]],
    ["7 Up [севен ап]", ["7 Up [севен ап] = 7 Up|7 Up севен ап|севен ап"]],
    ["X[икс]", ["X[икс] = X|Xикс|икс"]],
    ["Фирма Nike [найк]", ["Фирма Nike [найк] = Фирма Nike|Фирма Nike найк"]],
    ["Nike [найк] США", ["Nike [найк] США = Nike США|Nike найк США"]],
    ["Найк [найки]", ["Найк [найки] = Найк|Найк найки"]],
    ["Nike [nayk]", ["Nike [nayk] = Nike|Nike nayk"]],
    ["12 [двенадцать]", ["12 [двенадцать] = 12|12 двенадцать"]],
    ["рыть/копать/искать клад", ["рыть/копать/искать клад = рыть клад|копать клад|искать клад"]],
    ["рыть/копать клад/деньги", ["рыть/копать клад/деньги = рыть клад|рыть деньги|копать клад|копать деньги"]],
    ["1/2", ["1/2 = 1/2"]],
    ["а/б", ["а/б = а/б"]],
    ["кот / пёс / волк", ["кот / пёс / волк = кот / пёс / волк", "кот = кот", "пёс = пёс", "волк = волк"]],
    [
      "белый — кот / чёрный пёс",
      ["белый — кот / чёрный пёс = белый — кот / чёрный пёс", "белый — кот = белый — кот", "чёрный пёс = чёрный пёс"]
    ],
    ["белый кот / пёс", ["белый кот / пёс = белый кот / пёс", "белый кот = белый кот", "пёс? = пёс"]],
    ["рыть / копать клад", ["рыть / копать клад = рыть / копать клад", "рыть? = рыть", "копать клад = копать клад"]],
    ["белый — кот / пёс", ["белый — кот / пёс = белый — кот / пёс", "белый — кот = белый — кот", "пёс? = пёс"]],
    ["Точный ответ", []],
    ["Точный ответ на вопрос жизни", ["Точный ответ на вопрос жизни = Точный ответ на вопрос жизни"]]
  ])("%j are %j", (text, alternatives) => {
    expect(alternativesOf("answer", text)).toEqual(alternatives)
  })

  it("have sixteen wordings when many words have their doubles", () => {
    const [readings] = parseReference("аа/бб вв/гг дд/ее жж/зз ии/кк", "answer").alternatives.map((one) => one.readings)
    expect(readings).toHaveLength(16)
  })
})

describe("the alternatives of a зачёт", () => {
  it.each([
    ["Кот. Пёс. Волк", ["Кот = Кот", "Пёс = Пёс", "Волк = Волк"]],
    ["кот. пёс", ["кот. пёс = кот. пёс"]],
    ["кот, пёс", ["кот, пёс = кот, пёс", "кот? = кот", "пёс? = пёс"]],
    [
      "кот, пёс или волк",
      ["кот, пёс или волк = кот, пёс или волк", "кот, пёс = кот, пёс", "кот? = кот", "пёс? = пёс", "волк = волк"]
    ],
    ["«Кот», «Пёс».", ["«Кот», «Пёс» = «Кот», «Пёс».", "«Кот» = «Кот»", "«Пёс» = «Пёс»."]],
    ["«Врио», «И. О.».", ["«Врио», «И. О.» = «Врио», «И. О.».", "«Врио» = «Врио»", "«И. О.» = «И. О.»."]],
    ["«Кот», пёс", ["«Кот», пёс = «Кот», пёс", "«Кот»? = «Кот»", "пёс? = пёс"]],
    ["«Кот» и, «Пёс»", ["«Кот» и, «Пёс» = «Кот» и, «Пёс»", "«Кот» и? = «Кот» и", "«Пёс»? = «Пёс»"]],
    ["кот,пёс", ["кот,пёс = кот,пёс"]],
    [
      "кот, пёс или не кот",
      ["кот, пёс или не кот = кот, пёс или не кот", "кот? = кот", "пёс или не кот? = пёс или не кот"]
    ],
    ["«И. О.», «Врио».", ["«И. О.», «Врио» = «И. О.», «Врио».", "«И. О.» = «И. О.»", "«Врио» = «Врио»."]],
    ["белый «Кот», «Пёс»", ["белый «Кот», «Пёс» = белый «Кот», «Пёс»", "белый «Кот»? = белый «Кот»", "«Пёс»? = «Пёс»"]],
    ["кот (по смыслу)", ["кот = кот"]],
    ["кот / пёс", ["кот / пёс = кот / пёс", "кот = кот", "пёс = пёс"]],
    ["по фамилии", []]
  ])("%j are %j", (text, alternatives) => {
    expect(alternativesOf("accepted", text)).toEqual(alternatives)
  })
})

describe("the alternatives of a зачёт to one thing", () => {
  it.each([
    ["Дайвер, тот самый водолаз", ["Дайвер", "тот самый водолаз"]],
    ["Дайвер, тот самый старый водолаз", ["Дайвер?", "тот самый старый водолаз?"]],
    ["Карлсон, который летает", ["Карлсон?", "который летает?"]],
    ["Карлсон, чтобы", ["Карлсон?", "чтобы?"]],
    ["Карлсон, чтобыл", ["Карлсон", "чтобыл"]]
  ])("between commas in %j are %j", (text, parts) => {
    expect(
      alternativesOf("variants", text)
        .slice(1)
        .map((each) => each.split(" = ")[0])
    ).toEqual(parts)
  })
})

it("words by which an answer is known may stand in a remark", () => {
  expect(parseReference("Кот (по слову пёс)", "answer").keywords).toEqual(["пёс"])
})

describe("what is not accepted", () => {
  it.each([
    ["Кот (незачёт: пёс)", ["пёс"]],
    ["Кот. Незачёт: пёс; волк", ["пёс", "волк"]],
    ["Кот [не зачёт — пёс или волк]", ["пёс", "волк"]],
    ["Кот. Не принимать: пёс, волк", ["пёс", "волк"]],
    ["Кот. Не принимается пёс", ["пёс"]],
    ["Кот, не засчитывать пса", ["пса"]],
    ["Кот; незачесть пса", ["пса"]],
    ["Кот (не  зачесть: пса)", ["пса"]]
  ])("in %j is %j, and it is no part of the answer", (text, rejected) => {
    const parsed = parseReference(text, "answer")
    expect(parsed.rejected).toEqual(rejected)
    expect(parsed.alternatives.map((each) => each.readings)).toEqual([["Кот"]])
  })

  it("is not told by «не» alone", () => {
    expect(parseReference("Не зебра", "answer")).toMatchObject({ alternatives: [{ shown: "Не зебра" }], rejected: [] })
  })

  it.each([
    ["незачёт: пёс", ["пес = пёс"], []],
    ["просто пёс", ["пес = пёс"], []],
    ["только «пёс»", ["пес = «пёс»"], []],
    ["не зачёт — лишь пёс без уточнения", ["пес = пёс"], []],
    ["Незачет пёс без дополнений и прочего", ["пес = пёс"], []],
    ["УЗИ без всяких пояснений", ["узи = УЗИ"], []],
    ["пёс без хвоста", ["пес без хвоста = пёс без хвоста"], []],
    ["непростой пёс", ["непростой пес = непростой пёс"], []],
    ["пёс  или  волк", ["пес = пёс", "волк = волк"], []],
    ["А. С. Пушкин.", ["а с пушкин = А. С. Пушкин"], []],
    ["пёс / волк", ["пес = пёс", "волк = волк"], []],
    ["пёс/волк", ["пес волк = пёс/волк"], []],
    ["пёс (любой)", ["пес = пёс (любой)"], []],
    ["пёс; волк.", ["пес = пёс", "волк = волк"], []],
    ["[белый] пёс", ["пес = [белый] пёс", "белый пес = [белый] пёс"], []],
    ["по слову «пёс»", [], ["пес"]],
    ["по слову «—»", [], []],
    ["с упоминанием пса; волк", ["волк = волк"], ["пса"]],
    ["просто", [], []],
    ["—", [], []]
  ])("as it is written in незачёт %j is %j, and any mention of %j", (text, forms, keywords) => {
    const compiled = compileAnswer({ answer: "кот", accepted: [], rejected: [text] })
    expect(compiled.rejected.map(({ normal, shown }) => `${normal} = ${shown}`)).toEqual(forms)
    expect(compiled.rejectedKeywords.map(({ normal }) => normal)).toEqual(keywords)
  })
})

describe("a remark in round brackets", () => {
  it("speaks of the whole answer when it describes", () => {
    expect(parseReference("Кот (в любом падеже)", "answer").flags).toMatchObject({ anyForm: true, exact: false })
    expect(parseReference("Кот (по слову «пёс»)", "answer").keywords).toEqual(["пёс"])
  })
})

describe("a compiled answer", () => {
  it("keeps the texts as they are written, but for the descriptions", () => {
    expect(compile(" Кот ", ["точный ответ", " пёс"]).written).toEqual(["Кот", "пёс"])
  })

  it("reads given answers up to twice as long as what is written, and never fewer than 300 letters", () => {
    expect(compile("кот").longest).toBe(300)
    expect(compile("к".repeat(200), ["к".repeat(400)]).longest).toBe(800)
    expect(compile("к".repeat(400), ["к".repeat(200)]).longest).toBe(800)
  })

  it("keeps the beginning of a long question, or nothing", () => {
    expect(compile("кот", [], "а".repeat(20_000)).question).toHaveLength(10_000)
    expect(compile("кот").question).toBe("")
  })

  it("has the parts of a numbered answer with the variants of each, and all of them as one wording", () => {
    const compiled = compile("1. [белый] кот; киса 2. пёс", ["1. котик 2. псина", "1. кит", "точный ответ", "рыба"])
    expect(compiled.subanswers.map(({ anything, forms }) => [anything, ...forms.map((form) => form.normal)])).toEqual([
      [false, "кот", "белый кот", "киса", "котик", "кит"],
      [false, "пес", "псина"]
    ])
    expect(compiled.forms.map((form) => [form.normal, form.ordered, form.strict])).toEqual([
      ["рыба", false, true],
      ["кот пес", true, true]
    ])
    expect(compiled.forms.at(-1)?.shown).toBe("[белый] кот; киса, пёс")
  })

  it("is no description for all that a description is in it", () => {
    expect(compile("Точный ответ на вопрос жизни").flags.exact).toBe(false)
    const numbered = compile("1. точный ответ 2. точный ответ на вопрос жизни")
    expect(numbered.subanswers[1]?.forms.map((form) => form.normal)).toEqual(["точный ответ на вопрос жизни"])
    expect(numbered.forms.map((form) => form.normal)).toEqual(["точный ответ точный ответ на вопрос жизни"])
    expect(numbered.rejected).toEqual([])
  })

  it("takes a part for anything only when it says so from its beginning", () => {
    const anything = (answer: string) => compile(answer).subanswers.map((part) => part.anything)
    expect(anything("1. кот 2. любой ответ")).toEqual([false, true])
    expect(anything("1. Любые варианты 2. любое ответ")).toEqual([true, true])
    expect(anything("1. не любой ответ 2. любой кот")).toEqual([false, false])
    expect(compile("1. кот 2. любой ответ").forms).toEqual([])
  })

  it("has no wording without words, and no more than 96", () => {
    expect(compile("кот; …").forms.map((form) => form.normal)).toEqual(["кот"])
    const many = Array.from({ length: 100 }, (_, i) => `кот${"а".repeat(i)}`)
    expect(compile(many.join("; ")).forms).toHaveLength(96)
  })
})
