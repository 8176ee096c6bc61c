import { globSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"

const root = new URL("../../", import.meta.url)
/** Signals have the names that the system gives them. */
const ofOthers = new Set(["SIGKILL"])

it("constants are written like every other name", () => {
  const files = globSync(["packages/*/{src,test}/**/*.ts", "bench/**/*.ts", "scripts/**/*.ts"], {
    cwd: root,
    exclude: (name) => name.includes("node_modules") || name.includes("competitors") || name.includes("clients")
  })
  expect(files.length).toBeGreaterThan(1_000)
  const loud = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), "utf8").matchAll(/^(?:export )?const ([A-Z][A-Z0-9_]+)\b/gm)].flatMap(
      ([, name = ""]) => (ofOthers.has(name) ? [] : [`${file}: ${name}`])
    )
  )
  expect(loud).toEqual([])
})
