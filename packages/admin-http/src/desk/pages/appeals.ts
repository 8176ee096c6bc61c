/** `/desk/appeals`: what captains do not agree with, with all that is needed to rule on it. */
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import type { Html } from "../../pages/value-tree.ts"
import { AppealJson } from "../../schemas/appeal-json.ts"
import { field, fieldsOf } from "../form.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { orAsItIs } from "../or-as-it-is.ts"
import { actionForm } from "../parts/fields.ts"
import type { Words } from "../words/words.ts"

const path = "/desk/appeals"

const pathOf = (game: string): string => `/desk/games/${encodeURIComponent(game)}`

export interface Ruled {
  readonly game: string
  readonly round: number
  readonly version: number
}

/** `back`: where one is afterwards. */
export const rulingForms = ({ game, round, version }: Ruled, back: string, words: Words["game"]): Html => {
  const appeal = { round: String(round), version: String(version), back }
  const form = (accepted: "yes" | "no", label: string) =>
    actionForm(`${pathOf(game)}/rulings`, label, { ...appeal, accepted }, accepted === "no")
  return html`${form("yes", words.accept)} ${form("no", words.reject)}`
}

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { who, words } = asked
  const { appeals, game } = words
  const mayRule = who !== null && mayDo(who.role, "editor")
  const list = yield* apiList(asked, {
    api: "/api/v1/appeals",
    path,
    schema: AppealJson,
    label: appeals.title,
    empty: appeals.empty,
    emptyYet: appeals.emptyYet,
    pageSize: null,
    columns: [
      {
        head: words.games.game,
        cell: ({ conversation, game: id, round, title }) =>
          html`<a href="${pathOf(id)}">${title ?? conversation}</a>, ${appeals.round(round)}`
      },
      { head: game.question, cell: ({ question }) => html`<span class="long">${question?.text ?? "—"}</span>` },
      {
        head: game.answer,
        cell: ({ question }) =>
          html`<span class="long">${[question?.answer ?? "—", ...(question?.accepted ?? [])].join("\n")}</span>`
      },
      {
        head: game.given,
        cell: ({ answerer, given }) =>
          html`<b>${answerer ?? "—"}</b>: <span class="long">${given ?? game.nothing}</span>`
      },
      {
        head: words.parked.actions,
        cell: (appeal) => (mayRule ? rulingForms(appeal, path, game) : "—")
      }
    ]
  })
  return {
    title: appeals.title,
    main: html`<h1>${appeals.title}</h1>
      <p>${appeals.hint}</p>
      ${list}`
  }
})

const gameOf = ({ context }: Asked): string => context.req.param("id") ?? ""

const ruling = Effect.fnUntraced(function* (asked: Asked) {
  const { callApi, context } = asked
  const fields = yield* fieldsOf(context)
  const game = gameOf(asked)
  const body = { round: Number(field(fields, "round")), accepted: field(fields, "accepted") === "yes" }
  const headers = { "If-Match": `"${field(fields, "version")}"` }
  yield* callApi(context, { method: "POST", path: `/api/v1/games/${encodeURIComponent(game)}/rulings`, headers, body })
  return context.redirect(field(fields, "back") === path ? path : pathOf(game), 303)
})

const rule = (asked: Asked) => orAsItIs(asked, ruling(asked), show)

const stop = Effect.fnUntraced(function* (asked: Asked) {
  const game = gameOf(asked)
  yield* asked.callApi(asked.context, { method: "POST", path: `/api/v1/games/${encodeURIComponent(game)}/stop` })
  return asked.context.redirect(pathOf(game), 303)
})

export const appealsPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show },
  { method: "POST", path: "/desk/games/:id/rulings", role: "editor", show: rule },
  { method: "POST", path: "/desk/games/:id/stop", role: "owner", show: stop }
]
