/** Who is named by a wording, and what a question tells of names, with a dictionary of a few words. */
import { describe, expect, it } from "vitest"
import { KnownNames, roleOf } from "../../src/judge/names/known-names.ts"
import type { Lexicon } from "../../src/judge/words/lexicon.ts"
import { nameListOf } from "../../src/judge/names/name-list.ts"
import { normalForm } from "../../src/judge/letters/normal-form.ts"
import { QuestionWords } from "../../src/judge/words/question-words.ts"
import { properWords } from "../../src/judge/reference/reading-traits.ts"
import { surnameOf } from "../../src/judge/names/surname.ts"
import { type Token, tokensOf } from "../../src/judge/words/tokens.ts"
import { lemmasIn, type ListedWords } from "./listed-words.ts"

const thing = { kind: "noun" } as const
const given = { ...thing, animate: true, name: "given" } as const
const surname = { ...given, name: "surname" } as const
const adjective = { ...thing, kind: "adjective" } as const

const words: ListedWords = [
  ["лев/льва волна норма/нормы/нормам герой мороз/мороза кот/кота клятва/клятву врач/врача корабль а", thing],
  ["пари", { ...thing, indeclinable: true }],
  ["древний римский грозный толстой белый/белых греческий великий", adjective],
  ["лев/льва александр/александра иван симона пьер роман алан", given],
  ["крылов толстой кинг", surname],
  ["белых", { ...surname, indeclinable: true }],
  ["сергеевич", { ...given, name: "patronymic" }]
]

const bearers = new Set(["пушкин", "минин", "пожарский", "мороз", "винчи", "шостакович"])

const lexicon: Lexicon = {
  lemmas: lemmasIn(words),
  kinds: () => [],
  people: (name) => (bearers.has(name) ? [{ given: ["иван"], patronymic: null }] : [])
}

const tokens = (text: string): ReadonlyArray<Token> => tokensOf(normalForm(text), lexicon)
const known = (question: string, ...texts: ReadonlyArray<string>): KnownNames =>
  new KnownNames(lexicon, texts, new QuestionWords(question))

const only = (text: string): Token => {
  const [token] = tokens(text)
  if (token === undefined) throw new Error(`no word in «${text}»`)
  return token
}

describe("the surname", () => {
  it.each([
    ["Пушкин", "пушкин"],
    ["Александр Пушкин", "пушкин"],
    ["Усэйн Болт", "болт"],
    ["Нью-Йорк", null],
    ["А. Мюссе", null],
    ["А. де Мюссе", "мюссе"],
    ["де Мюссе", null],
    ["А. де Волна", null],
    ["А. де Волны", "волны"],
    ["А. де Пари", "пари"],
    ["А. де Роман", "роман"],
    ["А. Роман", null],
    ["А. де Кот Роман", null],
    ["А. Синичкин", "синичкин"],
    ["А. Крылов", "крылов"],
    ["А. Толстой", null],
    ["А. Белых", "белых"],
    ["А. Кот", null],
    ["Лев Грозный", null],
    ["Римский-Корсаков", "корсаков"],
    ["Римский Корсаков", null],
    ["Волна Лев Крылов", null],
    ["Лев Волна Крылов", "крылов"],
    ["Волна", null],
    ["Лев Семь", null],
    ["Семь Крылов", null],
    ["Лев Crown", null],
    ["Иван Лев Александр Крылов", "крылов"],
    ["Иван Лев Александр Алан Крылов", null],
    ["Да", null]
  ])("of «%s» is %s", (reading, expected) => {
    expect(surnameOf(tokens(reading), known(""), reading)?.text ?? null).toBe(expected)
  })
})

const texts = (all: ReadonlySet<Token>): string => [...all].map((token) => token.text).join(" ")

/** The names that may be left out, the surnames, and whether it is one for all. */
const told = (reading: string) => {
  const proper = properWords(reading)
  const list = nameListOf(
    tokens(reading).filter((token) => token.text !== "и"),
    reading,
    (token) => proper.has(token.text),
    (token) => lexicon.people(token.text).length > 0
  )
  return list === null ? null : `${texts(list.names)}: ${texts(list.surnames)}${list.family ? ", a family" : ""}`
}

describe("several people", () => {
  it.each([
    ["Лев Толстой и Иван Крылов", "лев иван: толстой крылов"],
    ["Лев Толстой, Иван Крылов", "лев иван: толстой крылов"],
    ["Лев Толстой и Крылов", "лев: толстой крылов"],
    ["Лев Толстой и Кот Крылов", null],
    ["Лев Толстой и кот", null],
    ["Лев ван Винчи", null],
    ["Минин и Пожарский", ": минин пожарский"],
    ["Минин и Волна", null],
    ["Волна и Пожарский", null],
    ["Лев и Александр Толстые", "лев александр: толстые, a family"],
    ["Лев, Иван и Александр Толстые", "лев иван александр: толстые, a family"],
    ["Лев, Мороз и Александр Толстые", "александр: лев мороз толстые"],
    ["Лев, Александр Толстой, Иван", "александр: лев толстой иван"],
    ["Лев и Александр Сергеевич Толстые", "александр сергеевич: лев толстые"],
    ["Братья Гримм", "братья: гримм, a family"],
    ["Братья Лев Толстые", null],
    ["Братья", null]
  ])("of «%s» are told by %s", (reading, expected) => {
    expect(told(reading)).toBe(expected)
  })
})

it.each([
  ["а", "initial"],
  ["Сергеевич", "patronymic"],
  ["Иваныч", "none"],
  ["Петрович", "patronymic"],
  ["Шостакович", "none"],
  ["Лев", "given"],
  ["льва", "none"],
  ["Александра", "given"],
  ["Крылов", "none"],
  ["волна", "none"]
])("«%s» is among names: %s", (text, role) => {
  expect(roleOf(only(text))).toBe(role)
})

describe("what the question tells", () => {
  it.each([
    ["Какой греческий герой ушёл?", "герой", true],
    ["Какой древний, великий, мудрый, сильный, греческий герой ушёл?", "герой", false],
    ["Какой древний, великий, греческий герой ушёл?", "герой", true],
    ["Герой какой?", "герой", false],
    ["Какой герой победил врача?", "врача", false],
    ["Герой ушёл. Назовите клятву.", "герой", false],
    ["Как называется корабль?", "корабль", true],
    ["Какой?", "герой", false]
  ])("«%s» asks for «%s»: %s", (question, word, asked) => {
    expect(known(question).asksFor(only(word))).toBe(asked)
  })

  it.each([
    ["нормы", true],
    ["нормам", false],
    ["клятву", false]
  ])("is the very word: «%s», %s", (word, asked) => {
    expect(known("Какие нормы ввёл врач, давший клятву?").asksSoFor(only(word))).toBe(asked)
  })

  it.each([
    ["Чью клятву дают?", "клятва", true],
    ["Клятва чего?", "клятва", true],
    ["Клятва", "клятва", false]
  ])("«%s» asks whose is «%s»: %s", (question, word, asked) => {
    expect(known(question).asksWhose(only(word))).toBe(asked)
  })

  it.each([
    ["Как звали кота?", true],
    ["Кота звали Васькой. Назовите врача.", false],
    ["Как кот победил врача?", false],
    ["Кота зовут как?", false]
  ])("«%s» asks how somebody is called: %s", (question, asks) => {
    expect(known(question).asksHowCalled).toBe(asks)
  })
})

describe("what the reference tells", () => {
  it.each([
    [["Александр Пушкин"], "александр"],
    [["Александр Пушкин", "Лев"], "александр лев"],
    [["Александр Пушкин", "Лев Толстой"], "александр"],
    [["Александр Сергеевич Пушкин, корабль"], "александр сергеевич"],
    [["Пушкин"], ""]
  ])("beside the surname: of %j, «%s»", (texts, names) => {
    const beside = known("", ...texts).beside(only("Пушкин"))
    expect(beside.map((token) => token.text).join(" ")).toBe(names)
  })

  it.each([
    ["Пушкин", 1],
    ["мороз", 1],
    ["мороза", 0]
  ])("who bears a surname: of «%s», %s", (word, count) => {
    expect(known("").people(only(word))).toHaveLength(count)
  })

  it("no name stands beside itself", () => {
    expect(
      known("", "Иван Роман")
        .beside(only("Роман"))
        .map((token) => token.text)
    ).toEqual(["иван"])
  })

  it("somebody is called by a part of his name", () => {
    expect(known("").isCalled(only("Винчи"), "да винчи")).toBe(true)
    expect(known("").isCalled(only("Пушкин"), "да винчи")).toBe(false)
  })
})
