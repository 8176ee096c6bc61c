/** Fields of forms, each with its label. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"

interface Field {
  readonly label: string
  readonly name: string
  readonly value?: string
  readonly hint?: string
  readonly required?: boolean
}

const required = (isRequired = false): Html => (isRequired ? html`required` : html``)
const hintOf = (hint: string | undefined): Html => (hint === undefined ? html`` : html`<small>${hint}</small>`)

export const textField = ({ hint, label, name, required: isRequired, value = "" }: Field): Html =>
  html`<label>${label} ${hintOf(hint)} <input name="${name}" value="${value}" ${required(isRequired)} /></label>`

/** A whole number, or nothing. */
export const numberField = ({ label, name, value = "" }: Field): Html =>
  html`<label>${label} <input name="${name}" value="${value}" inputmode="numeric" pattern="[0-9]*" /></label>`

export const areaField = ({ hint, label, name, required: isRequired, value = "" }: Field): Html =>
  html`<label>${label} ${hintOf(hint)} <textarea name="${name}" ${required(isRequired)}>${value}</textarea></label>`

/** One button that sends what it stands for. */
export const actionForm = (
  action: string,
  label: string,
  fields: Readonly<Record<string, string>> = {},
  isQuiet = true
): Html =>
  html`<form method="post" action="${action}">
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button ${isQuiet ? html`class="quiet"` : ""}>${label}</button>
  </form>`
