/** Plain text as people write and paste it: «Вопрос 1: … Ответ: …», with numbers or without. */
import type { Reading } from "../reading.ts"
import { withoutEntities } from "./html-text.ts"
import { type Ahead, lookAhead } from "./plain-ahead.ts"
import { type PlainPiece, plainPiecesOf } from "./plain-pieces.ts"
import { PlainQuestions } from "./plain-questions.ts"
import { ReadingDraft } from "./reading-draft.ts"

const bareNumber = /^(\d{1,3})(\.?)$/
const leadingNumber = /^(\d{1,3})[.)][ \t]+(?=\S)/

/** A number that has the line to itself, or begins it and is the next one; years in a handout are no such numbers. */
const numberOf = (
  piece: PlainPiece,
  ahead: Ahead,
  questions: PlainQuestions
): { number: string; text: string } | null => {
  if (piece.as !== "text" || !questions.mayBegin) return null
  const bare = bareNumber.exec(piece.text)
  if (bare !== null) return bare[2] === "." || questions.afterBlank ? { number: bare[1] ?? "", text: "" } : null
  const leading = leadingNumber.exec(piece.text)
  const isNext = leading !== null && questions.afterBlank && ahead.answer && questions.isNext(Number(leading[1]))
  return isNext ? { number: leading[1] ?? "", text: piece.text.slice(leading[0].length) } : null
}

export const readPlainText = (file: string): Reading => {
  const draft = new ReadingDraft()
  const questions = new PlainQuestions(draft)
  const pieces = plainPiecesOf(withoutEntities(file))
  const ahead = lookAhead(pieces)
  for (const [i, piece] of pieces.entries()) {
    const next = ahead[i] ?? { answer: false, lastParagraph: true }
    const numbered = numberOf(piece, next, questions)
    if (numbered !== null) questions.begin(piece.line, numbered.number, numbered.text)
    else if (piece.as === "blank") questions.blank()
    else if (piece.as === "question") questions.begin(piece.line, piece.number, piece.text)
    else if (piece.as === "tour") questions.tour(piece.text)
    else if (piece.as === "field") questions.field(piece.line, piece.field, piece.text)
    else if (questions.beginsHere(next)) questions.beginUnnumbered(piece.line, piece.text)
    else questions.goOn(piece.text)
  }
  questions.close()
  return draft.done()
}
