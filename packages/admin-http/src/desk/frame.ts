/** What every page of the desk has: its head, the way to all others, and how one goes out. */
import { html } from "hono/html"
import type { Html } from "../pages/value-tree.ts"
import { mayDo } from "../auth/role.ts"
import type { Asked, Shown } from "./page.ts"

const sections = [
  ["/desk", "dashboard", "viewer"],
  ["/desk/games", "games", "viewer"],
  ["/desk/appeals", "appeals", "viewer"],
  ["/desk/questions", "questions", "viewer"],
  ["/desk/packs", "packs", "viewer"],
  ["/desk/imports", "imports", "viewer"],
  ["/desk/proposals", "proposals", "viewer"],
  ["/desk/variants", "variants", "viewer"],
  ["/desk/disliked", "disliked", "viewer"],
  ["/desk/players", "players", "viewer"],
  ["/desk/conversations", "conversations", "viewer"],
  ["/desk/letters", "letters", "viewer"],
  ["/desk/parked", "parked", "viewer"],
  ["/desk/jobs", "jobs", "viewer"],
  ["/desk/admins", "admins", "owner"],
  ["/desk/audit", "audit", "owner"]
] as const

const isHere = (path: string, section: string): boolean =>
  section === "/desk" ? path === section : `${path}/`.startsWith(`${section}/`)

type Seen = Omit<Asked, "callApi">

const navigation = ({ context, who, words }: Seen): Html =>
  who === null
    ? html``
    : html`<nav class="sections" aria-label="${words.nav.label}">
        <ul>
          ${sections
            .filter(([, , role]) => mayDo(who.role, role))
            .map(
              ([path, name]) =>
                html`<li>
                  <a href="${path}" ${isHere(context.req.path, path) ? html`aria-current="page"` : ""}
                    >${words.nav[name]}</a
                  >
                </li>`
            )}
        </ul>
      </nav>`

const whoIsIn = ({ who, words }: Seen): Html =>
  who === null || who.session === null
    ? html``
    : html`<form class="out" method="post" action="/sign-out">
        <a href="/desk/me">${who.name}, ${words.roles[who.role]}</a>
        <button class="quiet">${words.nav.signOut}</button>
      </form>`

const head = (title: string, nonce: string): Html =>
  html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="htmx-config" content='{"extensions":"hx-csp,sse","includeIndicatorCSS":false}' />
    <title>${title} — Znatoki</title>
    <link rel="icon" href="/desk/files/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/desk/files/desk.css" />
    <script src="/desk/files/htmx.js" nonce="${nonce}" defer></script>`

export const frame = (asked: Seen, { main, title }: Shown): Html => {
  const { nonce, words } = asked
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        ${head(title, nonce)}
      </head>
      <body>
        <a class="skip" href="#main">${words.nav.skip}</a>
        <header>
          <a class="brand" href="/desk">🦉 Znatoki</a>
          ${navigation(asked)} ${whoIsIn(asked)}
        </header>
        <main id="main" tabindex="-1">${main}</main>
      </body>
    </html> `
}
