/** The answer to one of the questions that come with the bot is the answer to no other: every pair of them is judged. */
import { compileAnswer, judge } from "@znatoki/engine"
import { describe, expect, it } from "vitest"
import { russianLexicon } from "../src/russian-lexicon.ts"
import { questions, typed, type Question } from "./shipped.ts"

const words = russianLexicon()
const lemmasOf = (text: string): ReadonlyArray<string> =>
  typed(text)
    .replaceAll("ё", "е")
    .split(" ")
    .flatMap((word) => words.lemmas(word).map(({ id }) => id))

/** Two questions may well have one answer: «кошка» and «кошки». */
const lemmas = new Map(
  questions.map(({ accepted, answer, key }) => [
    key,
    { answer: lemmasOf(answer), right: new Set([answer, ...accepted].flatMap(lemmasOf)) }
  ])
)
const shareWords = (one: Question, other: Question): boolean =>
  lemmas.get(other.key)?.answer.some((lemma) => lemmas.get(one.key)?.right.has(lemma)) === true

describe.each([
  ["with the dictionary", words],
  ["without it", undefined]
])("%s", (_, lexicon) => {
  it("accepts for none of them the answer to another", () => {
    const confused = questions.flatMap((question) => {
      const compiled = compileAnswer(question)
      return questions
        .filter(
          (other) =>
            other.key !== question.key &&
            !shareWords(question, other) &&
            judge(compiled, typed(other.answer), lexicon).verdict === "accepted"
        )
        .map((other) => `${question.key} ← ${other.key} ${other.answer}`)
    })
    expect(confused).toEqual([])
  })
})
