import { execFile, execFileSync, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { run, toolPath } from "@znatoki/npm-package/run-tool"
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

interface Answered {
  readonly id: string
  readonly key: string
  readonly state: { readonly settings: object }
  readonly effects: ReadonlyArray<unknown>
}

const serve = async () => {
  const server = spawn(process.execPath, [join(installed.app, "examples", "http-toy-server", "server.ts")], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"]
  })
  onTestFinished(() => void server.kill())
  for await (const line of createInterface({ input: server.stdout })) {
    const address = `http://127.0.0.1:${/\d+/.exec(line)?.[0]}`
    const ask = async (path: string, init: RequestInit) => {
      const response = await fetch(`${address}/${path}`, init)
      const body: Answered = JSON.parse(await response.text())
      return { status: response.status, body }
    }
    /** Somebody who has entered. */
    const enter = async (name: string) => {
      const { body } = await ask("enter", { method: "POST", body: JSON.stringify({ name }) })
      const headers = { authorization: `Bearer ${body.key}` }
      return {
        id: body.id,
        get: async () => (await ask("", { headers })).body,
        post: (wish: string, fields: object = {}) =>
          ask(wish, { method: "POST", body: JSON.stringify(fields), headers })
      }
    }
    return { ask, enter }
  }
  throw new Error("the server ended before it listened")
}

describe("the toy server", () => {
  it("plays a round, one request a wish, and refuses with 409", async () => {
    const { enter } = await serve()
    const [anna, bob] = [await enter("Anna"), await enter("Bob")]
    expect(await anna.post("StartRequested")).toMatchObject({ status: 200, body: { phase: "Lobby" } })
    expect(await bob.post("GoRequested")).toMatchObject({
      status: 409,
      body: { phase: "Lobby", effects: [{ _tag: "Refused", reason: "not seated" }] }
    })
    expect(await anna.post("GoRequested")).toMatchObject({ status: 200, body: { phase: "Discussion" } })
    expect(await anna.get()).toMatchObject({ allowed: expect.arrayContaining(["EarlyAnswerRequested"]) })
    await anna.post("EarlyAnswerRequested")
    await anna.post("AnswererNamed", { player: anna.id })
    const { body } = await anna.post("TextSaid", { text: "the dead sea" })
    const judged = expect.objectContaining({ _tag: "RoundJudged", point: "team" })
    expect(body).toMatchObject({ phase: "Verdict", effects: expect.arrayContaining([judged]) })
  })

  it("takes only what people may send, and tells what is wrong with the rest", async () => {
    const { ask, enter } = await serve()
    const anna = await enter("Anna")
    expect(await anna.post("TimerFired", { game: 0, timer: "0/lobby" })).toMatchObject({ status: 422 })
    expect(await anna.post("toString")).toMatchObject({ status: 422 })
    expect(await anna.post("VoteCast")).toMatchObject({ status: 422 })
    expect(await ask("GoRequested", { method: "POST", body: "{" })).toMatchObject({ status: 400 })
    expect(await ask("GoRequested", { method: "POST", body: "{}" })).toMatchObject({ status: 401 })
    expect(await ask("", {})).toMatchObject({ status: 401 })
  })

  it("lets nobody bring a verdict or speak for another", async () => {
    const { enter } = await serve()
    const [anna, bob] = [await enter("Anna"), await enter("Bob")]
    await anna.post("StartRequested")
    expect(await bob.post("GoRequested", { by: anna.id, atMs: 1, seed: 1 })).toMatchObject({
      status: 409,
      body: { effects: [{ by: bob.id }] }
    })
    await anna.post("GoRequested")
    await anna.post("EarlyAnswerRequested")
    await anna.post("AnswererNamed", { player: anna.id })
    const judgement = { verdict: "accepted", reason: "exact", matched: null }
    const { body } = await anna.post("TextSaid", { text: "I do not know", judgement })
    const lost = expect.objectContaining({ _tag: "RoundJudged", point: "bot" })
    expect(body.effects).toContainEqual(lost)
  })

  it("shows the question and not its answer, before the verdict", async () => {
    const { enter } = await serve()
    const anna = await enter("Anna")
    await anna.post("StartRequested")
    const { body } = await anna.post("GoRequested")
    expect(JSON.stringify(body)).toContain("Which sea?")
    const view = JSON.stringify(await anna.get())
    expect(view).toContain("Which sea?")
    expect(`${view} ${JSON.stringify(body)}`).not.toContain("Dead Sea")
  })

  it("goes from the lobby to the end by its timers alone", async () => {
    const { enter } = await serve()
    const anna = await enter("Anna")
    const { settings } = (await anna.get()).state
    const short = Object.fromEntries(Object.keys(settings).flatMap((key) => (key.endsWith("Ms") ? [[key, 1]] : [])))
    await anna.post("StartRequested", { settings: { ...settings, ...short, rounds: 2 } })
    await expect
      .poll(async () => (await anna.get()).state)
      .toMatchObject({
        _tag: "Finished",
        reason: "everything played",
        score: { team: 0, bot: 2 }
      })
  })
})
