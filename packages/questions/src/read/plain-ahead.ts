/** What comes after each piece of a plain text: where no word says that a question begins, the answer after it does. */
import type { PlainPiece } from "./plain-pieces.ts"

export interface Ahead {
  /** The next word that divides is «Ответ». */
  readonly answer: boolean
  /** Before that word there is no other paragraph after a blank line. */
  readonly lastParagraph: boolean
}

export const lookAhead = (pieces: ReadonlyArray<PlainPiece>): ReadonlyArray<Ahead> => {
  const ahead: Array<Ahead> = []
  let answer = false
  let said = false
  let divided = false
  for (const piece of pieces.toReversed()) {
    ahead.push({ answer, lastParagraph: !divided })
    switch (piece.as) {
      case "blank":
        divided ||= said
        break
      case "text":
        said = true
        break
      case "field":
      case "question":
      case "tour":
        answer = piece.as === "field" && piece.field === "answer"
        said = false
        divided = false
    }
  }
  return ahead.toReversed()
}
