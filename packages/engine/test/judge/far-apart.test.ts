import { describe, expect, it } from "vitest"
import { haveNothingInCommon } from "../../src/judge/agree/far-apart.ts"
import { type Lemma, type Lexicon, noLexicon } from "../../src/judge/words/lexicon.ts"
import { matchByLetters } from "../../src/judge/agree/match-russian.ts"
import { byRulesAlone, byRulesInCompany, byRulesOfName } from "../../src/judge/wording/pair-tokens.ts"
import { tokensOf } from "../../src/judge/words/tokens.ts"
import { corpus } from "./corpus.ts"
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
