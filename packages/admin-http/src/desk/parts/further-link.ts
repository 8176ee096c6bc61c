/** The way to the next page of a list, and back to its beginning. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { Words } from "../words/words.ts"

interface Place {
  readonly isFirst: boolean
  /** Null: this is the last page. */
  readonly cursor: string | null
  /** What else the list is asked for. */
  readonly query: Readonly<Record<string, string>>
}

export const pathWith = (path: string, query: Readonly<Record<string, string>>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== "")
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}

export const furtherLink = ({ paging }: Words, path: string, { cursor, isFirst, query }: Place): Html =>
  cursor === null && isFirst
    ? html``
    : html`<nav class="paging" aria-label="${paging.label}">
        ${isFirst ? "" : html`<a href="${pathWith(path, query)}">${paging.first}</a>`}
        ${cursor === null ? "" : html`<a rel="next" href="${pathWith(path, { ...query, cursor })}">${paging.next}</a>`}
      </nav>`
