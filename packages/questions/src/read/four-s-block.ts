/** Where in a `.4s` file the reader stands: the question that is open, its number, and the tour around it. */
import type { PackFacts } from "../reading.ts"
import type { FourSField, FourSHeading } from "./four-s-marks.ts"
import { shownOfMarked, withoutEscapes } from "./four-s-marks.ts"
import { asParts, asText, type FourSValue, valueOf } from "./four-s-value.ts"
import { withHandout } from "./handout.ts"
import { withoutPictures } from "./pictures.ts"
import { excerpt, orNull, type ReadingDraft } from "./reading-draft.ts"

interface Field {
  readonly line: number
  readonly lines: Array<string>
}

const factOf = {
  title: "title",
  "short title": null,
  info: "info",
  editors: "editors",
  date: "date",
  tour: null,
  theme: null
} as const

const nothing: FourSValue = { text: "", items: [], doubtful: false }

export class FourSBlock {
  readonly #draft: ReadingDraft
  readonly #fields = new Map<FourSField, Field>()
  /** What the next line without a mark goes on with. */
  #last: Field | null = null
  /** The first blank line since something was said. */
  #blankAt: number | null = null
  /** What of the pack the line before told, if it told something of it. */
  #fact: keyof PackFacts | null = null
  #tour: string | null = null
  #theme: string | null = null
  #next = 1

  constructor(draft: ReadingDraft) {
    this.#draft = draft
  }

  blank(line: number): void {
    this.#blankAt ??= line
  }

  /** Whether what is glued to this mark may be meant as such. */
  expects(what: FourSField | "heading"): boolean {
    if (what === "heading") return this.#fields.size === 0 || this.#blankAt !== null
    if (what === "question" || what === "handout")
      return this.#complete() ? this.#blankAt !== null : !this.#fields.has("question")
    if (what === "answer") return this.#fields.has("question") && !this.#fields.has("answer")
    return this.#complete() && !this.#fields.has(what)
  }

  begin(line: number, field: FourSField, value: string): void {
    if (this.#startsAnew(field)) {
      if (this.#blankAt === null) this.#draft.warn(line, "no blank line between two questions")
      this.close()
    } else this.#bridge()
    this.#fact = null
    const open = this.#fields.get(field)
    if (open === undefined) this.#fields.set(field, (this.#last = { line, lines: [value] }))
    else {
      open.lines.push(value)
      this.#last = open
    }
  }

  head(line: number, heading: FourSHeading, value: string): void {
    if (this.#fields.size > 0 && this.#blankAt === null) this.#draft.warn(line, "no blank line before a section")
    this.close()
    this.#fact = factOf[heading]
    if (this.#fact !== null) this.#draft.tell(this.#fact, value)
    else if (heading === "theme") this.#theme = orNull(value.replace(/^Тема\s+\d+\.\s*/, ""))
    else if (heading === "tour") {
      this.#tour = orNull(value)
      this.#theme = null
    }
  }

  /** Whether the line has something to go on with. */
  goOn(text: string): boolean {
    if (this.#last !== null) {
      if (this.#blankAt !== null) this.#last.lines.push("")
      this.#bridge()
      this.#last.lines.push(text)
      return true
    }
    if (this.#fact === null || this.#blankAt !== null) return false
    this.#draft.tell(this.#fact, text)
    return true
  }

  close(): void {
    if (this.#complete()) this.#add()
    else this.#giveUp()
    this.#fields.clear()
    this.#last = null
    this.#blankAt = null
  }

  #complete(): boolean {
    return this.#fields.has("question") && this.#fields.has("answer")
  }

  /** What comes after a blank line belongs to what is open: said, and not lost. */
  #bridge(): void {
    if (this.#blankAt !== null && this.#fields.size > 0) this.#draft.warn(this.#blankAt, "blank line inside a question")
    this.#blankAt = null
  }

  #startsAnew(field: FourSField): boolean {
    if (this.#fields.size === 0) return false
    const begins = field === "question" || field === "handout" || field === "number" || field === "counter"
    if (this.#complete()) return begins ? field === "question" || this.#blankAt !== null : this.#isTaken(field)
    return field === "question" && this.#fields.has("question") && this.#blankAt !== null
  }

  /** After a blank line a field that is filled is not filled once more. */
  #isTaken(field: FourSField): boolean {
    return this.#blankAt !== null && this.#fields.has(field)
  }

  #value(field: FourSField): FourSValue {
    const given = this.#fields.get(field)
    if (given === undefined) return nothing
    const value = valueOf(given.lines)
    if (value.doubtful) this.#draft.warn(given.line, "lines that begin with a minus may be a list: taken for numbers")
    return value
  }

  #number(): string {
    const own = orNull(asText(this.#value("number")))
    if (own !== null) return own
    const set = Number.parseInt(asText(this.#value("counter")), 10)
    if (Number.isFinite(set)) this.#next = set
    return String(this.#next++)
  }

  #add(): void {
    const line = Math.min(...[...this.#fields.values()].map((field) => field.line))
    const asked = withHandout(asText(this.#value("question")), asText(this.#value("handout")))
    const answer = withoutPictures(asText(this.#value("answer")))
    const comment = withoutPictures(asText(this.#value("comment")))
    this.#draft.warnOfPictures(line, asked.more)
    this.#draft.add({
      line,
      number: this.#number(),
      tour: this.#tour,
      text: withoutEscapes(asked.text),
      shown: shownOfMarked(asked.text),
      handout: orNull(withoutEscapes(asked.handout ?? "")),
      handoutImage: asked.handoutImage,
      answer: withoutEscapes(answer.text),
      answerImage: answer.names[0] ?? comment.names[0] ?? null,
      accepted: asParts(this.#value("accepted")).map(withoutEscapes),
      rejected: asParts(this.#value("rejected")).map(withoutEscapes),
      comment: orNull(withoutEscapes(comment.text)),
      sources: asParts(this.#value("source")).map(withoutEscapes),
      author: orNull(withoutEscapes(asText(this.#value("author")))),
      themes: this.#theme === null ? [] : [this.#theme]
    })
  }

  /** A block that is no question: its lines are told, and the author of a whole pack is one such block. */
  #giveUp(): void {
    for (const [field, { line, lines }] of this.#fields) {
      const text = lines.join("\n")
      const why = field === "question" ? "a question without an answer" : `«${field}» outside of a question`
      this.#draft.leaveOut(line, text, `${why}, not read: «${excerpt(text)}»`)
    }
  }
}
