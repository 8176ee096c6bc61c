import { describe, expect, it } from "vitest"
import { areRelated } from "../../src/judge/match-russian.ts"
import { matchToken } from "../../src/judge/match-token.ts"
import { type Token, tokensOf } from "../../src/judge/tokens.ts"

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
    ["генрих", "гений", "none", ""]
  ])("«%s» and «%s»: %s (%s)", (reference, given, expected) => {
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
    ["солнце", "сорок", "none"],
    ["секстант", "семь", "none"]
  ])("«%s» and «%s»: %s", (reference, given, expected) => {
    expect(agreement(reference, given)).toBe(expected)
  })
})
