import { describe, expect, it } from "vitest"
import { compileAnswer, judge } from "../../src/index.ts"
import { heardWord, mayBeHeardAlike } from "../../src/judge/letters/heard-word.ts"
import { type Lemma, type Lexicon, noLexicon } from "../../src/judge/words/lexicon.ts"
import { tokensOf } from "../../src/judge/words/tokens.ts"
import { spelledOneWay } from "../../src/judge/words/meant-lemmas.ts"
import { forgetWords, wordFor } from "../../src/judge/words/word.ts"

describe("what is kept of a word", () => {
  it("is one for every place where the word stands, and each place is its own", () => {
    const [first, second] = tokensOf("нева нева")
    expect(first?.word).toBe(second?.word)
    expect(first).not.toBe(second)
  })

  it("is another with another dictionary", () => {
    const other = { ...noLexicon }
    expect(wordFor("нева", other)).not.toBe(wordFor("нева", noLexicon))
    expect(wordFor("нева", other).lexicon).toBe(other)
  })

  it("does not grow with what is typed", () => {
    const kept = wordFor("байкал")
    expect(wordFor("кот")).not.toBe(kept)
    expect(wordFor("байкал")).toBe(kept)
    for (let i = 0; i < 2_000; i++) wordFor(`слово${i}`)
    expect(wordFor("байкал")).not.toBe(kept)
    expect(wordFor("я".repeat(40))).toBe(wordFor("я".repeat(40)))
    const long = "я".repeat(41)
    expect(wordFor(long)).not.toBe(wordFor(long))
  })

  it("is found anew when it was forgotten", () => {
    const kept = wordFor("байкал")
    forgetWords()
    expect(wordFor("байкал")).not.toBe(kept)
  })

  it("does not change a verdict, however often it is asked", () => {
    const compiled = compileAnswer({ answer: "Толстой", accepted: ["Лев Толстой"], rejected: [] })
    const verdicts = () => ["толстой", "талстой", "лев толстый", "7", "семь"].map((given) => judge(compiled, given))
    const before = verdicts()
    for (let i = 0; i < 300; i++) judge(compiled, `толстой${i} талст${i}`)
    expect(verdicts()).toEqual(before)
  })
})

const thing = { base: true, kind: "noun", name: null, indeclinable: false, animate: false } as const
const stol: Lemma = { ...thing, id: "стол 1", word: "стол" }
const stolov: Lemma = { ...thing, id: "столов 2", word: "столов", name: "surname" }
const stelit: Lemma = { ...thing, id: "стлать 3", word: "стлать", kind: "verb", base: false }
const lemmas = new Map([
  ["стол", [stol]],
  ["столов", [{ ...stol, base: false }, stolov]],
  ["столу", [{ ...stol, base: false }]],
  ["стелют", [stelit]],
  ["доска", [{ ...thing, id: "доска 4", word: "доска" }]],
  ["досок", [{ ...thing, id: "доска 4", word: "доска", base: false }]]
])
const dictionary: Lexicon = {
  ...noLexicon,
  lemmas: (word) => lemmas.get(word) ?? [],
  akin: (word) => (word === "стол" ? ["доска"] : [])
}
const word = (text: string) => wordFor(text, dictionary)

describe("what a dictionary makes of a word", () => {
  it("is what is meant by it: as listed before what it may be a form of", () => {
    expect(word("столов").meant).toEqual([stolov])
    expect(word("столу").meant).toEqual([{ ...stol, base: false }])
  })

  it.each([
    ["стол", ["стол"], [], false],
    ["столу", ["стол"], [], false],
    ["столов", [], [], true],
    ["стелют", [], ["стлать"], false],
    ["нет", [], [], false]
  ])("of «%s» are the nouns %j, the verbs %j, and a name: %s", (text, nouns, infinitives, named) => {
    expect(word(text).nouns).toEqual(nouns)
    expect(word(text).infinitives).toEqual(infinitives)
    expect(word(text).named).toBe(named)
  })

  it("is how else it is written, and by what stems it goes", () => {
    expect(word("столу").spellings).toEqual(["столу", "стол"])
    expect(word("стол").spellings).toEqual(["стол"])
    expect(word("стелют").stems).toEqual(["стелют", "стлат"])
    expect(word("table").lemmas).toEqual([])
  })

  it("is what it is akin to, in one direction and in any form", () => {
    expect(word("столу").isAkinTo(word("досок"))).toBe(true)
    expect(word("доска").isAkinTo(word("стол"))).toBe(false)
    expect(word("столов").isAkinTo(word("доска"))).toBe(false)
    expect(wordFor("стол", noLexicon).isAkinTo(word("доска"))).toBe(false)
    expect(wordFor("стол", { ...dictionary, akin: (of) => [of] }).isAkinTo(word("столу"))).toBe(true)
  })

  it("is one word where a dictionary lists two spellings of it", () => {
    expect(spelledOneWay({ ...stol, id: "тоннель 5", word: "тоннель" })).toBe(
      spelledOneWay({ ...stol, id: "туннель 5", word: "туннель" })
    )
    expect(spelledOneWay(stol)).toBe("стол 1")
  })

  it("is that it names one thing by one name, or by several", () => {
    expect(word("стол").namedOnce).toBe(false)
    expect(word("врач").namedOnce).toBe(false)
    expect(word("доска").namedOnce).toBe(true)
    expect([...wordFor("стол").akin]).toEqual([])
  })

  it("is nothing without one", () => {
    expect(noLexicon.lemmas("байкал")).toEqual([])
    expect(noLexicon.kinds("байкал")).toEqual([])
    expect(noLexicon.people("пушкин")).toEqual([])
  })

  it("is the root, with the letters that stand for one another made one", () => {
    expect(["рука", "ручка", "отец", "отцы", "снежный", "пастушок"].map((text) => word(text).root)).toEqual([
      "рук",
      "рукк",
      "отек",
      "отк",
      "снегн",
      "пастухок"
    ])
  })
})

describe("how a word is heard", () => {
  it.each([
    ["йантарь", "янтарь"],
    ["жойстик", "джойстик"],
    ["щастье", "счастье"],
    ["экзамен", "екзамен"],
    ["чтец", "штец"],
    ["празник", "праздник"],
    ["хоби", "хобби"],
    ["слон", "слон"]
  ])("«%s» and «%s»", (one, other) => {
    const alike = heardWord(one) === heardWord(other)
    expect(alike && !mayBeHeardAlike(one, other)).toBe(false)
    expect(alike).toBe(one !== "чтец")
  })

  it("is not asked of words that begin with quite other sounds", () => {
    expect(mayBeHeardAlike("мама", "рама")).toBe(false)
    expect(mayBeHeardAlike("щука", "рука")).toBe(false)
    expect(mayBeHeardAlike("мама", "мина")).toBe(true)
  })
})
