/** Where in a plain text the reader stands: the question that is open, its last field, and the tour around it. */
import { withHandout } from "./handout.ts"
import { answerOnLines, sourcesOf } from "./numbered-items.ts"
import { withoutPictures } from "./pictures.ts"
import type { Ahead } from "./plain-ahead.ts"
import type { PlainField } from "./plain-pieces.ts"
import { excerpt, oneOrNone, orNull, type ReadingDraft } from "./reading-draft.ts"

type Part = "question" | Exclude<PlainField, "editors" | "date">

interface Open {
  readonly line: number
  readonly number: string | null
  readonly parts: Map<Part, Array<string>>
  last: Part
}

export class PlainQuestions {
  readonly #draft: ReadingDraft
  #open: Open | null = null
  #tour: string | null = null
  #blank = true
  #number = 0
  #toldOfNumbers = false
  #titled = false

  constructor(draft: ReadingDraft) {
    this.#draft = draft
  }

  get afterBlank(): boolean {
    return this.#blank
  }

  /** No question is open that still waits for its answer. */
  get mayBegin(): boolean {
    return this.#open === null || this.#open.parts.has("answer")
  }

  isNext(number: number): boolean {
    return this.#number === 0 || number === this.#number + 1
  }

  /** Whether a paragraph without a number is a question: an answer follows, and nothing else can be meant. */
  beginsHere({ answer, lastParagraph }: Ahead): boolean {
    return answer && this.#blank && this.mayBegin && (lastParagraph || this.#open?.last === "author")
  }

  blank(): void {
    this.#blank = true
  }

  tour(name: string): void {
    this.close()
    this.#tour = name
    this.#blank = false
  }

  begin(line: number, number: string | null, text: string): void {
    this.close()
    const own = number ?? String(this.#number + 1)
    this.#number = Number(own)
    this.#open = { line, number: own, parts: new Map([["question", [text]]]), last: "question" }
    this.#blank = false
  }

  beginUnnumbered(line: number, text: string): void {
    if (!this.#toldOfNumbers) this.#draft.warn(line, "no number before a question: counted from the one before")
    this.#toldOfNumbers = true
    this.begin(line, null, text)
  }

  field(line: number, field: PlainField, text: string): void {
    this.#blank = false
    if (field === "editors" || field === "date") {
      // A pack's own line; between two questions it ends the first.
      if (this.#open?.parts.has("answer") === true) this.close()
      this.#draft.tell(field, text)
    } else if (this.#open === null) {
      if (field === "author") this.#draft.tell("editors", text)
      else this.#draft.leaveOut(line, text, `«${field}» before any question, not read: «${excerpt(text)}»`)
    } else {
      const lines = this.#open.parts.get(field)
      if (lines === undefined) this.#open.parts.set(field, [text])
      else lines.push(text)
      this.#open.last = field
    }
  }

  /** A line that begins nothing goes on with what is open; after an author, or before all questions, it is of the pack. */
  goOn(text: string): void {
    const open = this.#open
    if (open !== null && !(this.#blank && open.last === "author")) {
      // The text of a question follows its handout after a blank line.
      if (this.#blank && open.last === "handout") open.last = "question"
      open.parts.get(open.last)?.push(text)
    } else {
      this.close()
      this.#draft.tell(this.#titled ? "info" : "title", text)
      this.#titled = true
    }
    this.#blank = false
  }

  close(): void {
    const open = this.#open
    this.#open = null
    this.#titled ||= open !== null
    if (open === null) return
    const value = (part: Part): string => (open.parts.get(part) ?? []).join("\n").trim()
    const asked = withHandout(value("question"), value("handout"))
    const answer = withoutPictures(answerOnLines(value("answer")))
    const comment = withoutPictures(value("comment"))
    this.#draft.warnOfPictures(open.line, asked.more)
    this.#draft.add({
      line: open.line,
      number: open.number,
      tour: this.#tour,
      text: asked.text,
      handout: asked.handout,
      handoutImage: asked.handoutImage,
      answer: answer.text,
      answerImage: answer.names[0] ?? comment.names[0] ?? null,
      accepted: oneOrNone(value("accepted")),
      rejected: oneOrNone(value("rejected")),
      comment: orNull(comment.text),
      sources: sourcesOf(value("source")),
      author: orNull(value("author"))
    })
  }
}
