/** `/desk/disliked`: questions that people do not like, until an editor has looked; too many voices, and one rests. */
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import { pageJson } from "../../cursor.ts"
import { DislikedJson } from "../../schemas/proposal-json.ts"
import type { Asked, Page } from "../page.ts"
import { blamedTable } from "../parts/blamed-table.ts"
import { actionForm } from "../parts/fields.ts"
import { furtherLink, pathWith } from "../parts/further-link.ts"
import { tableOr } from "../parts/table.ts"
import { readApi } from "../read-api.ts"

const path = "/desk/disliked"
const limit = "30"

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { context, who, words } = asked
  const { disliked, questions } = words
  const cursor = context.req.query("cursor") ?? ""
  const api = pathWith("/api/v1/disliked-questions", { limit, cursor })
  const { items, next } = yield* readApi(asked, api, pageJson(DislikedJson))
  const catalog = yield* QuestionCatalog
  const rows = yield* Effect.forEach(items, (item) =>
    Effect.map(catalog.get(item.question), (question) => ({ ...item, text: question?.text ?? item.question }))
  )
  const mayLook = who !== null && mayDo(who.role, "editor")
  return {
    title: disliked.title,
    main: html`<h1>${disliked.title}</h1>
      <p>${disliked.hint}</p>
      ${tableOr(
        disliked.empty,
        disliked.title,
        [
          {
            head: questions.text,
            cell: ({ question, text }) =>
              html`<a class="long" href="/desk/questions/${encodeURIComponent(question)}">${text}</a>`
          },
          { head: disliked.voices, cell: ({ bad, good }) => questions.votes(good, bad) },
          { head: disliked.rests, cell: ({ rests }) => (rests ? words.yes : words.no) },
          {
            head: words.parked.actions,
            cell: ({ question }) =>
              mayLook ? actionForm(`/desk/questions/${encodeURIComponent(question)}/looked`, questions.looked) : "—"
          }
        ],
        rows
      )}
      ${furtherLink(words, path, { isFirst: cursor === "", cursor: next, query: {} })} ${yield* blamedTable(asked)}`
  }
})

export const dislikedPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "viewer", show }]
