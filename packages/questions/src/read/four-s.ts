/** `.4s`, the format of chgksuite: a mark at the beginning of a line says what the line is. */
import type { Reading } from "../reading.ts"
import { FourSBlock } from "./four-s-block.ts"
import { Counters, fieldMarks, type FourSField, type FourSHeading, headingMarks } from "./four-s-marks.ts"
import { withoutLabel } from "./four-s-value.ts"
import { type LineReader, type LineReading, readByLines } from "./line-reading.ts"
import { excerpt, ReadingDraft } from "./reading-draft.ts"

type Marked =
  | { readonly as: "field"; readonly field: FourSField; readonly value: string; readonly glued: string | null }
  | { readonly as: "heading"; readonly heading: FourSHeading; readonly value: string; readonly glued: string | null }
  | { readonly as: "text" }

const firstWord = /^\s*(\S+)(?:\s+|$)/
/** A mark to which its text is glued; what else begins with such a sign is mostly a text. */
const gluedMark = /^(!=|[?!=/^@>]|#{1,3})(?=[\p{L}«"„[]|https?:)/u

const ofMark = (mark: string, value: string, glued: string | null): Marked => {
  const field = fieldMarks.get(mark)
  if (field !== undefined) return { as: "field", field, value: withoutLabel(value), glued }
  const heading = headingMarks.get(mark)
  return heading === undefined ? { as: "text" } : { as: "heading", heading, value, glued }
}

const markedOf = (line: string, block: FourSBlock): Marked => {
  const word = firstWord.exec(line)
  const marked = ofMark(word?.[1] ?? "", line.slice(word?.[0].length ?? 0), null)
  if (marked.as !== "text") return marked
  const mark = gluedMark.exec(line)?.[1] ?? ""
  const glued = ofMark(mark, line.slice(mark.length), mark)
  return glued.as !== "text" && block.expects(glued.as === "field" ? glued.field : "heading") ? glued : marked
}

class FourSLines implements LineReading {
  readonly #draft: ReadingDraft
  readonly #block: FourSBlock
  readonly #counters = new Counters()

  constructor(draft: ReadingDraft) {
    this.#draft = draft
    this.#block = new FourSBlock(draft)
  }

  line(written: string, line: number): void {
    const text = this.#counters.numbered(written).trimEnd()
    if (text === "") return this.#block.blank(line)
    const marked = markedOf(text, this.#block)
    if (marked.as === "text") {
      if (!this.#block.goOn(text))
        this.#draft.leaveOut(line, text, `a line without a mark, not read: «${excerpt(text)}»`)
      return
    }
    if (marked.glued !== null) this.#draft.warn(line, `no space after «${marked.glued}»`)
    if (marked.as === "field") this.#block.begin(line, marked.field, marked.value)
    else this.#block.head(line, marked.heading, marked.value)
  }

  end(): void {
    this.#block.close()
  }
}

export const fourSLines: LineReader = (draft) => new FourSLines(draft)

export const readFourS = (file: string): Reading => readByLines(fourSLines, new ReadingDraft(), file)
