import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { startSandbox } from "../../src/sandbox.ts"
import { stateFileOf, stateFolder } from "../fixtures/state-folder.ts"
import { control, sandboxOf, teamOf } from "../sandbox-client.ts"

const started = async (stateFile: string, groupId = 1) => {
  const warnings: string[] = []
  const sandbox = await sandboxOf({ stateFile, groupId, warn: (text) => void warnings.push(text) })
  return { sandbox, warnings }
}

const wholeState = async (): Promise<{ stateFile: string; text: string }> => {
  const stateFile = stateFileOf()
  await (await teamOf({ stateFile })).sandbox.close()
  return { stateFile, text: readFileSync(stateFile, "utf8") }
}

describe("a state file that cannot be used", () => {
  const cases: ReadonlyArray<readonly [string, (text: string) => string, string]> = [
    ["cut short", (text) => text.slice(0, -10), "is not whole JSON"],
    ["empty", () => "", "is not whole JSON"],
    ["of something else", () => `{"hello":1}`, "is not a state of the sandbox"],
    ["with a field of another kind", (text) => text.replace(`"group_id":1`, `"group_id":"1"`), "is not a state"],
    ["of a newer version", (text) => text.replace(`"v":1`, `"v":2`), "newer version (2, this one reads 1)"]
  ]

  it.each(cases)("%s is moved aside with a warning, and all begins anew", async (_name, change, why) => {
    const { stateFile, text } = await wholeState()
    const changed = change(text)
    expect(changed).not.toBe(text)
    writeFileSync(stateFile, changed)
    const { sandbox, warnings } = await started(stateFile)
    expect(sandbox.control.listConversations().total).toBe(0)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain(why)
    expect(warnings[0]).toContain(`${stateFile}.aside-1`)
    expect(readFileSync(`${stateFile}.aside-1`, "utf8")).toBe(changed)
  })

  it("belongs to another community: it is moved aside as well", async () => {
    const { stateFile } = await wholeState()
    const { sandbox, warnings } = await started(stateFile, 7)
    expect(sandbox.control.listConversations().total).toBe(0)
    expect(warnings[0]).toContain("belongs to community 1, not 7")
  })

  it("never takes the place of one that was moved aside before", async () => {
    const { stateFile } = await wholeState()
    for (const text of ["first", "second"]) {
      writeFileSync(stateFile, text)
      await (await started(stateFile)).sandbox.close()
    }
    expect(readFileSync(`${stateFile}.aside-1`, "utf8")).toBe("first")
    expect(readFileSync(`${stateFile}.aside-2`, "utf8")).toBe("second")
  })

  it("begins with a clean warning list when it is whole", async () => {
    const { stateFile } = await wholeState()
    const { sandbox, warnings } = await started(stateFile)
    expect(sandbox.control.listConversations().total).toBe(1)
    expect(warnings).toEqual([])
  })
})

describe("a folder that cannot be used", () => {
  it("is made when it is not there", async () => {
    const stateFile = join(stateFolder(), "a", "b", "sandbox.json")
    await started(stateFile)
    expect(existsSync(stateFile)).toBe(true)
  })

  it("rejects the start", async () => {
    const file = stateFileOf()
    writeFileSync(file, "")
    await expect(startSandbox({ port: 0, stateFile: join(file, "sandbox.json") })).rejects.toMatchObject({
      name: "StateFileUnusable",
      file: join(file, "sandbox.json")
    })
  })

  it("is lost later: said once, the sandbox goes on in memory and writes again as soon as it can", async () => {
    const stateFile = stateFileOf()
    const { sandbox, warnings } = await started(stateFile)
    const { peer_id: peer } = sandbox.control.createConversation({
      title: "Команда",
      members: [{ first_name: "Аня", last_name: "" }]
    })
    rmSync(dirname(stateFile), { recursive: true })
    const write = (text: string) =>
      control(sandbox, "POST", `/conversations/${peer}/messages`, { from_id: 1, text }).then(({ status }) => status)
    expect([await write("раз"), await write("два")]).toEqual([200, 200])
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain("ENOENT")
    mkdirSync(dirname(stateFile))
    expect(await write("три")).toBe(200)
    expect(readFileSync(stateFile, "utf8")).toContain("три")
    expect(warnings).toHaveLength(1)
  })
})
