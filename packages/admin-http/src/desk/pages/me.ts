/** `/desk/me`: what one may change about oneself: the password, the passkeys, and where one is signed in. */
import { Effect, Schema } from "effect"
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { Problem } from "../../problem.ts"
import { PasskeyJson, SessionJson } from "../../schemas/admin-json.ts"
import { field, type Fields, fieldsOf } from "../form.ts"
import type { Asked, Page, Shown } from "../page.ts"
import { actionForm, textField } from "../parts/fields.ts"
import { passkeyForm, passkeyScript } from "../parts/passkey-script.ts"
import { table, tableOr } from "../parts/table.ts"
import { isoMoment } from "../parts/when.ts"
import { problemNote } from "../problem-shown.ts"
import { readApi } from "../read-api.ts"
import { withCookies } from "../with-cookies.ts"

const path = "/desk/me"
const api = "/api/v1/me"

const Sessions = Schema.Struct({ items: Schema.Array(SessionJson) })
const Passkeys = Schema.Struct({ items: Schema.Array(PasskeyJson) })

const passwordField = (label: string, name: string, autocomplete: string, isRequired: boolean): Html =>
  html`<label
    >${label} <input type="password" name="${name}" autocomplete="${autocomplete}" ${isRequired ? html`required` : ""}
  /></label>`

const passkeys = (rows: ReadonlyArray<typeof PasskeyJson.Type>, asked: Asked): Html => {
  const { admins, language, me } = asked.words
  return html`<h2>${me.passkeys}</h2>
    <p>${me.passkeysHint}</p>
    ${tableOr(
      me.noPasskeys,
      me.passkeys,
      [
        { head: admins.name, cell: ({ name }) => name },
        { head: me.since, cell: ({ createdAt }) => isoMoment(createdAt, language) },
        { head: admins.used, cell: ({ usedAt }) => isoMoment(usedAt, language) },
        {
          head: admins.actions,
          cell: ({ id }) => actionForm(`${path}/passkeys/${encodeURIComponent(id)}/remove`, me.removePasskey)
        }
      ],
      rows
    )}
    ${passkeyForm(
      "create",
      path,
      me.refused,
      html`${textField({ label: me.passkeyName, name: "name", required: true })}
        ${passwordField(me.currentPassword, "current", "current-password", false)} <button>${me.addPasskey}</button>`
    )}
    ${passkeyScript(asked)}`
}

const password = (words: Asked["words"], problem: Problem | null): Html => {
  const { me } = words
  return html`<h2>${me.password}</h2>
    ${problemNote(words, problem)}
    <form class="card" method="post" action="${path}/password">
      <p>${me.passwordHint}</p>
      ${passwordField(me.currentPassword, "current", "current-password", false)}
      ${passwordField(me.newPassword, "password", "new-password", true)}
      <button>${me.setPassword}</button>
    </form>`
}

const sessions = (rows: ReadonlyArray<typeof SessionJson.Type>, { admins, language, me }: Asked["words"]): Html =>
  html`<h2>${me.sessions}</h2>
    ${table(
      me.sessions,
      [
        { head: me.agent, cell: ({ agent, isThisOne }) => html`${agent}${isThisOne ? ` · ${me.thisOne}` : ""}` },
        { head: me.address, cell: ({ address }) => address },
        { head: me.since, cell: ({ createdAt }) => isoMoment(createdAt, language) },
        { head: admins.used, cell: ({ seenAt }) => isoMoment(seenAt, language) }
      ],
      rows
    )}
    <div class="below">${actionForm(`${path}/sign-out-everywhere`, me.signOutEverywhere)}</div>`

interface View {
  readonly problem: Problem | null
  readonly isSaved: boolean
}

const shown = Effect.fnUntraced(function* (asked: Asked, { isSaved, problem }: View) {
  const { who, words } = asked
  const signedIn = yield* readApi(asked, `${api}/sessions`, Sessions)
  const keys = yield* readApi(asked, `${api}/passkeys`, Passkeys)
  const page: Shown = {
    title: words.me.title,
    status: problem === null ? 200 : 400,
    main: html`<h1>${words.me.title}</h1>
      ${isSaved ? html`<p class="good" role="status">${words.me.saved}</p>` : ""}
      <p>${who === null ? "" : `${who.name}, ${words.roles[who.role]}`}</p>
      ${passkeys(keys.items, asked)} ${password(words, problem)} ${sessions(signedIn.items, words)}`
  }
  return page
})

/** The password of now is left out where there is none. */
const wish = (fields: Fields) => ({
  password: fields["password"] ?? "",
  ...(field(fields, "current") === "" ? {} : { current: fields["current"] ?? "" })
})

const setPassword = Effect.fnUntraced(function* (asked: Asked) {
  const body = wish(yield* fieldsOf(asked.context))
  return yield* asked.callApi(asked.context, { method: "PUT", path: `${api}/password`, body }).pipe(
    Effect.map((said) => withCookies(asked.context, said, `${path}?saved=yes`)),
    Effect.catchTag("Problem", (problem) =>
      problem.errors === undefined ? Effect.fail(problem) : shown(asked, { problem, isSaved: false })
    )
  )
})

const removePasskey = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const id = encodeURIComponent(context.req.param("id") ?? "")
  yield* callApi(context, { method: "DELETE", path: `${api}/passkeys/${id}` })
  return context.redirect(path, 303)
})

const signOutEverywhere = ({ callApi, context }: Asked) =>
  Effect.map(callApi(context, { method: "POST", path: "/api/v1/sign-out-everywhere" }), (said) =>
    withCookies(context, said, "/sign-in")
  )

export const mePages: ReadonlyArray<Page> = [
  {
    method: "GET",
    path,
    role: "viewer",
    show: (asked) => shown(asked, { problem: null, isSaved: asked.context.req.query("saved") === "yes" })
  },
  { method: "POST", path: `${path}/password`, role: "viewer", show: setPassword },
  { method: "POST", path: `${path}/passkeys/:id/remove`, role: "viewer", show: removePasskey },
  { method: "POST", path: `${path}/sign-out-everywhere`, role: "viewer", show: signOutEverywhere }
]
