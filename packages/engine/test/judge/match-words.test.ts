import { describe, expect, it } from "vitest"
import { matchToken } from "../../src/judge/agree/match-token.ts"
import { areRelated } from "../../src/judge/agree/related-words.ts"
import { type Token, tokensOf } from "../../src/judge/words/tokens.ts"

const token = (word: string): Token => {
  const [first] = tokensOf(word)
  if (first === undefined) throw new Error(`no word in «${word}»`)
  return first
}
const agreement = (reference: string, given: string): string => matchToken(token(reference), token(given))

describe("two words of one stem", () => {
  it.each([
    ["пушкин", "пушкинн", "typo", "a letter doubled in a long word"],
    ["слон", "слонн", "near", "in a short one it may be another word"],
    ["швеция", "швеця", "near", "the shorter of the two counts"],
    ["купила", "купили", "form", "two forms of a verb"],
    ["написал", "написано", "form", "and its participle"],
    ["мостов", "мостили", "near", "another part of speech is no slip"],
    ["колумба", "колумбия", "near", "nor is a country named after a man"],
    ["я", "яя", "none", "a stem of one letter is none"],
    ["сына", "сын", "form", ""]
  ])("«%s» and «%s»: %s (%s)", (reference, given, expected) => {
    expect(agreement(reference, given)).toBe(expected)
  })
})

describe("a slip in the stem", () => {
  it.each([
    ["вулканы", "вукан", "typo", "is one whatever the endings of a noun"],
    ["красной", "крассная", "typo", "or of an adjective"],
    ["термомтер", "термометром", "typo", "in a long word whatever its parts seem to be"],
    ["клавиатуры", "кливиатура", "typo", "a long word bears a dearer one"],
    ["парашут", "парашютом", "none", "in a word of seven letters only between like endings"],
    ["маска", "марская", "none", "a noun is no adjective"],
    ["столб", "столов", "none", "another letter at the end of the stem is another word"],
    ["гамлета", "гамлед", "likely typo", "unless it sounds the same"],
    ["марио", "марта", "none", "a letter more at the end of the stem is another word"],
    ["марта", "марио", "none", "and a letter less"],
    ["генри", "гения", "none", ""],
    ["картины", "каптина", "none", "a dear slip in a word of seven letters with another ending"],
    ["красный", "красен", "none", "only a noun loses its vowel"],
    ["племя", "пламени", "none", "a word in «-мя» keeps what stands before that"],
    ["имя", "игумен", "none", ""],
    ["игу", "игумен", "none", ""],
    ["пламя", "пла", "none", ""],
    ["генрих", "гений", "none", ""]
  ])("«%s» and «%s»: %s (%s)", (reference, given, expected) => {
    expect(agreement(reference, given)).toBe(expected)
  })
})

describe("words of which one at least is not in Cyrillic", () => {
  it.each([
    ["müller", "muller", "same"],
    ["smith", "smyth", "near"],
    ["smith", "jones", "none"],
    ["smith", "смит", "transliteration"],
    ["smith", "джонс", "none"],
    ["b", "б", "none"],
    ["日本語日本語", "日本語日本国", "none"]
  ])("«%s» and «%s»: %s", (reference, given, expected) => {
    expect(agreement(reference, given)).toBe(expected)
  })
})

describe("words of one root", () => {
  it.each([
    ["антарктида", "антарктика", true],
    ["снег", "снеговик", true],
    ["снеговик", "снег", true],
    ["снегурочка", "снеговик", false],
    ["сына", "сын", false],
    ["песочные", "песочныечасы", false],
    ["боинг", "боинг747", false],
    ["xerox", "xeros", false]
  ])("«%s» and «%s»: %s", (one, other, expected) => {
    expect(areRelated(token(one), token(other))).toBe(expected)
  })
})

describe("a number in words", () => {
  it.each([
    ["двести", "дести", "typo"],
    ["шесть", "шшесть", "typo"],
    ["семь", "ссемь", "none"],
    ["двадцатый", "двенадцатый", "none"],
    ["три", "третий", "near"],
    ["пять", "v", "form"],
    ["пять", "x", "none"],
    ["двадцать один", "двадцатьодин", "none"],
    ["тысяча", "тысячаz", "none"],
    ["солнце", "сорок", "none"],
    ["секстант", "семь", "none"]
  ])("«%s» and «%s»: %s", (reference, given, expected) => {
    expect(agreement(reference, given)).toBe(expected)
  })
})
