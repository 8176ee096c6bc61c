/** The text format of db.chgk.info: a header, its lines, a blank line. */
import type { Reading } from "../reading.ts"
import { DbQuestions } from "./db-questions.ts"
import { type DbHeader, dbHeaderOf, type DbSection } from "./db-headers.ts"
import { type LineReader, type LineReading, readByLines } from "./line-reading.ts"
import { excerpt, ReadingDraft } from "./reading-draft.ts"

/** Between two fields there is a blank line; a header without one counts if it has its line to itself. */
const begins = (header: DbHeader | null, afterBlank: boolean): header is DbHeader =>
  header !== null && (afterBlank || header.alone)

class DbLines implements LineReading {
  readonly #draft: ReadingDraft
  readonly #questions: DbQuestions
  #open: DbSection | null = null
  /** The first blank line since something was said. */
  #blankAt: number | null = 0

  constructor(draft: ReadingDraft) {
    this.#draft = draft
    this.#questions = new DbQuestions(draft)
  }

  line(text: string, line: number): void {
    if (text.trim() === "") {
      this.#blankAt ??= line
      return
    }
    const header = dbHeaderOf(text)
    if (begins(header, this.#blankAt !== null)) {
      if (this.#blankAt === null) this.#draft.warn(line, `no blank line before «${text.trim()}»`)
      this.#close()
      this.#open = { ...header, line, lines: header.value === "" ? [] : [header.value] }
    } else if (this.#open === null)
      this.#draft.leaveOut(line, text, `a line without a header, not read: «${excerpt(text)}»`)
    else this.#goOn(this.#open, text)
    this.#blankAt = null
  }

  end(): void {
    this.#close()
    this.#questions.close()
  }

  #goOn({ lines }: DbSection, text: string): void {
    const isParagraph = this.#blankAt !== null && lines.length > 0
    if (this.#blankAt !== null && isParagraph) this.#draft.warn(this.#blankAt, "blank line inside a field")
    // After a blank line a paragraph begins, whether it is indented or not.
    lines.push(isParagraph ? ` ${text}` : text)
  }

  #close(): void {
    if (this.#open !== null) this.#questions.take(this.#open)
    this.#open = null
  }
}

export const dbLines: LineReader = (draft) => new DbLines(draft)

export const readDbText = (file: string): Reading => readByLines(dbLines, new ReadingDraft(), file)
