/** Words of one root are left to people, by a dictionary of the few words that are asked for here. */
import { describe, expect, it } from "vitest"
import { noLexicon, type Lemma, type Lexicon } from "../../src/judge/words/lexicon.ts"
import { areKnownRelatives } from "../../src/judge/agree/related-words.ts"
import { type Token, tokensOf } from "../../src/judge/words/tokens.ts"

const listed: ReadonlyArray<readonly [Lemma["kind"], string]> = [
  [
    "noun",
    "горох горошина горошек картофель картофелина вишня сирень сирена птица птичка кость костина лошадь лошадка"
  ],
  ["adjective", "вишневый птичий"],
  ["verb", "чихнуть чихать бросить бросать петь пить ехать поехать прибежать бежать толкать толковать стоять"]
]

const kindOf = (word: string): Lemma["kind"] | undefined =>
  listed.find(([, words]) => words.split(" ").includes(word))?.[0]

const lexicon: Lexicon = {
  ...noLexicon,
  lemmas: (word) => {
    const kind = kindOf(word)
    const plain = { id: word, word, base: true, name: null, indeclinable: false, animate: false }
    return kind === undefined ? [] : [{ ...plain, kind }]
  }
}

const token = (word: string): Token => {
  const [first] = tokensOf(word, lexicon)
  if (first === undefined) throw new Error(`no word in «${word}»`)
  return first
}

const related = (left: string, right: string): boolean => areKnownRelatives(token(left), token(right))

describe("of one root are", () => {
  it.each([
    ["горох", "горошина"],
    ["горох", "горошек"],
    ["картофель", "картофелина"],
    ["птица", "птичка"],
    ["лошадь", "лошадка"],
    ["вишня", "вишневый"],
    ["чихнуть", "чихать"],
    ["бросить", "бросать"],
    ["ехать", "поехать"],
    ["бежать", "прибежать"]
  ])("«%s» and «%s», whichever is the answer", (one, other) => {
    expect([related(one, other), related(other, one)]).toEqual([true, true])
  })
})

describe("not of one root are", () => {
  it.each([
    ["петь", "пить"],
    ["толкать", "толковать"],
    ["стоять", "чихать"],
    ["сирень", "сирена"],
    ["горох", "картофелина"],
    ["горох", "вишневый"],
    ["горох", "горохх"]
  ])("«%s» and «%s»", (one, other) => {
    expect([related(one, other), related(other, one)]).toEqual([false, false])
  })
})
