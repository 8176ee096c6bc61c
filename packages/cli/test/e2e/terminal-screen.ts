/** What a person sees of what a program wrote to a terminal: its rows, however often they were rewritten. */
import stringWidth from "string-width"

export interface TerminalScreen {
  readonly rows: ReadonlyArray<string>
  /** Rows that the terminal itself had to break, for they were wider than it is. */
  readonly broken: ReadonlyArray<string>
}

const graphemes = new Intl.Segmenter()

const escape = "\u001B"
/** What follows it: `[2K` and its like. */
const longestOrder = 12
const sequence = /\[([\d;?]*)([A-Za-z])/y

interface Cursor {
  row: number
  column: number
}

type Cells = Array<string | undefined>

/** A screen of any height: what would scroll away stays. An order it does not know is an error, for it may move anything. */
export const terminalScreen = (written: string, width: number): TerminalScreen => {
  const rows: Array<Cells> = [[]]
  const broken = new Set<number>()
  const at: Cursor = { row: 0, column: 0 }
  const rowAt = (row: number): Cells => {
    while (rows.length <= row) rows.push([])
    return rows[row] ?? []
  }
  const lineFeed = (): void => {
    at.row++
    rowAt(at.row)
  }
  const put = (grapheme: string): void => {
    const wide = stringWidth(grapheme)
    if (at.column + wide > width) {
      broken.add(at.row)
      at.column = 0
      lineFeed()
    }
    const cells = rowAt(at.row)
    cells[at.column] = grapheme
    for (let i = 1; i < wide; i++) cells[at.column + i] = ""
    at.column += wide
  }
  const obey = (order: string, count: number, which: number): void => {
    switch (order) {
      case "A":
        at.row = Math.max(0, at.row - count)
        return
      case "B":
        at.row += count
        rowAt(at.row)
        return
      case "C":
        at.column = Math.min(width - 1, at.column + count)
        return
      case "D":
        at.column = Math.max(0, at.column - count)
        return
      case "G":
        at.column = count - 1
        return
      case "J":
      case "K":
        if (which !== 0) break
        rowAt(at.row).length = Math.min(rowAt(at.row).length, at.column)
        broken.delete(at.row)
        if (order === "K") return
        rows.length = at.row + 1
        for (const row of broken) if (row > at.row) broken.delete(row)
        return
      case "m":
        return
    }
    throw new Error(`an order to the terminal that is not known: ${which} ${order}`)
  }
  for (let i = 0; i < written.length;) {
    if (written[i] === escape) {
      sequence.lastIndex = i + 1
      const found = sequence.exec(written)
      if (found === null) {
        // The rest of it may not have come yet.
        if (written.length - i < longestOrder) break
        throw new Error(`not an order to a terminal: ${JSON.stringify(written.slice(i, i + longestOrder))}`)
      }
      const [all, parameters = "", order = ""] = found
      obey(order, Math.max(1, Number(parameters)), Number(parameters))
      i += 1 + all.length
      continue
    }
    const [{ segment } = { segment: "" }] = graphemes.segment(written.slice(i, i + 32))
    i += segment.length
    if (segment === "\r") at.column = 0
    else if (segment === "\n") lineFeed()
    else if (segment === "\r\n") {
      at.column = 0
      lineFeed()
    } else put(segment)
  }
  const text = (cells: Cells): string =>
    Array.from(cells, (cell) => cell ?? " ")
      .join("")
      .trimEnd()
  return { rows: rows.map(text), broken: [...broken].map((row) => text(rowAt(row))) }
}
