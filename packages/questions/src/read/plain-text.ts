/** Plain text as people write and paste it: «Вопрос 1: … Ответ: …», with numbers or without. */
import type { Reading } from "../reading.ts"
import { type LineReader, type LineReading, readByLines } from "./line-reading.ts"
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

const takePiece = (questions: PlainQuestions, piece: PlainPiece, ahead: Ahead): void => {
  const numbered = numberOf(piece, ahead, questions)
  if (numbered !== null) return questions.begin(piece.line, numbered.number, numbered.text)
  switch (piece.as) {
    case "blank":
      return questions.blank()
    case "question":
      return questions.begin(piece.line, piece.number, piece.text)
    case "tour":
      return questions.tour(piece.text)
    case "field":
      return questions.field(piece.line, piece.field, piece.text)
    case "text":
      return questions.beginsHere(ahead)
        ? questions.beginUnnumbered(piece.line, piece.text)
        : questions.goOn(piece.text)
  }
}

const unknown: Ahead = { answer: false, lastParagraph: true }

class PlainLines implements LineReading {
  readonly #questions: PlainQuestions
  /** What the next word that divides tells of: lines of text wait for it. */
  #waiting: Array<PlainPiece> = []

  constructor(draft: ReadingDraft) {
    this.#questions = new PlainQuestions(draft)
  }

  line(text: string, line: number): void {
    for (const piece of plainPiecesOf(text, line)) {
      this.#waiting.push(piece)
      if (piece.as !== "text" && piece.as !== "blank") this.#take()
    }
  }

  end(): void {
    this.#take()
    this.#questions.close()
  }

  #take(): void {
    const pieces = this.#waiting
    this.#waiting = []
    const ahead = lookAhead(pieces)
    for (const [i, piece] of pieces.entries()) takePiece(this.#questions, piece, ahead[i] ?? unknown)
  }
}

export const plainLines: LineReader = (draft) => new PlainLines(draft)

export const readPlainText = (file: string): Reading => readByLines(plainLines, new ReadingDraft(), file)
