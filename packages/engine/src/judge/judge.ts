import { isAbbreviation } from "./abbreviation.ts"
import type { CompiledAnswer } from "./compile-answer.ts"
import { isHarmless } from "./function-words.ts"
import { type GivenAnswer, readingsOf } from "./given-answer.ts"
import type { Judgement } from "./judgement.ts"
import { asTypedInRussian } from "./keyboard-layout.ts"
import { type Lexicon, noLexicon } from "./lexicon.ts"
import { matchForms } from "./match-forms.ts"
import { matchGuesses } from "./match-guesses.ts"
import { matchKeywords } from "./match-keywords.ts"
import { matchRejected } from "./match-rejected.ts"
import { matchSubanswers } from "./match-subanswers.ts"
import { matchToken } from "./match-token.ts"
import { better, other, outcome } from "./outcome.ts"
import { type ReadAnswer, readAnswer } from "./read-answer.ts"
import { sameWording } from "./same-wording.ts"

/**
 * The verdict on one given answer, by the rules of the sport. Total: any text gets a verdict, whatever it holds.
 *
 * `accepted` and `rejected` are certain; `disputed` is for people to decide, as the text may be right. The reason says which
 * case it was, `matched` the form of the reference it was held against. With a `lexicon` two words are never taken for one.
 */
export const judge = (compiled: CompiledAnswer, given: string, lexicon: Lexicon = noLexicon): Judgement => {
  const text = given.trim()
  if (text.length > compiled.longest) return tooLong(compiled, text)
  const readings = readingsOf(text, lexicon)
  return byWording(compiled, text, readings) ?? byWords(readAnswer(compiled, lexicon), text, readings)
}

/** Even then nobody is wrong who repeats the reference letter for letter. */
const tooLong = ({ written }: CompiledAnswer, text: string): Judgement =>
  written.includes(text) ? outcome("accepted", "exact", text) : outcome("rejected", "too long", null)

/** What is written in the reference word for word needs no comparing; незачёт outweighs it. */
const byWording = (compiled: CompiledAnswer, text: string, readings: ReadonlyArray<GivenAnswer>): Judgement | null => {
  const right = compiled.written.includes(text) ? text : sameWording(compiled.forms, readings)?.shown
  if (right === undefined) return null
  const wrong = sameWording(compiled.rejected, readings)
  return wrong === null ? outcome("accepted", "exact", right) : outcome("rejected", "in rejected", wrong.shown)
}

const byWords = (answer: ReadAnswer, text: string, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  const whole = better(matchForms(answer.forms, readings), matchSubanswers(answer, text))
  const rejected = matchRejected(answer, readings, whole)
  if (rejected !== null) return rejected
  if (whole.verdict === "accepted") return whole
  if (readings[0]?.normal === "") return outcome("rejected", "empty", null)
  return matchGuesses(answer, text, whole) ?? withSecondLook(answer, text, readings, whole)
}

/** What may yet speak for an answer that no wording accepted, or tell why it is wrong. */
const withSecondLook = (
  answer: ReadAnswer,
  text: string,
  readings: ReadonlyArray<GivenAnswer>,
  whole: Judgement
): Judgement => {
  const best = [
    matchKeywords(answer.keywords, readings),
    byKeyboard(answer, text),
    byAbbreviation(answer, readings),
    byMeaning(answer, readings)
  ].reduce(better, whole)
  const idle = best.verdict === "rejected" && (best.reason === "other" || best.reason === "partial")
  return idle && repeatsQuestion(answer, readings) ? outcome("rejected", "formal", null) : best
}

const byKeyboard = (answer: ReadAnswer, text: string): Judgement => {
  const typed = asTypedInRussian(text)
  if (typed === null) return other
  const read = matchForms(answer.forms, readingsOf(typed, answer.lexicon))
  return read.verdict === "accepted" ? outcome("accepted", "keyboard layout", read.matched) : other
}

const byAbbreviation = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  const form = answer.forms.find((each) => !each.traits.strict && readings.some((given) => isAbbreviation(each, given)))
  return form === undefined ? other : outcome("disputed", "abbreviation", form.shown)
}

/** Where only people can tell, any shared word is a reason to ask them. */
const byMeaning = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  if (!answer.flags.byMeaning && !answer.flags.similar) return other
  const form = answer.forms.find((each) =>
    each.required.some((word) =>
      readings.some((given) => given.tokens.some((token) => matchToken(word, token) !== "none"))
    )
  )
  return form === undefined ? other : outcome("disputed", "by meaning", form.shown)
}

const repeatsQuestion = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): boolean => {
  const words = readings.at(-1)?.tokens.filter((token) => !isHarmless(token.text)) ?? []
  return words.length > 0 && words.every((token) => answer.questionWords.has(token))
}
