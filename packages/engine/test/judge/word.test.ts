import { describe, expect, it } from "vitest"
import { compileAnswer, judge } from "../../src/index.ts"
import { heardWord, mayBeHeardAlike } from "../../src/judge/letters/heard-word.ts"
import { noLexicon } from "../../src/judge/words/lexicon.ts"
import { tokensOf } from "../../src/judge/words/tokens.ts"
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
    expect(wordFor("байкал")).toBe(kept)
    for (let i = 0; i < 2_000; i++) wordFor(`слово${i}`)
    expect(wordFor("байкал")).not.toBe(kept)
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
