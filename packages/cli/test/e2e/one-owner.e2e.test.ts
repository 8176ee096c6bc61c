/** A data folder has one bot, a state file one sandbox, until they end, however they end; and what they are told in secret stays so. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Program, startProgram, type Variables } from "./run-program.ts"
import { until } from "./until.ts"

let folder = ""
const running: Array<Program> = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "znatoki-owner-"))
})
afterAll(async () => {
  for (const program of running) if (program.ended() === null) await program.endBy("SIGKILL")
  await rm(folder, { recursive: true, force: true })
})

const start = async (args: ReadonlyArray<string>, variables: Variables, ready: RegExp): Promise<Program> => {
  const program = startProgram(args, variables)
  running.push(program)
  const because = () => `${program.stdout()}\n${program.stderr()}`
  await until("it is ready", () => ready.test(program.stdout()) || program.ended() !== null, { because })
  expect(program.ended(), because()).toBeNull()
  return program
}

const expectRefused = async (args: ReadonlyArray<string>, variables: Variables, line: RegExp): Promise<void> => {
  const program = startProgram(args, variables)
  running.push(program)
  expect(await program.end).toEqual({ code: 1, signal: null })
  expect(program.stderr().trim()).toMatch(line)
  expect(program.stderr().trim().split("\n")).toHaveLength(1)
}

describePostgres("a data folder", (database) => {
  const adminToken = "canary-admin-0123456789"
  const vkToken = "canary-vk-0123456789"

  it("has one bot at a time, and tells nobody the tokens it was given", async () => {
    const common = { ZNATOKI_DATA: folder, SANDBOX_PORT: "0", ADMIN_PORT: "0" }
    const demo = {
      ...common,
      DATABASE_URL: database.url(),
      ADMIN_TOKEN: adminToken,
      VK_TOKEN: vkToken,
      LOG_LEVEL: "debug"
    }
    const first = await start(["demo"], demo, /Ctrl\+C/)
    const another = /^Another bot or demo runs on the data folder .*znatoki-owner-.*: stop it, or set ZNATOKI_DATA/
    await expectRefused(["demo"], demo, another)
    await expectRefused(["bot"], { ...common, VK_TOKEN: vkToken }, another)

    const [, api = ""] = /Admin API:\s+(\S+)/.exec(first.stdout()) ?? []
    const ask = (token: string) => fetch(`${api}/games`, { headers: { authorization: `Bearer ${token}` } })
    expect((await ask(adminToken)).status).toBe(200)
    expect((await ask(`${adminToken}x`)).status).toBe(401)
    await until("the refusal is in the log", () => first.stderr().includes("token refused"))
    await first.endBy("SIGKILL")
    expect(first.stdout() + first.stderr()).not.toContain(adminToken)
    expect(first.stdout() + first.stderr()).not.toContain(vkToken)

    const second = await start(["demo"], demo, /Ctrl\+C/)
    await second.endBy("SIGKILL")
  })
})

describe("a state file", () => {
  it("has one sandbox at a time, whatever its port", async () => {
    const args = ["sandbox", "--state", join(folder, "state.json")]
    const variables = { SANDBOX_PORT: "0", VK_TOKEN: "canary-vk-0123456789" }
    const first = await start(args, variables, /Ctrl\+C/)
    await expectRefused(args, variables, /^Another sandbox keeps its state in .*state\.json: stop it/)
    await first.endBy("SIGKILL")
    expect(first.stdout()).not.toContain("canary")
    const second = await start(args, variables, /Ctrl\+C/)
    await second.endBy("SIGTERM")
  })
})
