import { execFile, execFileSync, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { join } from "node:path"
import { promisify } from "node:util"
import { Schema } from "effect"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { run, toolPath } from "../../scripts/build-package.ts"
import { GameState } from "../../src/game-state.ts"
import { type Embedder, embedder } from "./embedder.ts"

let installed: Embedder

beforeAll(() => {
  installed = embedder()
})
afterAll(() => installed?.remove())

const node = (file: string, input = ""): string =>
  execFileSync(process.execPath, [file], { cwd: installed.app, encoding: "utf8", input })

describe("for whoever has installed the engine", () => {
  it(
    "the examples, the README's programs and the public types pass the strictest type-check",
    { timeout: 60_000 },
    () => {
      const tsc = toolPath("typescript", "tsc")
      expect(run(process.execPath, [tsc, "-p", "."], installed.app)).toBe("")
    }
  )
})

describe("the README", () => {
  it("shows a game of at most 30 lines, which the team wins", () => {
    const [game] = installed.programs
    expect(game?.code.trimEnd().split("\n").length).toBeLessThanOrEqual(30)
    expect(game && node(game.file).trimEnd().split("\n").at(-1)).toBe("1:0")
  })

  it("prints what it says it prints", async () => {
    const runs = installed.programs.map(async ({ code, file }) => {
      const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: installed.app })
      const lines = stdout.split("\n")
      return [...code.matchAll(/^console\.log\(.*\) \/\/ (\w+(?: \w+)*)(?::.*)?$/gm)].map(([, word = ""]) => ({
        word,
        printed: lines.includes(word)
      }))
    })
    const said = (await Promise.all(runs)).flat()
    expect(said).not.toEqual([])
    expect(said.filter(({ printed }) => !printed)).toEqual([])
  })
})

const chat = (...lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  node(join(installed.app, "examples", "console-chat", "chat.ts"), `${lines.join("\n")}\n`)
    .trimEnd()
    .split("\n")

describe("the chat in a terminal", () => {
  it("plays a round from lines of text and commands", () => {
    const said = chat(
      "anna: /start",
      "anna: /go",
      "anna: /early",
      "anna: /name anna",
      "bob: Saturn",
      "anna: venus",
      "anna: /stop"
    )
    expect(said).toEqual([
      "anna opens a table. /join, then /go",
      "The captain is anna",
      "Question 1. A day on it is longer than its year. Which planet? (captain: /early)",
      "anna, who answers? /name somebody",
      "anna, your answer?",
      "accepted: Venus. 1:0 (/next)",
      "The end: stopped, 1:0"
    ])
  })

  it("tells a refusal to the one who asked", () => {
    expect(chat("anna: /go", "anna: /start", "bob: /go")).toEqual([
      "(anna: no session)",
      "anna opens a table. /join, then /go",
      "(bob: not seated)"
    ])
  })
})

describe("the toy server", () => {
  const readState = Schema.decodeUnknownSync(Schema.Struct({ state: GameState }))

  const serve = async () => {
    const server = spawn(process.execPath, [join(installed.app, "examples", "http-toy-server", "server.ts")], {
      env: { ...process.env, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"]
    })
    onTestFinished(() => void server.kill())
    for await (const line of createInterface({ input: server.stdout })) {
      const address = `http://127.0.0.1:${/\d+/.exec(line)?.[0]}`
      const get = async () => readState(await (await fetch(address)).json()).state
      const post = async (event: string, fields: unknown) => {
        const response = await fetch(`${address}/${event}`, { method: "POST", body: JSON.stringify(fields) })
        return { status: response.status, body: await response.json() }
      }
      return { get, post }
    }
    throw new Error("the server ended before it listened")
  }
  const anna = { id: "anna", name: "Anna" }

  it("plays a round, one request an event, and refuses with 409", async () => {
    const { post } = await serve()
    expect(await post("StartRequested", { by: anna })).toMatchObject({ status: 200, body: { phase: "Lobby" } })
    expect(await post("GoRequested", { by: "bob" })).toMatchObject({
      status: 409,
      body: { phase: "Lobby", effects: [{ _tag: "Refused", reason: "not seated" }] }
    })
    expect(await post("GoRequested", { by: "anna" })).toMatchObject({ status: 200, body: { phase: "Discussion" } })
    await post("EarlyAnswerRequested", { by: "anna" })
    expect(await post("AnswererNamed", { by: "anna", player: "anna" })).toMatchObject({ body: { phase: "Answer" } })
    const { body } = await post("TextSaid", { by: "anna", text: "the dead sea" })
    const judged = expect.objectContaining({ _tag: "RoundJudged", point: "team" })
    expect(body).toMatchObject({ phase: "Verdict", effects: expect.arrayContaining([judged]) })
  })

  it("takes only what people may send, and tells what is wrong with the rest", async () => {
    const { post } = await serve()
    expect(await post("TimerFired", { game: 0, timer: "0/lobby" })).toMatchObject({ status: 404 })
    expect(await post("toString", {})).toMatchObject({ status: 404 })
    expect(await post("GoRequested", { by: "" })).toMatchObject({ status: 422 })
  })

  it("goes from the lobby to the end by its timers alone", async () => {
    const { get, post } = await serve()
    const { settings } = await get()
    const short = Object.fromEntries(Object.keys(settings).flatMap((key) => (key.endsWith("Ms") ? [[key, 1]] : [])))
    await post("StartRequested", { by: anna, settings: { ...settings, ...short, rounds: 2 } })
    await expect.poll(async () => (await get())._tag).toBe("Finished")
    expect(await get()).toMatchObject({ reason: "everything played", score: { team: 0, bot: 2 } })
  })
})
