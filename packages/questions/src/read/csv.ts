/** CSV: a row of headings, then a question a row. The delimiter is the one under which the headings are known best. */
import type { Reading } from "../reading.ts"
import { type Row, rowsOf } from "./cells-of.ts"
import { type Column, columnOf, difficultyOf } from "./headings-of.ts"
import { linesOf } from "./lines-of.ts"
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

/** Lines with «#» before the headings are a note, mostly the licence. */
const notesOf = (lines: ReadonlyArray<string>): number => {
  const first = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"))
  return first < 0 ? lines.length : first
}

const licence = /\bCC0?[ -](?:BY(?:-(?:NC|SA|ND)){0,2})?[ -]?\d?(?:\.\d)?/i

const tellNotes = (draft: ReadingDraft, notes: ReadonlyArray<string>): void => {
  for (const [i, note] of notes.entries()) {
    const said = note.replace(/^#\s*/, "").trim()
    if (said === "") continue
    const named = licence.exec(said)?.[0].trim()
    draft.tell("licence", named ?? said)
    draft.warn(i + 1, `a note before the headings, kept as the licence: «${excerpt(said)}»`)
    if (named !== undefined) draft.tell("info", said)
  }
}

const columnsOf = (draft: ReadingDraft, headings: Row): ReadonlyArray<Column | null> =>
  headings.cells.map((cell) => {
    const column = columnOf(cell)
    if (column === null && cell.trim() !== "")
      draft.warn(headings.line, `an unknown column, not read: «${excerpt(cell)}»`)
    return column
  })

export const readCsv = (file: string): Reading => {
  const draft = new ReadingDraft()
  const lines = linesOf(file)
  const notes = notesOf(lines)
  tellNotes(draft, lines.slice(0, notes))
  const table = lines.slice(notes).join("\n")
  const tried = delimiters.map((delimiter) => rowsOf(lines[notes] ?? "", delimiter, 1)[0])
  const best = delimiters.toSorted(
    (one, other) => knownIn(tried[delimiters.indexOf(other)]) - knownIn(tried[delimiters.indexOf(one)])
  )[0]
  const [headings, ...rows] = rowsOf(table, best ?? ",", notes + 1)
  const known = headings?.cells.map(columnOf) ?? []
  if (headings === undefined || !known.includes("text") || !known.includes("answer")) {
    draft.leaveOut(
      notes + 1,
      table,
      "no headings: the first row has to name the columns, «вопрос» and «ответ» among them"
    )
    return draft.done()
  }
  const columns = columnsOf(draft, headings)
  for (const row of rows) {
    const [many, wanted] = [row.cells.length, columns.length]
    if (many <= wanted) addRow(draft, row, columns)
    else {
      const text = row.cells.join(best)
      draft.leaveOut(
        row.line,
        text,
        `${many} cells under ${wanted} headings, not read: quote the «${best}» in the text`
      )
    }
  }
  return draft.done()
}
