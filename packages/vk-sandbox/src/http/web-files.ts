/** The web chat's files, read from disk once. */
import { readdirSync, readFileSync } from "node:fs"
import { extname, join } from "node:path"
import { Hono } from "hono"
import type { SandboxEnv } from "./connection.ts"

const folder = join(import.meta.dirname, "../web")

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml"
}

/** Only the page's own files may run: a message can never become a script. */
const policy =
  "default-src 'self'; img-src 'self' data: https: http:; style-src 'self'; base-uri 'none'; form-action 'self'"

export const webFiles = (): Hono<SandboxEnv> => {
  const app = new Hono<SandboxEnv>()
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    const headers = {
      "content-type": types[extname(name)] ?? "application/octet-stream",
      "content-security-policy": policy,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff"
    }
    const path = name === "index.html" ? "/" : `/${name}`
    app.get(path, (c) => c.body(bytes, 200, headers))
  }
  return app
}
