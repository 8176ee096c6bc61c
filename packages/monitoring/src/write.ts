/** Writes what is in deploy/monitoring: `npm -w @znatoki/monitoring run write`. */
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { files, place } from "./files.ts"

for (const [name, text] of Object.entries(files)) {
  const path = new URL(name, place)
  mkdirSync(dirname(path.pathname), { recursive: true })
  writeFileSync(path, text)
}
