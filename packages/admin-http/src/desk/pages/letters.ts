/** `/desk/letters`: what the bot wanted to say and nobody heard, with the reason. */
import { Effect } from "effect"
import { html } from "hono/html"
import { DeadLetterJson } from "../../schemas/dead-letter-json.ts"
import { mayDo } from "../../auth/role.ts"
import type { Asked, Page } from "../page.ts"
import { actionForm } from "../parts/fields.ts"
import { apiList } from "../parts/api-list.ts"
import { isoMoment } from "../parts/when.ts"

const path = "/desk/letters"

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { letters, language, parked } = asked.words
  const mayAct = asked.who !== null && mayDo(asked.who.role, "owner")
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
      { head: letters.message, cell: ({ text }) => html`<span class="long">${text ?? "—"}</span>` },
      {
        head: parked.actions,
        cell: ({ conversation, seq }) => {
          if (!mayAct) return "—"
          const action = `${path}/${encodeURIComponent(conversation)}/${seq}`
          return html`${actionForm(`${action}/retry`, parked.retry)}
          ${actionForm(`${action}/forget`, forgetIn[language])}`
        }
      }
    ]
  })
  return {
    title: letters.title,
    main: html`<h1>${letters.title}</h1>
      ${list}`
  }
})

const forgetIn = { ru: "Не отправлять", en: "Let it go" } as const

const acting = (method: "POST" | "DELETE", what: string) =>
  Effect.fnUntraced(function* ({ callApi, context }: Asked) {
    const [conversation, seq] = ["conversation", "seq"].map((name) => encodeURIComponent(context.req.param(name) ?? ""))
    yield* callApi(context, { method, path: `/api/v1/dead-letters/${conversation}/${seq}${what}` })
    return context.redirect(path, 303)
  })

export const lettersPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show },
  { method: "POST", path: `${path}/:conversation/:seq/retry`, role: "owner", show: acting("POST", "/retry") },
  { method: "POST", path: `${path}/:conversation/:seq/forget`, role: "owner", show: acting("DELETE", "") }
]
