/** Why an answer was taken or not, for pages in English; in Russian it is told as in the chat. A reason without words stops the build here. */
import type { Judgement, JudgeReason, JudgeVerdict } from "@znatoki/engine"

interface Words {
  /** After «Accepted»; reasons that never speak for an answer have none. */
  readonly right?: string
  readonly wrong: string
}

const words: { readonly [Reason in JudgeReason]: Words } = {
  exact: { right: "word for word", wrong: "the right answer is another" },
  form: { right: "written otherwise, the same answer", wrong: "the exact form matters here" },
  "word order": { right: "the order of words does not matter", wrong: "the order of words matters here" },
  spacing: { right: "together or apart does not matter", wrong: "together or apart matters here" },
  typo: { right: "a slip of the pen", wrong: "with this slip it is another word" },
  transliteration: { right: "the same word in other letters", wrong: "the letters matter here" },
  "keyboard layout": { right: "typed in the wrong layout", wrong: "typed in the wrong layout" },
  keyword: { right: "the word that matters is named", wrong: "the word that matters has others beside it" },
  "extra words": { right: "more words do no harm", wrong: "the right answer, and more than that" },
  partial: { right: "what matters is named", wrong: "it is only a part of the answer" },
  near: { wrong: "a slip of the pen or another word" },
  abbreviation: { right: "the abbreviation is clear", wrong: "an abbreviation, where the whole answer is wanted" },
  "by meaning": { right: "right by its meaning", wrong: "the meaning decides here, and people judge it" },
  inexact: { wrong: "the exact answer is wanted here" },
  "list of guesses": { wrong: "a list of guesses, where one answer is wanted" },
  "wrong number": { wrong: "the number is another" },
  "wrong name": { wrong: "the surname fits, the first name does not" },
  "wrong order": { wrong: "the answers are in another order" },
  negation: { wrong: "a «not» changes the meaning" },
  "in rejected": { wrong: "it is told not to be accepted" },
  empty: { wrong: "there is no answer in the message" },
  formal: { wrong: "it repeats the question" },
  "too long": { wrong: "too long for an answer" },
  other: { wrong: "the right answer is another" }
}

const opening: { readonly [Verdict in JudgeVerdict]: string } = {
  accepted: "Accepted",
  disputed: "Not accepted yet",
  rejected: "Not accepted"
}

export const judgementInEnglish = ({ reason, verdict }: Pick<Judgement, "reason" | "verdict">): string => {
  const { right, wrong } = words[reason]
  return `${opening[verdict]}: ${verdict === "accepted" ? (right ?? "the answer fits") : wrong}`
}
