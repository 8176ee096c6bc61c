/** A format that is read line by line: what came so far may be taken away long before the file is over. */
import type { Reading } from "../reading.ts"
import { LineSplitter } from "./line-splitter.ts"
import { linesOf } from "./lines-of.ts"
import type { ReadingDraft } from "./reading-draft.ts"

export interface LineReading {
  /** The next line without its end; the first is number 1. */
  line(text: string, number: number): void
  /** There are no more. */
  end(): void
}

/** Makes one that tells the draft what it has read. */
export type LineReader = (draft: ReadingDraft) => LineReading

/** A text that is read in whatever pieces it comes. */
export interface TextReading {
  take(piece: string): void
  /** There are no more. */
  end(): void
}

export type TextReader = (draft: ReadingDraft) => TextReading

export const inLines =
  (reader: LineReader): TextReader =>
  (draft) => {
    const reading = reader(draft)
    const lines = new LineSplitter((text, number) => reading.line(text, number))
    return {
      take: (piece) => lines.take(piece),
      end: () => {
        lines.end()
        reading.end()
      }
    }
  }

/** A whole file at once. */
export const readByLines = (reader: LineReader, draft: ReadingDraft, file: string): Reading => {
  const reading = reader(draft)
  for (const [i, text] of linesOf(file).entries()) reading.line(text, i + 1)
  reading.end()
  return draft.taken()
}
