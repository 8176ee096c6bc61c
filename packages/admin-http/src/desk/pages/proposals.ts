/** `/desk/proposals`: questions that players proposed, to be taken or refused; their authors are told. */
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import { pageJson } from "../../cursor.ts"
import type { Html } from "../../pages/value-tree.ts"
import { ProposalJson } from "../../schemas/proposal-json.ts"
import { field, type Fields, fieldsOf } from "../form.ts"
import type { Asked, Page } from "../page.ts"
import { orAsItIs } from "../or-as-it-is.ts"
import { actionForm } from "../parts/fields.ts"
import { furtherLink, pathWith } from "../parts/further-link.ts"
import { tableOr } from "../parts/table.ts"
import { isoMoment } from "../parts/when.ts"
import { readApi } from "../read-api.ts"
import type { Words } from "../words/words.ts"

const path = "/desk/proposals"
const pageSize = "20"

/** What was typed beside which question, and not taken. */
interface Typed {
  readonly id: string
  readonly reason: string
}

const decisionForms = (id: string, version: string, reason: string, { proposals }: Words): Html => {
  const action = `${path}/${encodeURIComponent(id)}/decision`
  return html`${actionForm(action, proposals.take, { outcome: "published", version }, false)}
    <form method="post" action="${action}">
      <input type="hidden" name="version" value="${version}" />
      <input type="hidden" name="outcome" value="refused" />
      <label>${proposals.reason} <input name="reason" value="${reason}" maxlength="500" /></label>
      <button class="quiet">${proposals.refuse}</button>
    </form>`
}

const show = Effect.fnUntraced(function* (asked: Asked, typed: Typed | null) {
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
            cell: ({ draft, question, told }) => {
              if (told !== null) return proposals[told]
              const reason = typed?.id === question ? typed.reason : ""
              return mayDecide && draft !== null ? decisionForms(question, String(draft.version), reason, words) : "—"
            }
          }
        ],
        rows
      )}
      ${furtherLink(words, path, { isFirst: cursor === "", cursor: next, query: {} })}`
  }
})

const deciding = Effect.fnUntraced(function* ({ callApi, context }: Asked, fields: Fields) {
  const reason = field(fields, "reason")
  const body = { outcome: field(fields, "outcome"), ...(reason === "" ? {} : { reason }) }
  const id = encodeURIComponent(context.req.param("id") ?? "")
  const headers = { "If-Match": `"${field(fields, "version")}"` }
  yield* callApi(context, { method: "POST", path: `/api/v1/proposals/${id}/decision`, headers, body })
  return context.redirect(path, 303)
})

const decide = Effect.fnUntraced(function* (asked: Asked) {
  const fields = yield* fieldsOf(asked.context)
  const typed = { id: asked.context.req.param("id") ?? "", reason: field(fields, "reason") }
  return yield* orAsItIs(asked, deciding(asked, fields), () => show(asked, typed))
})

export const proposalsPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show: (asked) => show(asked, null) },
  { method: "POST", path: `${path}/:id/decision`, role: "editor", show: decide }
]
