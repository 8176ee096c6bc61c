/** Prints what the engine weighs in a browser; with `--write` makes that, and a tenth more, the budget. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { engineFolder, publication } from "./publication.ts"
import { bundleSizes } from "./bundle-size.ts"
import { installPackage } from "@znatoki/npm-package/install-package"

const installed = installPackage(publication)
try {
  const sizes = Object.entries(await bundleSizes(installed.app))
  for (const [name, bytes] of sizes) process.stdout.write(`${String(bytes).padStart(7)} B gzip  ${name}\n`)
  if (process.argv.includes("--write")) {
    const budget = Object.fromEntries(sizes.map(([name, bytes]) => [name, Math.ceil((bytes * 1.1) / 100) * 100]))
    writeFileSync(join(engineFolder, "etc", "bundle-budget.json"), `${JSON.stringify(budget, null, 2)}\n`)
  }
} finally {
  installed.remove()
}
