/** A table that scrolls by itself on a narrow screen, and can be reached by the keyboard. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"

export type Cell = Html | string | number

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row, index: number) => Cell
  /** Numbers stand one under another. */
  readonly numeric?: true
}

const numericClass = (numeric: true | undefined): Html => (numeric === true ? html`class="number"` : html``)

export const table = <Row>(label: string, columns: ReadonlyArray<Column<Row>>, rows: ReadonlyArray<Row>): Html =>
  html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${columns.map(({ head, numeric }) => html`<th scope="col" ${numericClass(numeric)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, index) =>
            html`<tr>
              ${columns.map(({ cell, numeric }) => html`<td ${numericClass(numeric)}>${cell(row, index)}</td>`)}
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
