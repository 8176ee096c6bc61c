/** What the judge says of an answer, in one line: `accepted: form`. */
import { compileAnswer, type ReferenceAnswer } from "../../src/judge/compile-answer.ts"
import { judge } from "../../src/judge/judge.ts"

export const saidOf = (question: string | Partial<ReferenceAnswer>, given: string): string => {
  const fields = typeof question === "string" ? { answer: question } : question
  const { reason, verdict } = judge(compileAnswer({ answer: "", accepted: [], rejected: [], ...fields }), given)
  return `${verdict}: ${reason}`
}
