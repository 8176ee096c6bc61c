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

/**
 * One file, for htmx begins its work as soon as it may: extensions that come a moment later are missed now and then, and the
 * policy of hx-csp with them.
 */
const htmx = ["htmx.min.js", "ext/hx-csp.min.js", "ext/hx-sse.min.js"]

const places: ReadonlyArray<readonly [name: string, places: ReadonlyArray<string>, type: string]> = [
  ["desk.css", [ours("desk.css")], css],
  ["icon.svg", [ours("icon.svg")], svg],
  ["passkeys.js", [ours("passkeys.js")], js],
  ["secret.js", [ours("secret.js")], js],
  ["htmx.js", [...htmx.map(ofHtmx), ours("keep-focus.js"), ours("sent-once.js"), ours("told-stale.js")], js]
]

const file = (places: ReadonlyArray<string>, type: string): Methods => {
  const text = places.map((place) => readFileSync(place, "utf8")).join("\n;")
  return {
    GET: (context) =>
      Effect.succeed(context.body(text, 200, { "Content-Type": type, "Cache-Control": "private, max-age=3600" }))
  }
}

/** Name → what answers it. */
export const deskFiles: ReadonlyArray<readonly [string, Methods]> = places.map(([name, those, type]) => [
  name,
  file(those, type)
])
