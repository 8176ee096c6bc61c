/** `/desk/proposals`: questions that players proposed, to be taken or refused; their authors are told. */
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import { pageJson } from "../../cursor.ts"
import type { Html } from "../../pages/value-tree.ts"
import { ProposalJson } from "../../schemas/proposal-json.ts"
import { field, fieldsOf } from "../form.ts"
import type { Asked, Page } from "../page.ts"
import { actionForm } from "../parts/fields.ts"
import { furtherLink, pathWith } from "../parts/further-link.ts"
import { tableOr } from "../parts/table.ts"
import { isoMoment } from "../parts/when.ts"
import { readApi } from "../read-api.ts"
import type { Words } from "../words/words.ts"

const path = "/desk/proposals"
const pageSize = "20"

const decisionForms = (id: string, { proposals }: Words): Html => {
  const action = `${path}/${encodeURIComponent(id)}/decision`
  return html`${actionForm(action, proposals.take, { outcome: "published" }, false)}
    <form method="post" action="${action}">
      <input type="hidden" name="outcome" value="refused" />
      <label>${proposals.reason} <input name="reason" maxlength="500" /></label>
      <button class="quiet">${proposals.refuse}</button>
    </form>`
}

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { context, who, words } = asked
  const { language, proposals, questions } = words
  const cursor = context.req.query("cursor") ?? ""
  const api = pathWith("/api/v1/proposals", { limit: pageSize, cursor })
  const { items, next } = yield* readApi(asked, api, pageJson(ProposalJson))
  const catalog = yield* QuestionCatalog
  const rows = yield* Effect.forEach(items, (proposal) =>
    Effect.map(catalog.get(proposal.question), (question) => ({ ...proposal, draft: question }))
  )
  const mayDecide = who !== null && mayDo(who.role, "editor")
  return {
    title: proposals.title,
    main: html`<h1>${proposals.title}</h1>
      ${tableOr(
        proposals.empty,
        proposals.title,
        [
          {
            head: questions.text,
            cell: ({ draft, question }) =>
              html`<a class="long" href="/desk/questions/${encodeURIComponent(question)}"
                >${draft?.text ?? question}</a
              >`
          },
          { head: questions.answer, cell: ({ draft }) => html`<span class="long">${draft?.answer ?? "—"}</span>` },
          { head: questions.author, cell: ({ draft }) => draft?.author ?? "—" },
          { head: words.letters.when, cell: ({ proposedAt }) => isoMoment(proposedAt, language) },
          {
            head: words.parked.actions,
            cell: ({ question, told }) => {
              if (told !== null) return proposals[told]
              return mayDecide ? decisionForms(question, words) : "—"
            }
          }
        ],
        rows
      )}
      ${furtherLink(words, path, { isFirst: cursor === "", cursor: next, query: {} })}`
  }
})

const decide = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const fields = yield* fieldsOf(context)
  const reason = field(fields, "reason")
  const body = { outcome: field(fields, "outcome"), ...(reason === "" ? {} : { reason }) }
  const id = encodeURIComponent(context.req.param("id") ?? "")
  yield* callApi(context, { method: "POST", path: `/api/v1/proposals/${id}/decision`, body })
  return context.redirect(path, 303)
})

export const proposalsPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show },
  { method: "POST", path: `${path}/:id/decision`, role: "editor", show: decide }
]
