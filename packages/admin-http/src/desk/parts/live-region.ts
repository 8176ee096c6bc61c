/** A part of a page that keeps itself as things are, where scripts may run. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { Asked } from "../page.ts"

/** The part, and from where it is kept so. */
export const liveRegion = ({ nonce, words }: Asked, path: string, part: Html): Html =>
  html`<p id="stale" class="problem" role="alert" hidden>
      ${words.problems.stale} <a href="">${words.problems.reload}</a>
    </p>
    <div id="live" tabindex="-1" hx-sse:connect="${path}" hx-swap="innerMorph" hx-nonce="${nonce}">${part}</div>`
