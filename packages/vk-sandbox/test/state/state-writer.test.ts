import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { makeStateWriter } from "../../src/state/state-writer.ts"
import { stateFileOf } from "../fixtures/state-folder.ts"

const counting = () => {
  const file = stateFileOf()
  let writes = 0
  let value = 0
  const text = (): string => {
    writes++
    return String(value)
  }
  const writer = makeStateWriter({ file, text, warn: () => {} })
  const change = (): void => {
    value++
    writer.changed()
  }
  return { file, writer, change, writes: () => writes, inFile: () => readFileSync(file, "utf8") }
}

describe("the writer of the state", () => {
  it("writes all changes of one turn at once", async () => {
    const { change, inFile, writer, writes } = counting()
    for (let n = 0; n < 1000; n++) change()
    expect(writes()).toBe(0)
    await writer.saved()
    expect([writes(), inFile()]).toEqual([1, "1000"])
  })

  it("has nothing to wait for when nothing was changed", async () => {
    const { writer, writes } = counting()
    await writer.saved()
    expect(writes()).toBe(0)
  })

  it("keeps every change it says it has kept, however fast they come", async () => {
    const { change, inFile, writer } = counting()
    for (let n = 1; n <= 100; n++) {
      change()
      if (n % 3 === 0) await Promise.resolve()
      else await new Promise((resolve) => setImmediate(resolve))
      if (n % 10 !== 0) continue
      await writer.saved()
      expect(Number(inFile())).toBe(n)
    }
  })

  it("writes what is left when it closes, and nothing afterwards", async () => {
    const { change, inFile, writer } = counting()
    change()
    writer.close()
    expect(inFile()).toBe("1")
    change()
    await writer.saved()
    expect(inFile()).toBe("1")
  })
})
