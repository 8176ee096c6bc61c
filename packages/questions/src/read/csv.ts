/** CSV: a row of headings, then a question a row. The delimiter is the one under which the headings are known best. */
import type { Reading } from "../reading.ts"
import { isOpenEnded, type Row, rowsOf } from "./cells-of.ts"
import { type Column, columnOf, difficultyOf } from "./headings-of.ts"
import { type LineReader, type LineReading, readByLines } from "./line-reading.ts"
import { excerpt, oneOrNone, orNull, ReadingDraft } from "./reading-draft.ts"

const delimiters = [";", ",", "\t"] as const

const knownIn = (row: Row | undefined): number => row?.cells.filter((cell) => columnOf(cell) !== null).length ?? 0

/** The apostrophe keeps a spreadsheet from running what begins like a formula. */
const withoutGuard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

type Cells = ReadonlyMap<Column, ReadonlyArray<string>>

const cellsOf = (row: Row, columns: ReadonlyArray<Column | null>): Cells => {
  const cells = new Map<Column, Array<string>>()
  for (const [i, cell] of row.cells.entries()) {
    const column = columns[i] ?? null
    if (column === null || cell.trim() === "") continue
    const value = withoutGuard(cell.trim())
    const before = cells.get(column)
    if (before === undefined) cells.set(column, [value])
    else before.push(value)
  }
  return cells
}

const inLines = (cells: ReadonlyArray<string> | undefined): ReadonlyArray<string> =>
  (cells ?? []).flatMap((cell) => cell.split("\n")).flatMap(oneOrNone)

const addRow = (draft: ReadingDraft, row: Row, columns: ReadonlyArray<Column | null>): void => {
  const cells = cellsOf(row, columns)
  const only = (column: Column): string | null => orNull(cells.get(column)?.join("\n"))
  draft.add({
    line: row.line,
    number: only("number"),
    tour: only("tour"),
    text: only("text") ?? "",
    answer: only("answer") ?? "",
    accepted: inLines(cells.get("accepted")),
    rejected: inLines(cells.get("rejected")),
    comment: only("comment"),
    sources: inLines(cells.get("sources")),
    author: only("author"),
    handout: only("handout"),
    handoutImage: only("handoutImage"),
    answerImage: only("answerImage"),
    options: inLines(cells.get("options")),
    themes: inLines(cells.get("themes")),
    difficulty: difficultyOf(only("difficulty") ?? ""),
    url: only("url")
  })
}

const licence = /\bCC0?[ -](?:BY(?:-(?:NC|SA|ND)){0,2})?[ -]?\d?(?:\.\d)?/i

const tellNote = (draft: ReadingDraft, note: string, line: number): void => {
  const said = note.replace(/^#\s*/, "").trim()
  if (said === "") return
  const named = licence.exec(said)?.[0].trim()
  draft.tell("licence", named ?? said)
  draft.warn(line, `a note before the headings, kept as the licence: «${excerpt(said)}»`)
  if (named !== undefined) draft.tell("info", said)
}

/** The one under which the headings are known best. */
const delimiterOf = (headings: string): string => {
  const tried = delimiters.map((delimiter) => ({ delimiter, known: knownIn(rowsOf(headings, delimiter, 1)[0]) }))
  return tried.toSorted((one, other) => other.known - one.known)[0]?.delimiter ?? ","
}

const columnsOf = (draft: ReadingDraft, headings: Row): ReadonlyArray<Column | null> =>
  headings.cells.map((cell) => {
    const column = columnOf(cell)
    if (column === null && cell.trim() !== "")
      draft.warn(headings.line, `an unknown column, not read: «${excerpt(cell)}»`)
    return column
  })

/** A quote that is open for longer than any question is none. */
const longestRow = 100_000

class CsvLines implements LineReading {
  readonly #draft: ReadingDraft
  /** Null: the headings are still to come. */
  #delimiter: string | null = null
  #columns: ReadonlyArray<Column | null> | null = null
  /** The lines of a row that is not over. */
  #row: { readonly line: number; text: string } | null = null
  /** Of a table without headings: all of it. */
  #refused: { readonly line: number; readonly lines: Array<string> } | null = null
  #mayQuote = true

  constructor(draft: ReadingDraft) {
    this.#draft = draft
  }

  line(text: string, line: number): void {
    if (this.#refused !== null) return void this.#refused.lines.push(text)
    if (this.#delimiter === null) {
      // Lines with «#» before the headings are a note, mostly the licence.
      if (text.trim() === "" || text.startsWith("#")) return tellNote(this.#draft, text, line)
      this.#delimiter = delimiterOf(text)
    }
    const row = (this.#row ??= { line, text: "" })
    row.text = row.line === line ? text : `${row.text}\n${text}`
    if (this.#isOver(row.text, text)) this.#close()
  }

  end(): void {
    if (this.#row !== null) this.#close()
    if (this.#delimiter === null) this.#refused = { line: 1, lines: [] }
    if (this.#refused === null) return
    const { line, lines } = this.#refused
    this.#draft.leaveOut(
      line,
      lines.join("\n"),
      "no headings: the first row has to name the columns, «вопрос» and «ответ» among them"
    )
  }

  /** Only a line with a quote in it ends what a quote began. */
  #isOver(row: string, last: string): boolean {
    if (!this.#mayQuote) return true
    const isOpen = row === last || last.includes('"') ? isOpenEnded(row, this.#delimiter ?? ",") : true
    if (isOpen && row.length > longestRow) this.#mayQuote = false
    return !isOpen || row.length > longestRow
  }

  #close(): void {
    const open = this.#row
    this.#row = null
    if (open === null) return
    for (const row of rowsOf(open.text, this.#delimiter ?? ",", open.line)) this.#take(row, open)
  }

  #take(row: Row, from: { readonly line: number; readonly text: string }): void {
    if (this.#columns !== null) return this.#add(row, this.#columns)
    const known = new Set(row.cells.map(columnOf))
    if (known.has("text") && known.has("answer")) this.#columns = columnsOf(this.#draft, row)
    else this.#refused = { line: from.line, lines: [from.text] }
  }

  #add(row: Row, columns: ReadonlyArray<Column | null>): void {
    const [many, wanted] = [row.cells.length, columns.length]
    if (many <= wanted) return addRow(this.#draft, row, columns)
    const delimiter = this.#delimiter ?? ","
    this.#draft.leaveOut(
      row.line,
      row.cells.join(delimiter),
      `${many} cells under ${wanted} headings, not read: quote the «${delimiter}» in the text`
    )
  }
}

export const csvLines: LineReader = (draft) => new CsvLines(draft)

export const readCsv = (file: string): Reading => readByLines(csvLines, new ReadingDraft(), file)
