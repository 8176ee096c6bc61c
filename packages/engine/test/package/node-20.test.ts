import { execFile, execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Embedder, embedder } from "./embedder.ts"
import { findNode20 } from "./node-20.ts"

const nodeTwenty = findNode20()
const required = (process.env["ZNATOKI_REQUIRE"] ?? "").split(",").includes("node20")
const isMissing = nodeTwenty === null && !required
const whyNot = isMissing ? " (skipped: no Node 20 on the path)" : ""

describe.skipIf(isMissing)(`the packed engine on Node 20, outside the workspace${whyNot}`, () => {
  let installed: Embedder

  beforeAll(() => {
    if (nodeTwenty === null) throw new Error("ZNATOKI_REQUIRE asks for Node 20, and none is on the path")
    installed = embedder()
  })
  afterAll(() => installed?.remove())

  const node20 = (args: ReadonlyArray<string>): string =>
    execFileSync(nodeTwenty ?? "", args, { cwd: installed.app, encoding: "utf8", env: {} })

  const evaluated = (code: string): string => node20(["--input-type=module", "--eval", code]).trim()

  it("runs on Node 20 and no other", () => {
    expect(evaluated("console.log(process.version)")).toMatch(/^v20\./)
  })

  it.each(["@znatoki/engine", "@znatoki/engine/judge", "@znatoki/engine/testing"])("is imported as %s", (specifier) => {
    expect(evaluated(`await import("${specifier}"); console.log("imported")`)).toBe("imported")
  })

  it("wins the game of the README, and runs the other programs to their end", async () => {
    const printed = await Promise.all(
      installed.programs.map(async ({ code, file }) => {
        // Node 20 reads no types.
        const plain = file.replace(/\.ts$/, ".mjs")
        writeFileSync(plain, stripTypeScriptTypes(code))
        return (await promisify(execFile)(nodeTwenty ?? "", [plain], { cwd: installed.app })).stdout
      })
    )
    expect(printed[0]?.trimEnd().split("\n").at(-1)).toBe("1:0")
  })

  it("keeps every law of the game", () => {
    const laws = `
      import { anyGame, laws, play } from "@znatoki/engine/testing"
      import fc from "fast-check"
      for (const game of fc.sample(anyGame, { numRuns: 50, seed: 1 })) {
        const turns = play(game)
        for (const { holds, sentence } of laws) if (!holds(turns)) console.log(sentence)
      }
      console.log("kept")`
    expect(evaluated(laws)).toBe("kept")
  })
})
