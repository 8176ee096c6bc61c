/** From the fields of a db.chgk.info text to questions: what belongs to the pack, to a tour, to a question. */
import { themeQuestions } from "./db-theme.ts"
import type { DbField, DbSection } from "./db-headers.ts"
import { apartRejected, dbDateOf, dbValueOf } from "./db-value.ts"
import { withHandout } from "./handout.ts"
import { sourcesOf } from "./numbered-items.ts"
import { withoutPictures } from "./pictures.ts"
import { excerpt, type GivenQuestion, oneOrNone, orNull, type ReadingDraft } from "./reading-draft.ts"

type Inherited = "author" | "source" | "kind"
type Values = ReadonlyMap<DbField, string>

const isInherited = (field: DbField): field is Inherited => field === "author" || field === "source" || field === "kind"

export class DbQuestions {
  readonly #draft: ReadingDraft
  #open: { readonly section: DbSection; readonly fields: Map<DbField, DbSection> } | null = null
  #tour: string | null = null
  #theme: string | null = null
  readonly #ofPack = new Map<Inherited, string>()
  readonly #ofTour = new Map<Inherited, string>()

  constructor(draft: ReadingDraft) {
    this.#draft = draft
  }

  take(section: DbSection): void {
    const { field, line } = section
    if (field === "question") {
      this.close()
      this.#open = { section, fields: new Map() }
    } else if (field === "tour" || field === "title" || (this.#open === null && isInherited(field))) {
      this.close()
      this.#around(section)
    } else if (isOfPack(field)) this.#around(section)
    else if (this.#open === null) {
      const text = section.lines.join("\n")
      this.#draft.leaveOut(line, text, `«${field}» outside of a question, not read: «${excerpt(text)}»`)
    } else this.#join(this.#open.fields, section)
  }

  close(): void {
    const open = this.#open
    this.#open = null
    if (open === null) return
    const values = new Map<DbField, string>([["question", dbValueOf(open.section.lines)]])
    for (const [field, { lines }] of open.fields) values.set(field, dbValueOf(lines))
    const question = this.#question(open.section, open.fields, values)
    for (const each of this.#isTheme(values) ? themeQuestions(question, this.#draft) : [question]) this.#draft.add(each)
  }

  /** What is told twice of a question is one text. */
  #join(fields: Map<DbField, DbSection>, section: DbSection): void {
    const before = fields.get(section.field)
    if (before === undefined) fields.set(section.field, section)
    else before.lines.push(...section.lines.map((line, i) => (i === 0 ? ` ${line}` : line)))
  }

  #around({ field, lines }: DbSection): void {
    const value = dbValueOf(lines)
    if (field === "tour") {
      this.#tour = orNull(value)
      this.#theme = null
      this.#ofTour.clear()
    } else if (field === "theme") this.#theme = orNull(value)
    else if (isInherited(field)) (this.#tour === null ? this.#ofPack : this.#ofTour).set(field, value)
    else if (field === "date") this.#draft.tell("date", dbDateOf(value))
    else if (isOfPack(field) && field !== "ignored") this.#draft.tell(field, value)
  }

  #inherited(field: Inherited, values: Values): string {
    return values.get(field) ?? this.#ofTour.get(field) ?? this.#ofPack.get(field) ?? ""
  }

  #isTheme(values: Values): boolean {
    return this.#inherited("kind", values).startsWith("Я")
  }

  #question(section: DbSection, fields: ReadonlyMap<DbField, DbSection>, values: Values): GivenQuestion {
    const of = (field: DbField): string => values.get(field) ?? ""
    const asked = withHandout(of("question"))
    const [answer, also, comment] = [
      withoutPictures(of("answer")),
      withoutPictures(of("accepted")),
      withoutPictures(of("comment"))
    ]
    const { accepted, rejected } = apartRejected(also.text)
    this.#draft.warnOfPictures(section.line, asked.more)
    if (also.names.length > 0) {
      this.#draft.warn(fields.get("accepted")?.line ?? section.line, "a picture in «Зачет»: shown with the answer")
    }
    return {
      line: section.line,
      text: asked.text,
      handout: asked.handout,
      handoutImage: asked.handoutImage,
      number: section.number,
      tour: this.#tour,
      answer: answer.text,
      answerImage: [...answer.names, ...also.names, ...comment.names][0] ?? null,
      accepted: oneOrNone(accepted),
      rejected: oneOrNone([rejected, of("rejected")].join("\n")),
      comment: orNull(comment.text),
      sources: sourcesOf(this.#inherited("source", values)),
      author: orNull(this.#inherited("author", values)),
      themes: this.#theme === null ? [] : [this.#theme]
    }
  }
}

const ofPack = ["title", "date", "url", "info", "editors", "licence", "theme", "ignored"] as const

const isOfPack = (field: DbField): field is (typeof ofPack)[number] => ofPack.some((each) => each === field)
