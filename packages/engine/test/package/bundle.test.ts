import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { engineFolder, publication } from "../../scripts/publication.ts"
import { type BundleSizes, bundleSizes } from "../../scripts/bundle-size.ts"
import { type InstalledPackage, installPackage } from "@znatoki/npm-package/install-package"

let installed: InstalledPackage
let sizes: BundleSizes

beforeAll(async () => {
  installed = installPackage(publication)
  sizes = await bundleSizes(installed.app)
})
afterAll(() => installed?.remove())

describe("a bundle for the browser", () => {
  it("stays within its budget: `npm run size -w @znatoki/engine` prints both", () => {
    const budget: Record<string, number> = JSON.parse(
      readFileSync(join(engineFolder, "etc", "bundle-budget.json"), "utf8")
    )
    expect(Object.keys(budget)).toEqual(Object.keys(sizes))
    const over = Object.entries(sizes).filter(([name, bytes]) => bytes > (budget[name] ?? 0))
    expect(over).toEqual([])
  })

  it("leaves out what is not used", () => {
    expect(sizes.judge).toBeLessThan(sizes.reduce)
    expect(sizes.reduce).toBeLessThan(sizes["everything but effect"])
    expect(sizes["everything but effect"]).toBeLessThan(sizes["everything with effect"])
  })
})
