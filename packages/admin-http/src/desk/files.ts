/** The files that pages of the desk are shown with, each under a name of its own; all of them are in memory. */
import { Effect } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Methods } from "../resource.ts"

const css = "text/css; charset=utf-8"
const js = "text/javascript; charset=utf-8"
const svg = "image/svg+xml"

const ours = (name: string): string => join(import.meta.dirname, "../web", name)
const ofHtmx = (name: string): string => fileURLToPath(import.meta.resolve(`htmx.org/dist/${name}`))

const places: ReadonlyArray<readonly [name: string, place: string, type: string]> = [
  ["desk.css", ours("desk.css"), css],
  ["icon.svg", ours("icon.svg"), svg],
  ["secret.js", ours("secret.js"), js],
  ["htmx.min.js", ofHtmx("htmx.min.js"), js],
  ["hx-csp.min.js", ofHtmx("ext/hx-csp.min.js"), js],
  ["hx-sse.min.js", ofHtmx("ext/hx-sse.min.js"), js]
]

const file = (place: string, type: string): Methods => {
  const text = readFileSync(place, "utf8")
  return {
    GET: (context) =>
      Effect.succeed(context.body(text, 200, { "Content-Type": type, "Cache-Control": "private, max-age=3600" }))
  }
}

/** Name → what answers it. */
export const deskFiles: ReadonlyArray<readonly [string, Methods]> = places.map(([name, place, type]) => [
  name,
  file(place, type)
])
