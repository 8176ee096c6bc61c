/** The parts of a blitz, each with its own question and answer: told apart by the numbers of their lines. */
import { itemsOf } from "./read/numbered-items.ts"
import type { ReadQuestion } from "./reading.ts"

export interface BlitzParts {
  /** What stands before the first part. */
  readonly before: string
  readonly parts: ReadonlyArray<string>
  /** As many as there are parts. */
  readonly answers: ReadonlyArray<string>
}

/** Null: it is one question. A list in the text alone, or in the answer alone, makes no parts. */
export const blitzPartsOf = ({ answer, text }: Pick<ReadQuestion, "answer" | "text">): BlitzParts | null => {
  const asked = itemsOf(text)
  const answered = itemsOf(answer)
  if (asked === null || answered === null || answered.before !== "") return null
  const [{ before, items: parts }, { items: answers }] = [asked, answered]
  return parts.length > 1 && parts.length === answers.length ? { before, parts, answers } : null
}
