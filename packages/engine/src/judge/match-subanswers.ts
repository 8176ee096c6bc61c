/** The verdict on an answer to a numbered question: every part must be right, and in its place. */
import { type GivenAnswer, readingsOf } from "./given/given-answer.ts"
import type { Judgement } from "./verdict/judgement.ts"
import { matchForms } from "./wording/match-forms.ts"
import { other, outcome } from "./verdict/outcome.ts"
import type { ReadAnswer, ReadSubanswer } from "./read-answer.ts"
import { dividedInto, looselyNumbered, numberedInWords, numberedParts } from "./reference/subanswers.ts"

export const matchSubanswers = (answer: ReadAnswer, text: string): Judgement => {
  const { subanswers } = answer
  if (subanswers.length === 0) return other
  const parts =
    numberedParts(text) ??
    numberedParts(numberedInWords(text)) ??
    looselyNumbered(text, subanswers.length) ??
    dividedInto(text, subanswers.length)
  if (parts === null || parts.length !== subanswers.length) return other
  const given = parts.map((part) => readingsOf(part, answer.lexicon))
  const judged = subanswers.map((subanswer, i) => matchPart(subanswer, given[i] ?? []))
  if (judged.every(isAccepted)) return inWhole(judged)
  const elsewhere = subanswers.every((one) => given.some((part) => isAccepted(matchPart(one, part))))
  if (elsewhere) return answer.flags.anyOrder ? outcome("accepted", "word order", null) : wrongOrder
  return inPart(judged)
}

const isAccepted = (judgement: Judgement): boolean => judgement.verdict === "accepted"

/** Every part is right: the least exact of them says how, and all of them what was compared with. */
const inWhole = (judged: ReadonlyArray<Judgement>): Judgement => {
  const { reason } = judged.find((each) => each.reason !== "exact") ?? { reason: "exact" }
  return outcome("accepted", reason, judged.map(({ matched }) => matched ?? "любой ответ").join(", "))
}

const wrongOrder = outcome("rejected", "wrong order", null)

/** Not all the parts are right: a doubt in one of them is a doubt in the whole, an error is an error. */
const inPart = (judged: ReadonlyArray<Judgement>): Judgement => {
  if (judged.every((each) => each.verdict !== "rejected")) {
    return judged.find((each) => each.verdict === "disputed") ?? other
  }
  return judged.some(isAccepted) ? outcome("rejected", "partial", null) : other
}

const matchPart = (subanswer: ReadSubanswer, part: ReadonlyArray<GivenAnswer>): Judgement =>
  subanswer.anything ? outcome("accepted", "exact", null) : matchForms(subanswer.forms, part)
