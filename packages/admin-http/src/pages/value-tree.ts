/** Any value as a tree that opens and closes, with what differs from another one marked. */
import { html } from "hono/html"

export type Html = ReturnType<typeof html>

const isBranch = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const partOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined

/** Enough to know what is inside. */
const brief = (value: object): string => {
  if (Array.isArray(value)) return `[${value.length}]`
  const named = [partOf(value, "name"), partOf(value, "_tag"), partOf(value, "preset")].find(
    (name) => typeof name === "string"
  )
  return typeof named === "string" ? named : `{${Object.keys(value).length}}`
}

/** `before` is what it was; itself, where nothing is to be marked. `id` names the tree in its page, so that what is open stays open when the page is fresh. */
export const valueTree = (value: object, before: unknown, id: string): Html =>
  html`<ul class="tree">
    ${Object.entries(value).map(([name, part]) => html`<li>${branch(name, part, partOf(before, name), `${id}/${name}`)}</li>`)}
  </ul>`

const branch = (name: string, value: unknown, before: unknown, id: string): Html => {
  const mark = isSame(value, before) ? "" : html` class="changed"`
  if (!isBranch(value)) return html`<span${mark}><b>${name}</b> ${JSON.stringify(value) ?? "–"}</span>`
  return html`<details id="${id}">
    <summary${mark}><b>${name}</b> ${brief(value)}</summary>
    ${valueTree(value, before, id)}
  </details>`
}
