/** The questions that come with the bot, judged by what their authors wrote. */
import { compileAnswer, judge, type Lexicon } from "@znatoki/engine"
import { describe, expect, it } from "vitest"
import { russianLexicon } from "../src/russian-lexicon.ts"
import { type Question, questions, typed } from "./shipped.ts"

const verdictsOf = ({ accepted, answer, rejected, text }: Question, lexicon?: Lexicon) => {
  const compiled = compileAnswer({ answer, accepted, rejected, text })
  const say = (given: string) => ({ given, verdict: judge(compiled, typed(given), lexicon).verdict })
  return { right: [answer, ...accepted].map(say), wrong: rejected.map(say) }
}

const words = russianLexicon()

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
})
