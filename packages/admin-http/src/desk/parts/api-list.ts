/** A page of a list of the API as a table, with the way to the next. */
import { Effect, type Schema } from "effect"
import { html } from "hono/html"
import { pageJson } from "../../cursor.ts"
import type { Html } from "../../pages/value-tree.ts"
import type { Asked } from "../page.ts"
import { readApi } from "../read-api.ts"
import { furtherLink, pathWith } from "./further-link.ts"
import { type Column, tableOr } from "./table.ts"

export interface ApiList<Row> {
  /** Where the API has it. */
  readonly api: string
  /** Where the page is. */
  readonly path: string
  readonly schema: Schema.Codec<Row, unknown>
  readonly label: string
  readonly empty: string
  /** The same of a page behind which there are others, where a page may be empty. */
  readonly emptyYet?: string
  readonly columns: ReadonlyArray<Column<Row>>
  /** Which of a page are shown; absent: all. */
  readonly shown?: (rows: ReadonlyArray<Row>) => ReadonlyArray<Row>
  /** What else the list is asked for, by the names the API has for it. */
  readonly query?: Readonly<Record<string, string>>
  /** Null: the API decides. */
  readonly pageSize?: null
}

const limit = "30"

export const apiList = Effect.fnUntraced(function* <Row>(
  asked: Asked,
  {
    api,
    columns,
    empty,
    emptyYet = empty,
    label,
    pageSize,
    path,
    query = {},
    schema,
    shown: shownOf = (rows) => rows
  }: ApiList<Row>
) {
  const cursor = asked.context.req.query("cursor") ?? ""
  const page = yield* readApi(
    asked,
    pathWith(api, { ...query, limit: pageSize === null ? "" : limit, cursor }),
    pageJson(schema)
  )
  const shown: Html = html`${tableOr(page.next === null ? empty : emptyYet, label, columns, shownOf(page.items))}
  ${furtherLink(asked.words, path, { isFirst: cursor === "", cursor: page.next, query })}`
  return shown
})
