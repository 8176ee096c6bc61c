/** `/desk/disliked`: what speaks against questions, the worst first, until an editor has looked; too many voices, and one rests. */
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import type { Html } from "../../pages/value-tree.ts"
import { BlamedJson } from "../../routes/blamed.ts"
import { field, type Fields, fieldsOf } from "../form.ts"
import { orAsItIs } from "../or-as-it-is.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { actionForm } from "../parts/fields.ts"
import type { Words } from "../words/words.ts"

const path = "/desk/disliked"

type Blamed = typeof BlamedJson.Type

const questionPath = (question: string): string => `/desk/questions/${encodeURIComponent(question)}`

/** What was typed beside which question, and not taken. */
interface Typed {
  readonly id: string
  readonly note: string
}

const retireForm = (action: string, version: string, note: string, { disliked }: Words): Html =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="version" value="${version}" />
    <input type="hidden" name="outcome" value="retired" />
    <label>${disliked.note} <input name="note" value="${note}" maxlength="500" /></label>
    <button class="quiet">${disliked.retire}</button>
  </form>`

/** What can be done with it where it stands. */
const actionsOf = (item: Blamed, words: Words, typed: Typed | null): Html => {
  const { disliked } = words
  const { question, rests, state, unseenBad } = item
  const version = String(item.version)
  const action = `${path}/${encodeURIComponent(question)}/decision`
  const note = typed?.id === question ? typed.note : ""
  const edit = html`<a href="${questionPath(question)}">${disliked.edit}</a>`
  if (state === "retired") return html`${edit} ${actionForm(action, disliked.again, { outcome: "again", version })}`
  const keep = actionForm(action, rests ? disliked.again : disliked.keep, { outcome: "kept", version }, !rests)
  return html`${edit} ${rests || unseenBad > 0 ? keep : ""} ${retireForm(action, version, note, words)}`
}

const standing = ({ rests, state, unseenBad }: Blamed, { disliked, states }: Words): string =>
  [
    rests && state === "published" ? disliked.rests : states[state],
    ...(unseenBad > 0 ? [`${disliked.unseen}: ${unseenBad}`] : [])
  ].join(", ")

const share = ({ asked, right }: Blamed): string =>
  asked === 0 ? "—" : `${right} / ${asked} (${Math.round((100 * right) / asked)} %)`

const way = (isHere: boolean, to: string, label: string): Html =>
  isHere ? html`<b aria-current="page">${label}</b>` : html`<a href="${to}">${label}</a>`

const show = Effect.fnUntraced(function* (asked: Asked, typed: Typed | null) {
  const { context, who, words } = asked
  const { disliked, questions } = words
  const mayLook = who !== null && mayDo(who.role, "editor")
  const retired = context.req.query("retired") === "true" ? "true" : ""
  const list = yield* apiList(asked, {
    api: "/api/v1/blamed-questions",
    path,
    schema: BlamedJson,
    label: disliked.title,
    empty: disliked.empty,
    query: { retired },
    columns: [
      {
        head: questions.text,
        cell: ({ question, text }) => html`<a class="long" href="${questionPath(question)}">${text}</a>`
      },
      { head: questions.state, cell: (item) => standing(item, words) },
      { head: disliked.right, cell: share, numeric: true },
      { head: disliked.voices, cell: ({ bad, good }) => `${good} / ${bad}`, numeric: true },
      { head: disliked.disputed, cell: ({ disputed }) => disputed, numeric: true },
      { head: disliked.appeals, cell: ({ appeals, overturned }) => `${appeals} / ${overturned}`, numeric: true },
      { head: words.parked.actions, cell: (item) => (mayLook ? actionsOf(item, words, typed) : "—") }
    ]
  })
  return {
    title: disliked.title,
    main: html`<h1>${disliked.title}</h1>
      <p>${disliked.hint}</p>
      <p>
        ${way(retired === "", path, disliked.inPlay)} · ${way(retired !== "", `${path}?retired=true`, disliked.retired)}
      </p>
      ${list}`
  }
})

/** What was taken out of play is published again as it is; of any other it is said what the complaint came to. */
const requestOf = (id: string, outcome: string, note: string) =>
  outcome === "again"
    ? ({ method: "PATCH", path: `/api/v1/questions/${id}`, body: { published: true } } as const)
    : ({
        method: "POST",
        path: `/api/v1/disliked-questions/${id}/decision`,
        body: { outcome, ...(note === "" ? {} : { note }) }
      } as const)

const deciding = Effect.fnUntraced(function* ({ callApi, context }: Asked, fields: Fields) {
  const id = encodeURIComponent(context.req.param("id") ?? "")
  const headers = { "If-Match": `"${field(fields, "version")}"` }
  yield* callApi(context, { ...requestOf(id, field(fields, "outcome"), field(fields, "note")), headers })
  return context.redirect(path, 303)
})

const decide = Effect.fnUntraced(function* (asked: Asked) {
  const fields = yield* fieldsOf(asked.context)
  const typed = { id: asked.context.req.param("id") ?? "", note: field(fields, "note") }
  return yield* orAsItIs(asked, deciding(asked, fields), () => show(asked, typed))
})

export const dislikedPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show: (asked) => show(asked, null) },
  { method: "POST", path: `${path}/:id/decision`, role: "editor", show: decide }
]
