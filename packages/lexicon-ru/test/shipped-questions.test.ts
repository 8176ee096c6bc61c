/** The questions that come with the bot, judged by what their authors wrote. */
import { compileAnswer, judge, type Lexicon } from "@znatoki/engine"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { russianLexicon } from "../src/russian-lexicon.ts"

interface Question {
  readonly key: string
  readonly text: string
  readonly answer: string
  readonly accepted: ReadonlyArray<string>
  readonly rejected: ReadonlyArray<string>
}

const file = new URL("../../questions/shipped/own.json", import.meta.url)
const { questions } = JSON.parse(readFileSync(file, "utf8")) as { readonly questions: ReadonlyArray<Question> }

/** As somebody types it in a hurry: no brackets, no capitals, no full stop. */
const typed = (text: string): string => text.replaceAll(/[[\]]/g, "").replace(/\.$/, "").toLowerCase()

const verdictsOf = ({ accepted, answer, rejected, text }: Question, lexicon?: Lexicon) => {
  const compiled = compileAnswer({ answer, accepted, rejected, text })
  const say = (given: string) => ({ given, verdict: judge(compiled, typed(given), lexicon).verdict })
  return { right: [answer, ...accepted].map(say), wrong: rejected.map(say) }
}

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
  it("accepts whatever their authors accept", () => {
    const refused = questions.flatMap((question) =>
      verdictsOf(question, lexicon).right.filter(({ verdict }) => verdict !== "accepted")
    )
    expect(questions.length).toBeGreaterThanOrEqual(200)
    expect(refused).toEqual([])
  })

  it("rejects whatever their authors reject", () => {
    const admitted = questions.flatMap((question) =>
      verdictsOf(question, lexicon).wrong.filter(({ verdict }) => verdict !== "rejected")
    )
    expect(admitted).toEqual([])
  })

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
