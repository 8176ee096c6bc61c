/** `/reference`: the document of the API as pages to read and to try it on, all of it from this server. */
import { Effect } from "effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { referencePath } from "../careful-headers.ts"
import type { Methods } from "../resource.ts"

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Znatoki admin API</title>
<link rel="icon" href="/desk/files/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${referencePath}/swagger-ui.css">
<script src="${referencePath}/swagger-ui-bundle.js" defer></script>
<script src="${referencePath}/reference.js" defer></script></head>
<body><main id="reference"></main></body>
</html>
`

const ofSwagger = (name: string): string => fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`))

/** Read when it is asked for: most processes are never asked. */
const file = (place: string, type: string): Methods => ({
  GET: (context) =>
    Effect.sync(() =>
      context.body(readFileSync(place, "utf8"), 200, { "Content-Type": type, "Cache-Control": "private, max-age=3600" })
    )
})

const script = "text/javascript; charset=utf-8"

export const referenceMethods: ReadonlyArray<readonly [path: string, Methods]> = [
  [referencePath, { GET: (context) => Effect.succeed(context.html(page)) }],
  [`${referencePath}/swagger-ui.css`, file(ofSwagger("swagger-ui.css"), "text/css; charset=utf-8")],
  [`${referencePath}/swagger-ui-bundle.js`, file(ofSwagger("swagger-ui-bundle.js"), script)],
  [`${referencePath}/reference.js`, file(join(import.meta.dirname, "../web/reference.js"), script)]
]
