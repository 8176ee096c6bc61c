/** What is left of a reference when the word for the kind is taken off, told by a dictionary of a few words. */
import { describe, expect, it } from "vitest"
import { isOtherLetter } from "../../src/judge/letters/lone-letter.ts"
import type { Lexicon } from "../../src/judge/words/lexicon.ts"
import { titleHero } from "../../src/judge/names/title-hero.ts"
import { Token } from "../../src/judge/words/tokens.ts"
import { wordFor } from "../../src/judge/words/word.ts"
import { withoutKind } from "../../src/judge/reference/without-kind.ts"
import { isListed, isPlainAdjective } from "../../src/judge/words/word-traits.ts"
import { lemmasIn, type ListedWords } from "./listed-words.ts"

const noun = { kind: "noun", name: null } as const
const adjective = { kind: "adjective", name: null } as const
const given = { kind: "noun", name: "given", animate: true } as const
const surname = { kind: "noun", name: "surname", animate: true } as const

const words: ListedWords = [
  ["город/города столица/столицы озеро остров роман/романа книга слово буква число год цвет язык поэт/поэта", noun],
  ["король песня море красное/красного франция/франции пасха/пасхи новгород орел волна крылов лев", noun],
  [
    "красный/красного/красное английский великий/великого/великое древний древнегреческий знаменитый толстой русский",
    adjective
  ],
  ["лев александр/александра евгений", given],
  ["пушкин/пушкина крылов толстой/толстого", surname],
  ["достоевский", { kind: "adjective", name: "surname", animate: true }]
]

const kinds = new Map([
  ["париж", ["город", "столица"]],
  ["франция", ["страна"]],
  ["красное", ["море"]],
  ["великий-новгород", ["город"]],
  ["великого-новгород", ["город"]],
  ["красный", ["цвет"]],
  ["английский", ["язык"]],
  ["франции", ["остров"]]
])

const lexicon: Lexicon = {
  lemmas: lemmasIn(words),
  kinds: (name) => kinds.get(name) ?? [],
  people: (name) => (name === "толстой" ? [{ given: ["лев"], patronymic: null }] : [])
}

describe("a reference without the word for its kind", () => {
  it.each([
    ["роман «Обломов»", "«Обломов»"],
    ["роман — «Обломов».", "«Обломов»"],
    ["знаменитый роман «Обломов»", "«Обломов»"],
    ["слово «нет»", "«нет»"],
    ["романа «Обломов»", null],
    ["король «Обломов»", null],
    ["знаменитый король «Обломов»", null],
    ["знаменитый «Обломов»", null],
    ["«Обломов»", null],
    ["красный цвет", "красный"],
    ["английский язык.", "английский"],
    ["английский цвет", null],
    ["красного цвет", null],
    ["город Париж", "Париж"],
    ["город — Париж", "Париж"],
    ["города Париж", null],
    ["столица Франции Париж", "Париж"],
    ["столица Пасхи Париж", null],
    ["столица Франция Париж", "Франция Париж"],
    ["озеро Франции Париж", "Париж"],
    ["великий древний город Париж", "Париж"],
    ["великий древний знаменитый город Париж", null],
    ["город Великий Новгород", "Великий Новгород"],
    ["море Красное", "Красное"],
    ["остров Франции", null],
    ["остров Буян", "Буян"],
    ["остров Пасхи", null],
    ["остров Тайна", null],
    ["остров Тайна и Буян", null],
    ["остров буян", null],
    ["буква А", "А"],
    ["город А", null],
    ["число 13", "13"],
    ["число XIII", "XIII"],
    ["город 13", null],
    ["город XIII", null],
    ["число «13»", null],
    ["поэт Пушкин", "Пушкин"],
    ["поэта Пушкин", null],
    ["поэт Толстой", "Толстой"],
    ["поэт Александр", null],
    ["поэт Александр Пушкин", "Александр Пушкин"],
    ["поэт Тредиаковский", "Тредиаковский"],
    ["поэт Волна", null],
    ["поэт Крылов", null],
    ["русский поэт Пушкин", "Пушкин"],
    ["поэт Орел Волна", null],
    ["поэт пушкин", null],
    ["поэт Александр пушкин", null],
    ["песня Пушкин", null],
    ["море красное", "красное"],
    ["город великий новгород", "великий новгород"],
    ["город великого новгород", null],
    ["буква А Новгород", null],
    ["буква !", null],
    ["число 13 Новгород", null],
    ["столица красное Париж", null],
    ["столица франция Париж", null],
    ["город, Париж", null],
    ["город и Париж", null],
    ["город", null]
  ])("of «%s» is %s", (reading, rest) => {
    expect(withoutKind(reading, lexicon)).toBe(rest)
  })
})

describe("the hero of a title", () => {
  it.each([
    ["«Евгений Пушкин»", "Пушкин"],
    ["«Евгений Онегин».", "Онегин"],
    ["«Евгений Александр»", null],
    ["«Евгений Волна»", null],
    ["«Волна Пушкин»", null],
    ["«Красный Пушкин»", null],
    ["«Волна Александр»", null],
    ["«Онегин»", null],
    ["Евгений Онегин", null]
  ])("of %s is %s", (reading, hero) => {
    expect(titleHero(reading, lexicon)).toBe(hero)
  })
})

describe("a letter that is one with another elsewhere", () => {
  it.each([
    [["буква Ё"], "е", true],
    [["буква Ё"], "Ё", false],
    [["Ё", "буква ё"], "ё", false],
    [["Ё", "Е"], "е", false],
    [["Ё"], "е или ё", false],
    [["а", "ё"], "е", true],
    [["Ёж"], "е", false]
  ])("of %j is «%s» or another: %s", (written, said, isOther) => {
    expect(isOtherLetter(written, said)).toBe(isOther)
  })
})

const token = (text: string): Token => new Token(wordFor(text, lexicon), null)

describe("a word by itself", () => {
  it.each([
    ["город", true],
    ["города", false],
    ["стол", true]
  ])("«%s» stands as a dictionary lists it or not: %s", (text, listed) => {
    expect(isListed(token(text))).toBe(listed)
  })

  it.each([
    ["великий", true],
    ["толстой", false],
    ["красное", false],
    ["достоевский", false],
    ["стол", false],
    ["город", false]
  ])("«%s» is nothing but an adjective or not: %s", (text, plain) => {
    expect(isPlainAdjective(token(text))).toBe(plain)
  })
})
