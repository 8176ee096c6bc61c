import { type ChildProcess, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describe, expect, it, onTestFinished } from "vitest"
import { stateFileOf } from "../fixtures/state-folder.ts"
import { type Address, botOf, control, type Json, pollerOf, until } from "../sandbox-client.ts"

const program = fileURLToPath(new URL("../fixtures/run-sandbox.ts", import.meta.url))

interface Running extends Address {
  readonly kill: () => Promise<void>
}

const runSandbox = async (stateFile: string): Promise<Running> => {
  const child: ChildProcess = spawn(process.execPath, [program, stateFile], { stdio: ["ignore", "pipe", "inherit"] })
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => void child.once("exit", resolve))
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill("SIGKILL")
    await gone
  }
  onTestFinished(kill)
  let said = ""
  child.stdout?.on("data", (text) => void (said += String(text)))
  // A process has to begin: on a busy machine that takes a while.
  const line = await until(() => (said.includes("\n") ? said : undefined), "its address", { forMs: 60_000 })
  const sandbox: Running = { ...(JSON.parse(line) as Address), kill }
  await control(sandbox, "PUT", "/faults", { rateLimit: false })
  return sandbox
}

/** What people and the bot were told, which a kill must not undo. */
interface Told {
  /** Texts by their number in the conversation. */
  readonly messages: Map<number, string>
  /** Numbers by random_id. */
  readonly sent: Map<number, number>
  /** Texts of events, in the order the bot heard of them. */
  readonly heard: string[]
  ts: string
}

interface Place {
  readonly sandbox: Address
  readonly peer: number
  readonly told: Told
  /** Until when the traffic goes on. */
  readonly on: () => boolean
}

const peopleWrite = async ({ on, peer, sandbox, told }: Place, who: number): Promise<void> => {
  while (on()) {
    const text = `человек ${who} пишет ${told.messages.size}`
    const { body } = await control(sandbox, "POST", `/conversations/${peer}/messages`, { from_id: who, text })
    told.messages.set(Number(body["conversation_message_id"]), text)
  }
}

const botWrites = async ({ on, peer, sandbox, told }: Place): Promise<void> => {
  const bot = botOf(sandbox)
  while (on()) {
    const random_id = told.sent.size + 1
    const text = `бот пишет ${random_id}`
    const { conversation_message_id: cmid } = await bot.send(peer, text, { random_id })
    told.messages.set(cmid, text)
    told.sent.set(random_id, cmid)
  }
}

const botHears = async ({ on, sandbox, told }: Place): Promise<void> => {
  const poller = await pollerOf(sandbox)
  while (on()) {
    const { failed, ts, updates } = await poller.poll({ ts: told.ts, wait: 1 })
    if (failed !== undefined) throw new Error(`the bot's ts ${told.ts} is refused: ${failed}`)
    for (const { object } of updates) told.heard.push(String((object["message"] as Json)["text"]))
    told.ts = String(ts)
  }
}

/** Everybody is busy; then, in the middle of it, the process is gone. */
const trafficUntilKilled = async (place: Omit<Place, "on">, kill: () => Promise<void>): Promise<void> => {
  let killed = false
  const busy = { ...place, on: () => !killed }
  const all = [peopleWrite(busy, 1), peopleWrite(busy, 2), botWrites(busy), botHears(busy)]
  const ended = Promise.allSettled(all)
  const enough = place.told.messages.size + 60
  await until(() => place.told.messages.size >= enough || undefined, "the traffic")
  killed = true
  await kill()
  const refused = (await ended).filter((each) => each.status === "rejected").map(({ reason }) => String(reason))
  expect(refused.filter((reason) => reason.includes("is refused"))).toEqual([])
}

interface View {
  readonly items: ReadonlyArray<{ conversation_message_id: number; from_id: number; text: string }>
}

describe("a sandbox killed with SIGKILL in the middle of traffic, three times", () => {
  it("has lost nothing it has answered: messages, numbers, random_id and the bot's ts go on", async () => {
    const stateFile = stateFileOf()
    let sandbox = await runSandbox(stateFile)
    const members = [
      { first_name: "Аня", last_name: "" },
      { first_name: "Борис", last_name: "" }
    ]
    const { body } = await control(sandbox, "POST", "/conversations", { title: "Команда", members })
    const peer = Number(body["peer_id"])
    const told: Told = { messages: new Map(), sent: new Map(), heard: [], ts: (await pollerOf(sandbox)).ts }

    for (let kills = 0; kills < 3; kills++) {
      await trafficUntilKilled({ sandbox, peer, told }, sandbox.kill)
      sandbox = await runSandbox(stateFile)
      const { items } = (await control(sandbox, "GET", `/conversations/${peer}/messages`)).body as unknown as View
      const texts = new Map(items.map((item) => [item.conversation_message_id, item.text]))
      expect(items.map((item) => item.conversation_message_id)).toEqual(items.map((_item, index) => index + 1))
      for (const [cmid, text] of told.messages) expect(texts.get(cmid)).toBe(text)
      const bot = botOf(sandbox)
      for (const [random_id, cmid] of [...told.sent].slice(-20)) {
        expect(await bot.send(peer, "ещё раз", { random_id })).toMatchObject({ conversation_message_id: cmid })
      }
    }

    const poller = await pollerOf(sandbox)
    const { updates } = await poller.poll({ ts: told.ts })
    told.heard.push(...updates.map(({ object }) => String((object["message"] as Json)["text"])))
    const { items } = (await control(sandbox, "GET", `/conversations/${peer}/messages`)).body as unknown as View
    const written = items.filter((item) => item.from_id > 0 && item.text !== "").map((item) => item.text)
    expect(told.heard).toEqual(written)
  })
})
