/** What makes and uses passkeys on a page; without it the forms for them stay hidden. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { Asked } from "../page.ts"

export const passkeyScript = ({ nonce }: Pick<Asked, "nonce">): Html =>
  html`<script src="/desk/files/passkeys.js" nonce="${nonce}" defer></script>`

/** `then`: where one is afterwards. */
export const passkeyForm = (what: "create" | "enter", then: string, refused: string, inside: Html): Html =>
  html`<form class="card" data-passkey="${what}" data-refused="${refused}" method="get" action="${then}" hidden>
    <p class="problem" role="alert" hidden></p>
    ${inside}
  </form>`
