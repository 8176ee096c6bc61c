/** `znatoki load` as a process: people play, go home, and the report tells of it; against a sandbox that runs already, too. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import type { LoadResult } from "../../src/load/play-load.ts"
import { startProgram } from "../e2e/run-program.ts"
import { describeWorld } from "../e2e/world.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "znatoki-load-test-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const play = async (args: ReadonlyArray<string>, variables: Readonly<Record<string, string>> = {}) => {
  const report = join(folder, `${args.length}.html`)
  const program = startProgram(["load", "--json", "--report", report, ...args], variables)
  const { code } = await program.end
  const result = JSON.parse(program.stdout()) as LoadResult
  return { code, result, page: await readFile(report, "utf8"), progress: program.stderr() }
}

const expectAllWell = (result: LoadResult): void => {
  const { games, refused, replies } = result
  expect(refused).toEqual([])
  expect(replies.answered).toBe(replies.asked)
  expect(games).toEqual({ started: 4, ended: 4 })
  const kinds = replies.byKind.map(({ kind }) => kind)
  for (const kind of ["start", "join", "go", "stop"]) expect(kinds).toContain(kind)
}

describePostgres("a load on a database, a sandbox and a bot of its own", (database) => {
  it("is answered whole, is measured, and is told in a page", async () => {
    const { code, page, progress, result } = await play(["--users", "20", "--duration", "8"], {
      DATABASE_URL: database.url()
    })
    expectAllWell(result)
    expect(code).toBe(0)
    // A busy machine is slow, and that is only a warning.
    expect(result.errors.filter((line) => line.includes('"level":"ERROR"'))).toEqual([])
    expect(result.ofBot.map(({ what }) => what)).toContain("a commit")
    expect(result.reads?.filter(({ isLong }) => isLong)).toEqual([])
    expect(result.samples.length).toBeGreaterThan(3)
    expect(progress).toContain("games run")
    expect(page).toContain("<h1>20 people in 4 conversations</h1>")
    expect(page.match(/<svg /g)).toHaveLength(8)
    // What was measured of no process would be a picture of nothing.
    if (process.platform === "linux") {
      expect(result.samples[0]?.used.map(({ name }) => name)).toEqual(["bot", "database", "sandbox", "people"])
      for (const { megabytes } of result.samples.at(-1)?.used ?? []) expect(megabytes).toBeGreaterThan(1)
    }
  })
})

describeWorld("a load on a sandbox in which a bot plays already", (world) => {
  it("plays there, and looks into nothing that is not its own", async () => {
    const { code, result } = await play(["--users", "20", "--duration", "8", "--sandbox", world().sandbox.url])
    expectAllWell(result)
    expect(code).toBe(0)
    expect(result.reads).toBeNull()
    expect(result.ofBot).toEqual([])
  })
})
