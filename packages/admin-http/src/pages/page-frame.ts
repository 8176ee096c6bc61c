/** What every page for developers has: its head, and the script that keeps it as the games are. */
import { html } from "hono/html"
import type { Html } from "./value-tree.ts"

export const pageFrame = (title: string, main: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/games/pages.css" />
        <script type="module" src="/games/live.js"></script>
      </head>
      <body>
        <p id="live" role="status"></p>
        <main>${main}</main>
      </body>
    </html> `
