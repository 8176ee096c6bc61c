/** The cells of a table as text (RFC 4180): a quoted cell may hold the delimiter, doubled quotes and line ends. */

export interface Row {
  /** Where the row begins; it may go over several lines. */
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

const quote = '"'

interface Cell {
  readonly text: string
  /** Behind the cell: a delimiter, a line end or the end. */
  readonly end: number
}

/** A quote that is never closed is a sign like any other. */
const quotedCell = (text: string, at: number): Cell | null => {
  let value = ""
  for (let from = at + 1; ;) {
    const to = text.indexOf(quote, from)
    if (to < 0) return null
    value += text.slice(from, to)
    if (text[to + 1] !== quote) return { text: value, end: to + 1 }
    value += quote
    from = to + 2
  }
}

const plainCell = (text: string, at: number, delimiter: string): Cell => {
  let end = at
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end++
  return { text: text.slice(at, end), end }
}

const linesIn = (text: string, from: number, to: number): number => {
  let lines = 0
  for (let at = from; at < to; at++) if (text[at] === "\n") lines++
  return lines
}

/** Whether a cell is quoted whose other quote is still to come. */
export const isOpenEnded = (text: string, delimiter: string): boolean => {
  for (let at = 0; at <= text.length; at++) {
    const quoted = text[at] === quote ? quotedCell(text, at) : null
    if (text[at] === quote && quoted === null) return true
    at = plainCell(text, quoted?.end ?? at, delimiter).end
  }
  return false
}

/** Line ends are «\n» alone. `quotes`: false where one before was never closed. */
export const rowsOf = (text: string, delimiter: string, firstLine: number, quotes = true): ReadonlyArray<Row> => {
  const rows: Array<Row> = []
  let cells: Array<string> = []
  let line = firstLine
  let begunAt = firstLine
  // One cell that is never closed would be looked for again and again.
  let mayQuote = quotes
  for (let at = 0; at <= text.length; at++) {
    const quoted = mayQuote && text[at] === quote ? quotedCell(text, at) : null
    if (text[at] === quote && quoted === null) mayQuote = false
    const tail = plainCell(text, quoted?.end ?? at, delimiter)
    cells.push(`${quoted?.text ?? ""}${tail.text}`)
    line += linesIn(text, at, tail.end)
    at = tail.end
    if (text[at] === delimiter) continue
    rows.push({ line: begunAt, cells })
    cells = []
    line += 1
    begunAt = line
  }
  return rows.filter((row) => row.cells.some((cell) => cell.trim() !== ""))
}
