/** The sandbox as others get it: a tarball, installed outside the workspace, with a program and one entry. */
import { type InstalledPackage, installPackage } from "@znatoki/npm-package/install-package"
import { run } from "@znatoki/npm-package/run-tool"
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { publication } from "../../scripts/publication.ts"
import { until } from "../sandbox-client.ts"

let installed: InstalledPackage
let folder: string

beforeAll(() => {
  installed = installPackage(publication)
  folder = join(installed.app, "node_modules", "@znatoki", "vk-sandbox")
})
afterAll(() => installed?.remove())

const program = (): string => join(installed.app, "node_modules", ".bin", "vk-sandbox")

describe("the packed sandbox", () => {
  it("holds compiled modules, the web chat and the examples, and no source, test or map", () => {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    const known =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/(?:web|vk-schema)\/[^/]+|dist\/.+\.(?:js|d\.ts)|examples\/[^/]+\.c?[jt]s)$/
    expect(names.filter((name) => !known.test(name))).toEqual([])
    expect(names).toContain("dist/web/index.html")
  })

  it("has a README whose links lead to what is in the package", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8")
    const links = [...readme.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, link = ""]) => link)
      .filter((link) => !link.includes("://"))
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([])
  })

  it("depends on nothing of the game", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
    expect(Object.keys(manifest.dependencies)).toEqual(["@hono/node-server", "effect", "hono"])
    expect(manifest).not.toHaveProperty("devDependencies")
    expect(manifest).not.toHaveProperty("scripts")
  })

  it("is imported by its name, and by nothing of its inside", () => {
    const code = `
      import { startSandbox } from "@znatoki/vk-sandbox"
      const sandbox = await startSandbox({ port: 0, seedConversations: true })
      const page = await fetch(sandbox.url)
      await sandbox.close()
      const inside = await import("@znatoki/vk-sandbox/dist/sandbox.js").catch((error) => error.code)
      console.log(page.status, inside)`
    const said = run(process.execPath, ["--input-type=module", "--eval", code], installed.app)
    expect(said.trim()).toBe("200 ERR_PACKAGE_PATH_NOT_EXPORTED")
  })

  it("is a program that tells where the chat is, keeps its state, and ends when asked to", async () => {
    const state = join(installed.app, "state.json")
    const child = spawn(program(), ["--port", "0", "--group", "77", "--token", "t", "--state", state])
    onTestFinished(() => void child.kill("SIGKILL"))
    let said = ""
    child.stdout.on("data", (data) => void (said += String(data)))
    const url = await until(() => /Web chat: {2}(\S+)/.exec(said)?.[1], "its address", { forMs: 20_000 })
    expect((await fetch(url)).status).toBe(200)
    expect(said).toContain("Community: 77, its token: t")
    const ended = new Promise((resolve) => void child.once("exit", resolve))
    child.kill("SIGTERM")
    expect(await ended).toBe(0)
    expect(JSON.parse(readFileSync(state, "utf8"))).toMatchObject({ group_id: 77 })
  })

  it.each([
    [["--port", "none"], "--port must be a whole number from 0 to 65535, not «none»."],
    [["--fast"], "Unknown option '--fast'"],
    [["--state", "/dev/null/state.json"], "see that its folder may be written"]
  ])("says in a line what is wrong with %j", (args, line) => {
    const { status, stderr } = spawnSync(program(), args, { encoding: "utf8" })
    expect(status).toBe(1)
    expect(stderr).toContain(line)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it("asked to be strict tells at once of what VK would not have taken, and ends as a failure", async () => {
    const child = spawn(program(), ["--port", "0", "--strict"])
    onTestFinished(() => void child.kill("SIGKILL"))
    let said = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => void (said += String(data)))
    const api = await until(() => /VK API: +(\S+)/.exec(said)?.[1], "its address", { forMs: 20_000 })
    await fetch(`${api}users.get?access_token=sandbox-token&v=5.199&ids=1`)
    await until(() => said.includes("users.get: parameter ids is none of VK's") || undefined, "the complaint")
    const ended = new Promise((resolve) => void child.once("exit", resolve))
    child.kill("SIGTERM")
    expect(await ended).toBe(1)
  })

  it("explains itself", () => {
    expect(spawnSync(program(), ["--help"], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("--callback-host")
    })
  })
})
