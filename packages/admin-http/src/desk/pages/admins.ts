/** `/desk/admins`: who may come in and as what, and which programs may. */
import { Effect, Schema } from "effect"
import { html } from "hono/html"
import { pageJson } from "../../cursor.ts"
import type { Html } from "../../pages/value-tree.ts"
import { AdminJson, LinkJson, NewTokenJson, TokenJson } from "../../schemas/admin-json.ts"
import { field, fieldsOf } from "../form.ts"
import { orAsItIs } from "../or-as-it-is.ts"
import type { Asked, Page } from "../page.ts"
import { choiceOf } from "../parts/choice.ts"
import { actionForm, textField } from "../parts/fields.ts"
import { table, tableOr } from "../parts/table.ts"
import { isoMoment } from "../parts/when.ts"
import { readApi } from "../read-api.ts"

const path = "/desk/admins"
/** Far more than a desk has. */
const all = "?limit=100"

type Admin = typeof AdminJson.Type
type Token = typeof TokenJson.Type

const roleChoice = ({ admins, roles }: Asked["words"]): Html =>
  choiceOf(admins.role, "role", "editor", [
    ["viewer", roles.viewer],
    ["editor", roles.editor],
    ["owner", roles.owner]
  ])

const people = (rows: ReadonlyArray<Admin>, { admins, roles }: Asked["words"]): Html =>
  table(
    admins.title,
    [
      { head: admins.name, cell: ({ id, name }) => html`${name} <code>${id}</code>` },
      { head: admins.role, cell: ({ role }) => roles[role] },
      { head: admins.state, cell: ({ disabled }) => (disabled ? admins.disabled : admins.enabled) },
      {
        head: admins.actions,
        cell: ({ disabled, id, name, version }) =>
          html`${actionForm(`${path}/links`, admins.link, { name })}
          ${actionForm(`${path}/${encodeURIComponent(id)}`, disabled ? admins.enable : admins.disable, {
            disabled: disabled ? "no" : "yes",
            version: String(version)
          })}`
      }
    ],
    rows
  )

const programs = (rows: ReadonlyArray<Token>, { admins, language, roles }: Asked["words"]): Html =>
  tableOr(
    admins.noTokens,
    admins.tokens,
    [
      { head: admins.name, cell: ({ id, name }) => html`${name} <code>${id}</code>` },
      { head: admins.role, cell: ({ role }) => roles[role] },
      { head: admins.expires, cell: ({ expiresAt }) => isoMoment(expiresAt, language) },
      { head: admins.used, cell: ({ usedAt }) => isoMoment(usedAt, language) },
      {
        head: admins.actions,
        cell: ({ id, revokedAt }) =>
          revokedAt === null
            ? actionForm(`${path}/tokens/${encodeURIComponent(id)}/revoke`, admins.revoke)
            : admins.disabled
      }
    ],
    rows
  )

const forms = (words: Asked["words"]): Html => {
  const { admins } = words
  return html`<h2>${admins.make}</h2>
    <form class="card" method="post" action="${path}">
      ${textField({ label: admins.name, name: "name", required: true })} ${roleChoice(words)}
      <label
        >${admins.password} <small>${admins.passwordHint}</small>
        <input type="password" name="password" autocomplete="new-password"
      /></label>
      <button>${admins.make}</button>
    </form>
    <h2>${admins.makeToken}</h2>
    <form class="card" method="post" action="${path}/tokens">
      ${textField({ label: admins.name, name: "name", required: true })} ${roleChoice(words)}
      <button>${admins.makeToken}</button>
    </form>`
}

/** `once`: what is told now and never again. */
const shown = Effect.fnUntraced(function* (asked: Asked, once: string | null) {
  const { words } = asked
  const { admins } = words
  const who = yield* readApi(asked, `/api/v1/admins${all}`, pageJson(AdminJson))
  const tokens = yield* readApi(asked, `/api/v1/tokens${all}`, pageJson(TokenJson))
  return {
    title: admins.title,
    main: html`<h1>${admins.title}</h1>
      ${once === null ? "" : html`<p class="good" role="status">${admins.once}<br /><code>${once}</code></p>`}
      ${people(who.items, words)}
      <h2>${admins.tokens}</h2>
      ${programs(tokens.items, words)} ${forms(words)}`
  }
})

const make = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const fields = yield* fieldsOf(context)
  const password = fields["password"] ?? ""
  const body = { name: field(fields, "name"), role: field(fields, "role"), ...(password === "" ? {} : { password }) }
  yield* callApi(context, { method: "POST", path: "/api/v1/admins", body })
  return context.redirect(path, 303)
})

const changing = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const fields = yield* fieldsOf(context)
  const body = { disabled: field(fields, "disabled") === "yes" }
  const headers = { "If-Match": `"${field(fields, "version")}"` }
  const id = encodeURIComponent(context.req.param("id") ?? "")
  yield* callApi(context, { method: "PATCH", path: `/api/v1/admins/${id}`, body, headers })
  return context.redirect(path, 303)
})

const change = (asked: Asked) => orAsItIs(asked, changing(asked), () => shown(asked, null))

const makeLink = Effect.fnUntraced(function* (asked: Asked) {
  const { callApi, context } = asked
  const body = { name: field(yield* fieldsOf(context), "name") }
  const { json } = yield* callApi(context, { method: "POST", path: "/api/v1/admins/links", body })
  const { secret } = yield* Effect.orDie(Schema.decodeUnknownEffect(LinkJson)(json))
  return yield* shown(asked, `${new URL(context.req.url).origin}/sign-in#${secret}`)
})

const tokenDays = 365

const makeToken = Effect.fnUntraced(function* (asked: Asked) {
  const { callApi, context } = asked
  const fields = yield* fieldsOf(context)
  const body = { name: field(fields, "name"), role: field(fields, "role"), days: tokenDays }
  const { json } = yield* callApi(context, { method: "POST", path: "/api/v1/tokens", body })
  const { token } = yield* Effect.orDie(Schema.decodeUnknownEffect(NewTokenJson)(json))
  return yield* shown(asked, token)
})

const revoke = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const id = encodeURIComponent(context.req.param("id") ?? "")
  yield* callApi(context, { method: "DELETE", path: `/api/v1/tokens/${id}` })
  return context.redirect(path, 303)
})

export const adminsPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "owner", show: (asked) => shown(asked, null) },
  { method: "POST", path, role: "owner", show: make },
  { method: "POST", path: `${path}/links`, role: "owner", show: makeLink },
  { method: "POST", path: `${path}/tokens`, role: "owner", show: makeToken },
  { method: "POST", path: `${path}/tokens/:id/revoke`, role: "owner", show: revoke },
  { method: "POST", path: `${path}/:id`, role: "owner", show: change }
]
