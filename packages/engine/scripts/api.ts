/** Rewrites the reviewed public types in `etc/` from what the compiler emits now. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { compile } from "@znatoki/npm-package/build-package"
import { engineFolder, publication } from "./publication.ts"
import { reviewedTexts } from "./public-declarations.ts"

const emitted = mkdtempSync(join(tmpdir(), "znatoki-api-"))
try {
  compile(publication, emitted)
  for (const { file, text } of reviewedTexts(emitted)) {
    writeFileSync(join(engineFolder, "etc", file), text)
    process.stdout.write(`etc/${file}: ${text.split("\n").length} lines\n`)
  }
} finally {
  rmSync(emitted, { recursive: true, force: true })
}
