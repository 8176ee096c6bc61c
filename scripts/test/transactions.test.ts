import { globSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"

const root = new URL("../../", import.meta.url)
const beginning = "packages/adapter-postgres/src/database/in-transaction.ts"

it("transactions are begun in one place, where a lost connection does not kill the process", () => {
  const files = globSync("packages/*/src/**/*.ts", { cwd: root, exclude: (name) => name.includes("node_modules") })
  const begun = files.filter((file) =>
    /\b(?:sql|tx)(?:\(\))?\s*\.begin\(/.test(readFileSync(new URL(file, root), "utf8"))
  )
  expect(begun).toEqual([beginning])
})
