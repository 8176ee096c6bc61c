import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { compile } from "@znatoki/npm-package/build-package"
import { engineFolder, publication } from "../../scripts/publication.ts"
import { reviewedTexts } from "../../scripts/public-declarations.ts"

let emitted: string
let texts: ReturnType<typeof reviewedTexts>

beforeAll(() => {
  emitted = mkdtempSync(join(tmpdir(), "znatoki-api-"))
  compile(publication, emitted)
  texts = reviewedTexts(emitted)
})
afterAll(() => rmSync(emitted, { recursive: true, force: true }))

describe("the public types", () => {
  it("are those that were reviewed: `npm run api -w @znatoki/engine` writes them anew", () => {
    for (const { file, text } of texts) expect(readFileSync(join(engineFolder, "etc", file), "utf8"), file).toBe(text)
  })

  it("name everything that either entry exports, and nothing twice", () => {
    for (const { entry, text } of texts) {
      const wanted = readFileSync(entry, "utf8")
        .replaceAll(/\/\*\*.*?\*\//gs, "")
        .match(/\{[^}]+\}/g)
        ?.flatMap((list) => list.slice(1, -1).split(","))
        .map((name) => name.trim().replace(/^type /, ""))
      const shown = [...text.matchAll(/^export (?:declare )?(?:const|class|type|interface|function) (\w+)/gm)]
      expect(new Set(shown.map(([, name]) => name))).toEqual(new Set(wanted))
      const values = [...text.matchAll(/^export declare (?:const|class|function) (\w+)/gm)].map(([, name]) => name)
      expect(values.length).toBe(new Set(values).size)
    }
  })
})
