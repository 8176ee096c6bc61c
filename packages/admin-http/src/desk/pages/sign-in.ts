/** `/sign-in`: how a person comes in, by name and password or by a link that works once; and `/sign-out`. */
import { Effect } from "effect"
import { html } from "hono/html"
import type { Problem } from "../../problem.ts"
import { field, fieldsOf } from "../form.ts"
import type { Asked, Page, Shown } from "../page.ts"
import { passkeyForm, passkeyScript } from "../parts/passkey-script.ts"
import { withCookies } from "../with-cookies.ts"

/** A way inside of this server, and no address of another. */
const wayTo = (to: string | undefined): string => (to !== undefined && /^\/desk(?:[/?]|$)/.test(to) ? to : "/desk")

const donePath = "/sign-in/done"
/** Where it shows whether the browser has kept what it was given. */
const doneWith = (to: string): string => `${donePath}?to=${encodeURIComponent(to)}`

const said = ({ problems }: Asked["words"], problem: Problem): string => problems.told(problem).detail

interface Tried {
  readonly to: string
  /** What kept one from coming in; null: it is not tried yet. */
  readonly why: string | null
  readonly name?: string
}

const signInShown = (asked: Asked, { name = "", to, why }: Tried): Shown => {
  const { nonce, words } = asked
  const { me, signIn } = words
  return {
    title: signIn.title,
    status: why === null ? 200 : 400,
    main: html`<h1>${signIn.title}</h1>
      ${why === null ? "" : html`<p class="problem" role="alert">${why}</p>`}
      <form class="card" method="post" action="/sign-in">
        <input type="hidden" name="to" value="${to}" />
        <label
          >${signIn.name} <input name="name" value="${name}" autocomplete="username" autocapitalize="none" required
        /></label>
        <label
          >${signIn.password} <input type="password" name="password" autocomplete="current-password" required
        /></label>
        <button>${signIn.submit}</button>
      </form>
      ${passkeyForm("enter", doneWith(to), me.refused, html`<button class="quiet">${signIn.byPasskey}</button>`)}
      ${passkeyScript(asked)}
      <h2>${signIn.byLink}</h2>
      <form class="card" method="post" action="/sign-in/link">
        <p>${signIn.byLinkHint}</p>
        <label>${signIn.secret} <input id="secret" name="secret" autocomplete="off" required /></label>
        <button>${signIn.useLink}</button>
      </form>
      <script src="/desk/files/secret.js" nonce="${nonce}" defer></script>`
  }
}

const show: Page = {
  method: "GET",
  path: "/sign-in",
  role: "anyone",
  show: (asked) => Effect.succeed(signInShown(asked, { why: null, to: wayTo(asked.context.req.query("to")) }))
}

const byPassword: Page = {
  method: "POST",
  path: "/sign-in",
  role: "anyone",
  show: Effect.fnUntraced(function* (asked) {
    const fields = yield* fieldsOf(asked.context)
    const to = wayTo(fields["to"])
    const body = { name: field(fields, "name"), password: fields["password"] ?? "" }
    return yield* asked.callApi(asked.context, { method: "POST", path: "/api/v1/sign-in", body }).pipe(
      Effect.map((given) => withCookies(asked.context, given, doneWith(to))),
      Effect.catchTag("Problem", (problem) =>
        Effect.succeed(signInShown(asked, { why: said(asked.words, problem), to, name: body.name }))
      )
    )
  })
}

const byLink: Page = {
  method: "POST",
  path: "/sign-in/link",
  role: "anyone",
  show: Effect.fnUntraced(function* (asked) {
    const body = { secret: field(yield* fieldsOf(asked.context), "secret") }
    return yield* asked.callApi(asked.context, { method: "POST", path: "/api/v1/sign-in/link", body }).pipe(
      Effect.map((given) => withCookies(asked.context, given, doneWith("/desk"))),
      Effect.catchTag("Problem", (problem) =>
        Effect.succeed(signInShown(asked, { why: said(asked.words, problem), to: "/desk" }))
      )
    )
  })
}

/** Whoever has come in goes on; a browser that keeps no cookie of ours would ask for the password again and again, and say nothing. */
const done: Page = {
  method: "GET",
  path: donePath,
  role: "anyone",
  show: (asked) => {
    const to = wayTo(asked.context.req.query("to"))
    return Effect.succeed(
      asked.who === null ? signInShown(asked, { why: asked.words.signIn.notKept, to }) : asked.context.redirect(to, 303)
    )
  }
}

const out: Page = {
  method: "POST",
  path: "/sign-out",
  role: "viewer",
  show: (asked) =>
    Effect.map(asked.callApi(asked.context, { method: "POST", path: "/api/v1/sign-out" }), (given) =>
      withCookies(asked.context, given, "/sign-in")
    )
}

export const signInPages = [show, byPassword, byLink, done, out]
