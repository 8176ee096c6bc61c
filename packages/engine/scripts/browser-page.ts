/** Makes the example page: a folder with one HTML file and one script, to be opened without a server. */
import { cpSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { rolldown } from "rolldown"
import { engineFolder } from "./publication.ts"

/** `source` is the example's folder; the engine is the one that is installed there. */
export const makePage = async (source: string, into: string): Promise<string> => {
  mkdirSync(into, { recursive: true })
  cpSync(join(source, "index.html"), join(into, "index.html"))
  const bundle = await rolldown({ input: join(source, "page.ts"), cwd: source, platform: "browser" })
  await bundle.write({ file: join(into, "page.js"), format: "iife", minify: true })
  await bundle.close()
  return join(into, "index.html")
}

if (import.meta.main) {
  const page = await makePage(
    join(engineFolder, "examples", "browser-page"),
    join(engineFolder, "dist", "browser-page")
  )
  process.stdout.write(`${page}\n`)
}
