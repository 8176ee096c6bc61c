/** What the judge says of an answer with the dictionary, in one line: `accepted: form`. */
import { compileAnswer, judge, type ReferenceAnswer } from "@znatoki/engine"
import { russianLexicon } from "../src/russian-lexicon.ts"

export const saidOf = (question: string | Partial<ReferenceAnswer>, given: string): string => {
  const fields = typeof question === "string" ? { answer: question } : question
  const compiled = compileAnswer({ answer: "", accepted: [], rejected: [], ...fields })
  const { reason, verdict } = judge(compiled, given, russianLexicon())
  return `${verdict}: ${reason}`
}
