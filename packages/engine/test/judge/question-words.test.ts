/** Whether a word of an answer is one of the question, in whatever form. */
import { describe, expect, it } from "vitest"
import { QuestionWords } from "../../src/judge/words/question-words.ts"
import { tokensOf } from "../../src/judge/words/tokens.ts"

const question = "Сколько медведей съели двадцать одного котёнка в лесопарке?"

const long = (length: number) => new QuestionWords(`${"слово ".repeat(length)}медведь`)

describe("a word of the question", () => {
  it.each([
    ["медведь", true],
    ["медведями", true],
    ["сколько", true],
    ["двадцать одного", true],
    ["двадцать", false],
    ["двадцать два", false],
    ["лес", false],
    ["парк", false],
    ["ведь", false],
    ["кот", false],
    ["лесопарк", true]
  ])("is «%s»: %s", (text, isOne) => {
    const words = new QuestionWords(question)
    expect(tokensOf(text).map((token) => words.has(token))).toEqual([isOne])
    expect(tokensOf(text).map((token) => words.has(token))).toEqual([isOne])
  })

  it("is none where nothing is asked", () => {
    expect(tokensOf("кот").map((token) => new QuestionWords("").has(token))).toEqual([false])
  })

  it("is looked for in a long question too, not in an endless one", () => {
    expect(tokensOf("медведь").map((token) => long(499).has(token))).toEqual([true])
    expect(tokensOf("медведь").map((token) => long(500).has(token))).toEqual([false])
  })
})
