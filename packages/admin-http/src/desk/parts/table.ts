/** A table that scrolls by itself on a narrow screen, or stands there row by row; it can be reached by the keyboard. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"

export type Cell = Html | string | number

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row, index: number) => Cell
  /** Numbers stand one under another. */
  readonly numeric?: true
}

/**
 * So many columns of words do not fit side by side on a phone, nor one fewer among numbers, nor ever so many of all: there each row
 * is a list of its cells.
 */
const stackedFrom = 4
const stackedAmong = 5
const columnsMax = 5

const isStacked = (columns: ReadonlyArray<{ readonly numeric?: true }>): boolean => {
  const words = columns.filter(({ numeric }) => numeric !== true).length
  return (
    columns.length > columnsMax || words >= stackedFrom || (words === stackedFrom - 1 && columns.length >= stackedAmong)
  )
}

const numericClass = (numeric: true | undefined): Html => (numeric === true ? html`class="number"` : html``)

/** The roles are said, for a list of cells is no table to a browser any more. */
export const table = <Row>(label: string, columns: ReadonlyArray<Column<Row>>, rows: ReadonlyArray<Row>): Html =>
  html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table role="table" ${isStacked(columns) ? html`class="stacked"` : ""}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(
            ({ head, numeric }) => html`<th role="columnheader" scope="col" ${numericClass(numeric)}>${head}</th>`
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row, index) =>
            html`<tr role="row">
              ${columns.map(
                ({ cell, head, numeric }) =>
                  html`<td role="cell" data-head="${head}" ${numericClass(numeric)}>${cell(row, index)}</td>`
              )}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`

/** What there is of it, or that there is nothing. */
export const tableOr = <Row>(
  empty: string,
  label: string,
  columns: ReadonlyArray<Column<Row>>,
  rows: ReadonlyArray<Row>
): Html => (rows.length === 0 ? html`<p class="empty">${empty}</p>` : table(label, columns, rows))
