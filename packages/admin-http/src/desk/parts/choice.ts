/** One of a few, to be chosen from a list. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"

export const choiceOf = (
  label: string,
  name: string,
  chosen: string,
  options: ReadonlyArray<readonly [value: string, words: string]>
): Html =>
  html`<label
    >${label}
    <select name="${name}">
      ${options.map(
        ([value, words]) => html`<option value="${value}" ${value === chosen ? html`selected` : ""}>${words}</option>`
      )}
    </select>
  </label>`
