/** What a wording of a reference tells of itself, with a dictionary of a few words. */
import { describe, expect, it } from "vitest"
import { AnswerForm } from "../../src/judge/reference/answer-form.ts"
import { compileForm } from "../../src/judge/reference/compiled-form.ts"
import { harmlessNames, isCitedSpelling, isInCapitals, isList } from "../../src/judge/reference/reading-traits.ts"
import { KnownNames } from "../../src/judge/names/known-names.ts"
import { type Lexicon, noLexicon } from "../../src/judge/words/lexicon.ts"
import { QuestionWords } from "../../src/judge/words/question-words.ts"
import { type Token, tokensOf } from "../../src/judge/words/tokens.ts"
import { lemmasIn, type ListedWords } from "./listed-words.ts"

const thing = { kind: "noun" } as const
const given = { ...thing, animate: true, name: "given" } as const

const words: ListedWords = [
  [
    "озеро/озера город страна россия/россии азия крит греция сингапур остров/острова волна кот/коты байкал/байкала",
    thing
  ],
  ["афины перо/перу перу", thing],
  ["сша", { ...thing, indeclinable: true }],
  ["лев джек александр кузьма", given]
]

const kinds = new Map([
  ["байкал", ["озеро"]],
  ["афины", ["город"]],
  ["греция", ["страна", "республика"]],
  ["сингапур", ["город", "страна"]],
  ["азия", ["континент"]],
  ["крит", ["остров"]],
  ["лондон", ["город"]],
  ["великий-новгород", ["город"]],
  ["перу", ["страна"]]
])
const bearers = new Set(["минин", "пожарский", "лондон"])

const lexicon: Lexicon = {
  lemmas: lemmasIn(words),
  kinds: (name) => kinds.get(name) ?? [],
  people: (name) => (bearers.has(name) ? [{ given: ["кузьма"], patronymic: null }] : [])
}

const traits = { strict: false, anyForm: false, certain: true, ordered: false }
const formOf = (
  reading: string,
  question = "",
  others: ReadonlyArray<string> = [],
  dictionary = lexicon
): AnswerForm => {
  const known = new KnownNames(dictionary, [reading, ...others], new QuestionWords(question))
  return new AnswerForm(compileForm(reading, reading, traits), dictionary, known)
}
const only = (text: string): Token => {
  const [token] = tokensOf(text, lexicon)
  if (token === undefined) throw new Error(`no word in «${text}»`)
  return token
}
const textsOf = (tokens: Iterable<Token>): string => [...tokens].map((token) => token.text).join(" ")

describe("the words that must be found", () => {
  it.each([
    ["Кот на волне", "кот волне"],
    ["за", "за"],
    ["По", "по"],
    ["Эдгар По", "эдгар по"],
    ["кот по волнам", "кот волнам"],
    ["«о» и «а»", "о а"]
  ])("of «%s» are «%s»", (reading, required) => {
    expect(textsOf(formOf(reading).required)).toBe(required)
  })
})

describe("the surname in a wording", () => {
  it.each([
    ["Джек Лондон", "лондон"],
    ["Джек лондон", null],
    ["джек Лондон", null],
    ["Кот Минин", null],
    ["«Джек Лондон»", null],
    ["Лондон", null],
    ["Минин", "минин"],
    ["Минин, Лондон", null],
    ["—", null]
  ])("«%s» is %s", (reading, surname) => {
    expect(formOf(reading).surname?.text ?? null).toBe(surname)
  })

  it("may be a place, unless another wording or the question tells of a person", () => {
    expect(formOf("Лондон", "", ["Джек Лондон"]).surname?.text).toBe("лондон")
    expect(formOf("Лондон", "Какой писатель был моряком?").surname?.text).toBe("лондон")
    expect(formOf("Лондон", "Какой город стоит на Темзе?").surname).toBeNull()
  })

  it("is not told without a dictionary, nor where nobody is known", () => {
    expect(formOf("Людвиг ван Бетховен").surname?.text).toBe("бетховен")
    expect(formOf("Людвиг ван Бетховен", "", [], noLexicon).surname).toBeNull()
    expect(new AnswerForm(compileForm("Минин", "Минин", traits), lexicon, null).surname).toBeNull()
  })
})

const told = ({ nameList }: AnswerForm): string | null => nameList && textsOf(nameList.surnames)

describe("the people in a wording", () => {
  it.each([
    ["Минин и Пожарский", "минин пожарский"],
    ["Минин и Волна", null],
    ["«Минин и Пожарский»", null],
    ["Минин", null],
    ["Кузьма Минин и Лев Пожарский", "минин пожарский"],
    ["М. Минин, Б. Пожарский", "минин пожарский"]
  ])("«%s» are «%s»", (reading, surnames) => {
    expect(told(formOf(reading))).toBe(surnames)
  })

  it("are not told without a dictionary, nor where nobody is known", () => {
    expect(told(formOf("М. Минин, Б. Пожарский", "", [], noLexicon))).toBeNull()
    expect(new AnswerForm(compileForm("Минин и Пожарский", "", traits), lexicon, null).nameList).toBeNull()
  })
})

describe("a place", () => {
  it.each([
    ["Байкал", "озеро", true],
    ["Байкал", "озера", true],
    ["Байкала", "озеро", true],
    ["Великий Новгород", "город", true],
    ["Великий Новгород", "г", true],
    ["Байкал", "город", false],
    ["Кот", "озеро", false],
    ["—", "озеро", false]
  ])("«%s» is of the kind «%s»: %s", (reading, kind, isKind) => {
    expect(formOf(reading).isKind(only(kind))).toBe(isKind)
  })

  it.each([
    ["Афины", "греция", true],
    ["Афины", "азия", true],
    ["Афины", "сингапур", false],
    ["Афины", "крит", false],
    ["Афины", "лондон", false],
    ["Сингапур", "азия", false],
    ["Байкал", "азия", false]
  ])("«%s» may be said with «%s»: %s", (reading, place, may) => {
    expect(formOf(reading).liesIn(only(place))).toBe(may)
  })

  it.each([
    ["перу", true],
    ["азия", true],
    ["кот", false]
  ])("is named by «%s»: %s", (word, names) => {
    expect(formOf("Афины").namesPlace(only(word))).toBe(names)
  })
})

it.each([
  ["Кот на волне", true],
  ["Кот", false],
  ["«Кот»", true],
  ["США", true],
  ["НАТО", true],
  ["КОТ", false],
  ["Нато", false]
])("«%s» tells alone what it is: %s", (reading, tells) => {
  expect(formOf(reading).tellsAlone).toBe(tells)
})

it.each([
  ["НАТО", false],
  ["США.", false],
  ["КОТ", true],
  ["Нато", true],
  ["«корова»", false],
  ["«Корова»", true]
])("in «%s» a slip is forgiven: %s", (reading, forgiven) => {
  expect(formOf(reading).typos).toBe(forgiven)
})

describe("the clauses", () => {
  it.each([
    ["Кот в сапогах, волна — остров", ["кот в сапогах", "волна", "остров"]],
    ["Кот: волна; остров", ["кот", "волна", "остров"]],
    ["Кот", []],
    ["Двадцать, один", []]
  ])("of «%s» are %j", (reading, clauses) => {
    expect(formOf(reading).clauses.map(textsOf)).toEqual(clauses)
  })
})

describe("how a reading is spelled", () => {
  it.each([
    ["дуб, ясень", true],
    ["дуб , белый  ясень", true],
    ["белый дуб , ясень", true],
    ["дуб  и ясень или клён", true],
    ["дуб, очень белый ясень", false],
    ["дуб", false]
  ])("makes a list of «%s»: %s", (reading, list) => {
    expect(isList(reading)).toBe(list)
  })

  it.each([
    [" НАТО. ", true],
    ["«НАТО»", true],
    ["Н", false],
    ["НАТО США", false],
    ["АБВГДЕЖЗИ", false]
  ])("makes an abbreviation of «%s»: %s", (reading, inCapitals) => {
    expect(isInCapitals(reading)).toBe(inCapitals)
  })

  it.each([
    [" «карова». ", true],
    ["«Карова»", false],
    ["карова", false]
  ])("is the point of «%s»: %s", (reading, cited) => {
    expect(isCitedSpelling(reading)).toBe(cited)
  })

  it.each([
    ["По", ["по"]],
    ["Под.", ["под"]],
    ["Подо", []],
    ["Эдгар По", ["по"]],
    ["Эдгар Подо", []],
    ["«о»", ["о"]],
    ["Переподготовка", []]
  ])("makes names of the small words in «%s»: %j", (reading, names) => {
    expect([...harmlessNames(reading)]).toEqual(names)
  })
})
