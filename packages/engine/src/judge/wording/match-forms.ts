/** The best that any of several wordings says of an answer. */
import type { AnswerForm } from "../reference/answer-form.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { matchForm } from "./match-form.ts"
import { better, isBest, other } from "../verdict/outcome.ts"

export const matchForms = (forms: ReadonlyArray<AnswerForm>, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  let best = other
  for (const form of forms) {
    for (const reading of readings) {
      best = better(best, matchForm(form, reading))
      if (isBest(best)) return best
    }
  }
  return best
}
