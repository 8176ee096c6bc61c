import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { corpusFiles } from "./read-corpora.ts"

const report = fileURLToPath(new URL("judge-report.ts", import.meta.url))
const [corpus = ""] = corpusFiles("own")

it("the report ends quietly when nobody reads what is left of it", async () => {
  const child = spawn(process.execPath, [report, "--without-dictionary", corpus], {
    stdio: ["ignore", "pipe", "pipe"]
  })
  child.stdout.destroy()
  let complaint = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text))
  const [code] = (await once(child, "close")) as [number | null]
  expect({ code, complaint }).toEqual({ code: 0, complaint: "" })
}, 60_000)
