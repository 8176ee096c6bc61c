/** What незачёт says of an answer, beside what the accepted forms said. */
import type { GivenAnswer } from "./given/given-answer.ts"
import type { Judgement } from "./verdict/judgement.ts"
import { matchForms } from "./wording/match-forms.ts"
import { mentions } from "./wording/match-keywords.ts"
import { better, outcome } from "./verdict/outcome.ts"
import type { ReadAnswer } from "./read-answer.ts"

/** The same wording as written, or near enough not to be told from it. */
export const matchRejected = (
  answer: ReadAnswer,
  readings: ReadonlyArray<GivenAnswer>,
  whole: Judgement
): Judgement | null => {
  const found = matchForms(answer.rejected, readings)
  if (found.reason === "exact") return outcome("rejected", "in rejected", found.matched)
  if (whole.reason === "exact") return null
  const keyword = readings.map((given) => mentions(answer.rejectedKeywords, given)).find((each) => each !== undefined)
  if (keyword !== undefined) return outcome("rejected", "in rejected", keyword.shown)
  if (found.verdict !== "accepted") return null
  if (whole.verdict !== "accepted") return outcome("rejected", "in rejected", found.matched)
  // «лёд, пламень», where «пламень и лёд» is wrong: it is more surely what is right.
  if (better(found, whole) === whole) return null
  return outcome("disputed", "near", found.matched)
}
