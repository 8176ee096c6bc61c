/** `/desk/parked`: conversations that stand still because an event made the code fail, and how they go on. */
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import { ParkedJson } from "../../schemas/parked-json.ts"
import { field, fieldsOf } from "../form.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { actionForm } from "../parts/fields.ts"
import { isoMoment } from "../parts/when.ts"

const path = "/desk/parked"

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { who, words } = asked
  const { language, letters, parked } = words
  const mayRelease = who !== null && mayDo(who.role, "owner")
  const list = yield* apiList(asked, {
    api: "/api/v1/parked",
    path,
    schema: ParkedJson,
    label: parked.title,
    empty: parked.empty,
    columns: [
      { head: letters.conversation, cell: ({ conversation }) => conversation },
      { head: parked.since, cell: ({ since }) => isoMoment(since, language) },
      { head: parked.error, cell: ({ error }) => html`<span class="long">${error}</span>` },
      { head: parked.waiting, cell: ({ waiting }) => waiting, numeric: true },
      {
        head: parked.actions,
        cell: ({ conversation, release }) => {
          if (release !== null) return parked.released
          if (!mayRelease) return "—"
          const action = `${path}/${encodeURIComponent(conversation)}/release`
          return html`${actionForm(action, parked.retry, { with: "retry" })}
          ${actionForm(action, parked.skip, { with: "skip" })}`
        }
      }
    ]
  })
  return {
    title: parked.title,
    main: html`<h1>${parked.title}</h1>
      ${list}`
  }
})

const release = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const body = { with: field(yield* fieldsOf(context), "with") }
  const conversation = encodeURIComponent(context.req.param("conversation") ?? "")
  yield* callApi(context, { method: "POST", path: `/api/v1/parked/${conversation}/release`, body })
  return context.redirect(path, 303)
})

export const parkedPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show },
  { method: "POST", path: `${path}/:conversation/release`, role: "owner", show: release }
]
