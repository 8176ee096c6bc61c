/** The report as text. */
import { isReached, type Row } from "./row.ts"

const numberText = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value.toLocaleString("en", { maximumFractionDigits: 2 })

const wanted = ({ toReach, unit }: Row): string =>
  toReach === null ? "" : `${toReach.better === "more" ? "≥" : "≤"} ${numberText(toReach.value)} ${unit}`

const verdictOf = (row: Row): string => {
  const reached = isReached(row)
  if (reached === null) return ""
  return reached ? "reached" : "NOT REACHED"
}

const cellsOf = (row: Row): ReadonlyArray<string> => [
  row.what,
  row.value === null ? "not measured" : `${numberText(row.value)} ${row.unit}`,
  wanted(row),
  verdictOf(row),
  row.load.toFixed(1),
  row.note
]

export const tableOf = (rows: ReadonlyArray<Row>): string => {
  const head = ["", "measured", "to reach", "", "load", ""]
  const lines = [head, ...rows.map(cellsOf)]
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const sections = new Set<string>()
  return lines
    .flatMap((cells, i) => {
      const line = cells.map((cell, k) => (k === cells.length - 1 ? cell : cell.padEnd(widths[k] ?? 0))).join("  ")
      const section = rows[i - 1]?.section
      if (section === undefined || sections.has(section)) return [line.trimEnd()]
      sections.add(section)
      return ["", section, line.trimEnd()]
    })
    .join("\n")
}
