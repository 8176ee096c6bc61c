/** What an answer is worth that calls the thing by its other name, and what the lists of such names look like. */
import { compileAnswer } from "@znatoki/engine"
import { describe, expect, it } from "vitest"
import { nearlyCalled } from "../src/nearly-called.ts"
import { russianLexicon } from "../src/russian-lexicon.ts"
import { surelyCalled } from "../src/surely-called.ts"
import { saidOf } from "./said-of.ts"

describe("another name of the thing", () => {
  it.each([
    ["Каннибализм", "людоедство", "accepted: exact"],
    ["Людоедство", "каннибализм", "accepted: exact"],
    ["Офсайд", "положение вне игры", "accepted: exact"],
    ["Азбука Морзе", "морзянка", "accepted: exact"],
    ["Потеря сознания", "обморок", "accepted: exact"],
    ["Пять копеек", "пятак", "accepted: exact"],
    ["Пятак", "5 копеек", "accepted: exact"],
    ["Карл Великий", "Шарлемань", "accepted: exact"],
    ["[Марк] Твен", "Сэмюэл Клеменс", "accepted: exact"],
    ["Сэмюэл Клеменс", "Твен", "accepted: exact"],
    ["Искусственное дыхание", "ИВЛ", "accepted: exact"],
    ["Двуглавый орёл", "двухголовый орёл", "accepted: exact"],
    ["Бильбо Бэггинс", "Бильбо Торбинс", "accepted: exact"],
    ["ОАЭ", "UAE", "accepted: exact"],
    ["Углекислый газ", "CO2", "accepted: exact"],
    ["Молчание ягнят", "The Silence of the Lambs", "accepted: exact"]
  ])("is as right: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it.each([
    ["Каннибализм", "людоедством", "accepted: form"],
    ["О каннибализме", "людоедство", "accepted: exact"],
    ["Людоедством", "каннибализм", "accepted: exact"],
    ["В положении вне игры", "офсайд", "accepted: exact"],
    ["Положение вне игры", "в офсайде", "accepted: form"],
    ["[Положение] вне игры", "офсайд", "accepted: exact"],
    ["Азбукой Морзе", "морзянкой", "accepted: form"],
    ["Карла Великого", "Шарлемань", "accepted: exact"],
    ["Азбука Морзе", "думаю, это морзянка", "accepted: exact"],
    ["Азбука Морзе", "марзянка", "accepted: typo"]
  ])("may be in another case on either side: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it.each([
    ["Потерял сознание", "упал в обморок", "accepted: form"],
    ["Она потеряла сознание", "упала в обморок", "accepted: form"],
    ["Потерять сознание", "падал в обморок", "accepted: form"],
    ["Он ослеп", "потерял зрение", "accepted: form"],
    ["Окаменел", "стал камнем", "accepted: form"],
    ["Обезглавить", "отрубили голову", "accepted: form"],
    ["Потерял сознание", "обморок", "disputed: partial"],
    ["Ослеп", "потерял слух", "rejected: other"]
  ])("of what is done may be in any person and time: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it.each([
    ["Зевс", "Юпитер", "disputed: partial"],
    ["Волгоград", "Сталинград", "disputed: partial"],
    ["9 мая", "День Победы", "disputed: partial"],
    ["Марсом", "Арес", "disputed: partial"]
  ])("that may be more, less or another is for people to decide: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it.each([
    ["Людовик XIV", "король", "no part of a name is one"],
    ["Офсайд", "игра", ""],
    ["Азбука Морзе", "язык жестов", "nor another thing's name"],
    ["Вина", "вино", "a word that stands for itself is no form of another"],
    ["Кубов", "остров свободы", "nor a form of what is spelled as one of its forms"],
    ["Чили", "перец", ""],
    ["Красная площадь ночью", "офсайд", ""]
  ])("is nothing else: «%s» is not «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toMatch(/^rejected/)
  })
})

const called = (fields: object) => saidOf({ answer: "Каннибализм", ...fields }, "людоедство")

describe("where the wording is the point another name is not taken", () => {
  it("незачёт outweighs it", () => {
    expect(called({ rejected: ["людоедство"] })).toBe("rejected: in rejected")
  })

  it("«точный ответ»", () => {
    expect(called({ accepted: ["точный ответ"] })).toBe("rejected: other")
  })

  it.each([
    "Каким словом греки называли поедание себе подобных?",
    "Какое слово мы заменили?",
    "Назовите слово, которое мы пропустили.",
    "В тексте заменены два слова. Назовите замену, слово замены греческое.",
    "Назовите греческий термин.",
    "Как это сейчас называется?",
    "Как называли это раньше?",
    "Как это будет по-гречески?",
    "Как это называется по-научному?",
    "Назовите синоним."
  ])("«%s»", (text) => {
    expect(called({ text })).toBe("rejected: other")
  })

  it.each(["Чем страшны были эти племена?", "Что это? Ответьте одним словом.", "Как называется такой обычай?"])(
    "and «%s» asks for the thing",
    (text) => {
      expect(called({ text })).toBe("accepted: exact")
    }
  )

  it("nor from whoever repeats the question", () => {
    expect(called({ text: "Чем считали людоедство миссионеры?" })).toBe("rejected: formal")
    expect(saidOf({ answer: "Нидерланды", text: "Какую страну зовут Голландией?" }, "Голландия")).toBe(
      "rejected: formal"
    )
  })
})

const linesOf = (list: string): ReadonlyArray<ReadonlyArray<string>> =>
  list
    .trim()
    .split("\n")
    .map((line) => line.split("; "))
const surely = linesOf(surelyCalled)
const nearly = linesOf(nearlyCalled)

const repeated = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name, at) => names.indexOf(name) < at)

/** Every name with every other one of its line. */
const pairsOf = (lines: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<readonly [string, string]> =>
  lines.flatMap((names) =>
    names.flatMap((name) => names.filter((each) => each !== name).map((each) => [name, each] as const))
  )

const unlike = (lines: ReadonlyArray<ReadonlyArray<string>>, verdicts: RegExp): ReadonlyArray<string> =>
  pairsOf(lines)
    .filter(([name, other]) => !verdicts.test(saidOf(name, other)))
    .map(([name, other]) => `${name} ← ${other}: ${saidOf(name, other)}`)

const normalOf = (name: string) => compileAnswer({ answer: name, accepted: [], rejected: [] }).forms[0]?.normal

describe("the lists of other names", () => {
  it("hold at least 900 lines of sure ones and 450 of others", () => {
    expect(surely.length).toBeGreaterThanOrEqual(900)
    expect(nearly.length).toBeGreaterThanOrEqual(450)
  })

  it("have several names in each line", () => {
    expect([...surely, ...nearly].filter((names) => names.length < 2)).toEqual([])
  })

  it("hold no sure name twice, no line twice and no name twice in a line", () => {
    expect(repeated(surely.flat())).toEqual([])
    expect(repeated(nearly.map((names) => names.join("; ")))).toEqual([])
    expect(nearly.filter((names) => repeated(names).length > 0)).toEqual([])
  })

  it("are in normal form", () => {
    expect([...surely, ...nearly].flat().filter((name) => normalOf(name) !== name)).toEqual([])
  })

  it("have each sure name of a line accepted for each other", { timeout: 60_000 }, () => {
    expect(unlike(surely, /^accepted/)).toEqual([])
  })

  it("have no name refused for another of its line", { timeout: 60_000 }, () => {
    expect(unlike(nearly, /^(?:accepted|disputed)/)).toEqual([])
  })

  it("are asked only for whole answers of few words", () => {
    const { otherNames, nearNames } = russianLexicon()
    expect(otherNames?.("офсайд")).toEqual(["положение вне игры", "вне игры"])
    expect(otherNames?.("офсайда")).toEqual(["положение вне игры", "вне игры"])
    expect(otherNames?.("в офсайде")).toEqual(["положение вне игры", "вне игры"])
    expect(otherNames?.("гол из офсайда")).toEqual([])
    expect(otherNames?.("")).toEqual([])
    expect(otherNames?.(`${"в ".repeat(12)}офсайд`)).toEqual([])
    expect(nearNames?.("зевс")).toEqual(["юпитер", "громовержец"])
    expect(nearNames?.("людоедство")).toEqual([])
  })
})
