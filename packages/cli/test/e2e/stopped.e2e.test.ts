/** Commands that are asked to stop: whoever waits for their work is told whether it was done. */
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { startProgram } from "./run-program.ts"
import { until } from "./until.ts"

/** Long enough for the signal to come in the middle. */
const manyQuestions = Array.from({ length: 60_000 }, (_, i) => `? Как зовут ${i}-го?\n! ответ ${i}\n`).join("\n")

it("a file that was being brought in is not, and that is no success", async () => {
  const folder = await mkdtemp(join(tmpdir(), "znatoki-stopped-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, "many.4s")
  await writeFile(file, manyQuestions)
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143]
  ] as const) {
    const program = startProgram(["questions", "import", file], { ZNATOKI_DATA: join(folder, "data") })
    await until("it reads the file", () => program.stderr().includes(" MB"))
    expect(await program.endBy(signal)).toEqual({ code, signal: null })
    expect(program.stdout()).toBe("")
  }
})

it("what runs until it is stopped has done what it was to do", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const program = startProgram(["sandbox"], { SANDBOX_PORT: "0" })
    await until("the sandbox listens", () => program.stdout().includes("Web chat"))
    expect(await program.endBy(signal)).toEqual({ code: 0, signal: null })
  }
})
