/** `/desk/variants`: answers that people ruled right, which an editor may make right for everybody. */
import { QuestionId } from "@znatoki/engine"
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import { pageJson } from "../../cursor.ts"
import type { Html } from "../../pages/value-tree.ts"
import { VariantJson } from "../../schemas/variant-json.ts"
import { field, fieldsOf } from "../form.ts"
import type { Asked, Page } from "../page.ts"
import { actionForm } from "../parts/fields.ts"
import { furtherLink, pathWith } from "../parts/further-link.ts"
import { tableOr } from "../parts/table.ts"
import { isoMoment } from "../parts/when.ts"
import { readApi } from "../read-api.ts"
import type { Words } from "../words/words.ts"

const path = "/desk/variants"
const pageSize = "20"

const decisionForms = (id: string, { variants }: Words): Html => {
  const action = `${path}/${id}/decision`
  return html`${actionForm(action, variants.take, { accepted: "yes" }, false)}
  ${actionForm(action, variants.refuse, { accepted: "no" })}`
}

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { context, who, words } = asked
  const { language, questions, variants } = words
  const cursor = context.req.query("cursor") ?? ""
  const api = pathWith("/api/v1/variants", { state: "waiting", limit: pageSize, cursor })
  const { items, next } = yield* readApi(asked, api, pageJson(VariantJson))
  const catalog = yield* QuestionCatalog
  const rows = yield* Effect.forEach(items, (item) =>
    Effect.map(catalog.get(QuestionId.make(item.question)), (question) => ({ ...item, asked: question }))
  )
  const mayDecide = who !== null && mayDo(who.role, "editor")
  return {
    title: variants.title,
    main: html`<h1>${variants.title}</h1>
      <p>${variants.hint}</p>
      ${tableOr(
        variants.empty,
        variants.title,
        [
          { head: variants.given, cell: ({ answer }) => html`<span class="long">${answer}</span>` },
          { head: questions.answer, cell: ({ asked }) => html`<span class="long">${asked?.answer ?? "—"}</span>` },
          {
            head: questions.text,
            cell: ({ asked, question }) =>
              html`<a class="long" href="/desk/questions/${encodeURIComponent(question)}"
                >${asked?.text ?? question}</a
              >`
          },
          {
            head: words.games.game,
            cell: ({ game, proposedAt }) =>
              html`<a href="/desk/games/${encodeURIComponent(game)}">${isoMoment(proposedAt, language)}</a>`
          },
          { head: words.parked.actions, cell: ({ id }) => (mayDecide ? decisionForms(id, words) : "—") }
        ],
        rows
      )}
      ${furtherLink(words, path, { isFirst: cursor === "", cursor: next, query: {} })}`
  }
})

const decide = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const body = { accepted: field(yield* fieldsOf(context), "accepted") === "yes" }
  const id = encodeURIComponent(context.req.param("id") ?? "")
  yield* callApi(context, { method: "POST", path: `/api/v1/variants/${id}/decision`, body })
  return context.redirect(path, 303)
})

export const variantsPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show },
  { method: "POST", path: `${path}/:id/decision`, role: "editor", show: decide }
]
