/** `/desk/letters`: what the bot wanted to say and nobody heard, with the reason. */
import { Effect } from "effect"
import { html } from "hono/html"
import { DeadLetterJson } from "../../schemas/dead-letter-json.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { isoMoment } from "../parts/when.ts"

const path = "/desk/letters"

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { letters, language } = asked.words
  const list = yield* apiList(asked, {
    api: "/api/v1/dead-letters",
    path,
    schema: DeadLetterJson,
    label: letters.title,
    empty: letters.empty,
    columns: [
      { head: letters.when, cell: ({ diedAt }) => isoMoment(diedAt, language) },
      { head: letters.conversation, cell: ({ conversation }) => conversation },
      { head: letters.reason, cell: ({ reason }) => html`<span class="long">${reason}</span>` },
      { head: letters.message, cell: ({ text }) => html`<span class="long">${text ?? "—"}</span>` }
    ]
  })
  return {
    title: letters.title,
    main: html`<h1>${letters.title}</h1>
      ${list}`
  }
})

export const lettersPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "viewer", show }]
