import { describe, expect, it } from "vitest"
import { haveNothingInCommon } from "../../src/judge/agree/far-apart.ts"
import { type Lemma, type Lexicon, noLexicon } from "../../src/judge/words/lexicon.ts"
import { matchByLetters } from "../../src/judge/agree/match-russian.ts"
import { byRulesAlone, byRulesInCompany, byRulesOfName } from "../../src/judge/wording/pair-tokens.ts"
import { tokensOf } from "../../src/judge/words/tokens.ts"
import { corpus } from "./corpus.ts"
import { lemmasIn } from "./listed-words.ts"
import { lexicon } from "./small-lexicon.ts"

const listed =
  "люди человек гиппопотам бегемот врач доктор счастье щастье джинсы жинсы экзамен икзамен тень призрак чтение прочесть " +
  "аромат запах говорить болтать лето зима йод иод этаж итаж сосна дуб ёж еж"
const texts = [
  listed,
  ...corpus.flatMap(({ pairs, question }) => [question.answer, ...pairs.map(({ given }) => given)])
]
const mostWords = 350

const kinds: ReadonlyArray<Lemma["kind"]> = ["noun", "verb", "adjective", "other", "noun"]
const names: ReadonlyArray<Lemma["name"]> = [null, "surname", null, null, "given"]

/** Whatever a dictionary may tell, spread over the words by their letters. */
const wild: Lexicon = {
  ...noLexicon,
  lemmas: (word) => {
    const sum = [...word].reduce((all, letter) => all * 31 + letter.charCodeAt(0), 7) % 1009
    return Array.from({ length: sum % 3 }, (_, i) => {
      const [kind = "noun", name = null] = [kinds[(sum + i) % 5], names[(sum >> 2) % 5]]
      const lemma = { word: i === 0 ? word : `слово${sum % 40}`, base: i === 0, kind, name, animate: sum % 2 === 0 }
      return { ...lemma, id: `${lemma.word} ${kind}`, indeclinable: sum % 7 === 0 }
    })
  },
  akin: (word) => [`слово${word.length}`]
}

describe.each([
  ["without a dictionary", noLexicon],
  ["with a small one", lexicon],
  ["with a wild one", wild]
] as const)("words that have nothing in common, %s,", (_, known) => {
  const tokens = texts.flatMap((text) => tokensOf(text.toLowerCase().replaceAll(/[^а-я ]/gu, ""), known))
  const words = [...new Map(tokens.map((token) => [token.text, token])).values()].slice(0, mostWords)
  const pairs = words.flatMap((one) => words.map((other) => [one, other] as const))
  const apart = pairs.filter(([one, other]) => haveNothingInCommon(one, other))

  it.each([
    ["by their letters", matchByLetters],
    ["in company", byRulesInCompany],
    ["alone", byRulesAlone],
    ["as names", byRulesOfName]
  ] as const)("agree in nothing %s", (_name, agree) => {
    const agreed = apart.filter(([one, other]) => agree(one, other) !== "none")
    expect(agreed.map(([one, other]) => `${one.text} ${other.text}`)).toEqual([])
  })

  it("are a good part of all pairs", () => {
    expect(apart.length).toBeGreaterThan(pairs.length / 4)
  })
})

describe("of two words", () => {
  const known: Lexicon = {
    ...noLexicon,
    lemmas: lemmasIn([
      ["гора дом рот антрекот бегемот врач человек/люди кража стена тень", { kind: "noun" }],
      ["экспортер охотник лошадь бегун", { kind: "noun", animate: true }],
      ["плавать украсть чистить", { kind: "verb" }]
    ]),
    akin: (word) => (word === "тень" ? ["призрак"] : [])
  }
  const areApart = (one: string, other: string): boolean => {
    const [reference, given] = [...tokensOf(one, known), ...tokensOf(other, known)]
    return reference !== undefined && given !== undefined && haveNothingInCommon(reference, given)
  }

  it.each([
    ["гора", "лошадь", "other letters"],
    ["лошадь", "гора", "the same the other way round"],
    ["гора", "чышыкх", "other letters, and no dictionary has the second"],
    ["рот", "экспортер", "all letters of the shorter, but many more"],
    ["рента", "антрекот", "so with a few more"],
    ["гора", "плавать", "a doing, but of nothing that the other is"],
    ["плавать", "гора", "the same the other way round"],
    ["кража", "плавать", "a doing that is called otherwise"],
    ["врач", "гора", "one that has another name, but not that"],
    ["тень", "гора", "one that means nearly what a third means"]
  ])("«%s» and «%s» it is clear at once that they are two (%s)", (one, other) => {
    expect(areApart(one, other)).toBe(true)
  })

  it.each([
    ["дом", "дым", "they begin alike"],
    ["стена", "стенка", "they have the same letters"],
    ["охотник", "ахотник", "the letters are nearly the same"],
    ["гладиатор", "кладиадор", "of nine letters two are others"],
    ["человек", "люди", "they are one word"],
    ["счеты", "щоты", "they are heard alike"],
    ["чистить", "плавать", "both are doings"],
    ["кража", "украсть", "the one is what the other does"],
    ["украсть", "кража", "the same the other way round"],
    ["бегемот", "гиппопотам", "they are names of one thing"],
    ["тень", "призрак", "they mean nearly the same"],
    ["первый", "один", "they are numbers"],
    ["десять", "х", "one is a number and the other may be"],
    ["х", "десять", "the same the other way round"],
    ["гора", "iron", "they are of two alphabets"],
    ["iron", "гора", "the same the other way round"]
  ])("«%s» and «%s» it is asked more closely whether they are two (%s)", (one, other) => {
    expect(areApart(one, other)).toBe(false)
  })
})
