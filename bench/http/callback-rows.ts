/** How soon VK hears `ok` when it brings the events: a thousand a second, and a hundred with pictures at one moment. */
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { type ChildProcess, fork, spawn } from "node:child_process"
import { once } from "node:events"
import { Agent, request } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import type { BenchDatabase } from "../kernel/database.ts"
import { percentile } from "../kernel/latency.ts"
import { less, type Measured, more, whole } from "../report/row.ts"

const perSecond = 1_000
const seconds = 15
const warmUpSeconds = 3
const together = 100
const secret = "bench"
const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const callbackRows = async (where: BenchDatabase): Promise<ReadonlyArray<Measured>> => {
  const sandbox = fork(fileOf("sandbox-process.ts"), { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  const [vk] = await once(sandbox, "message")
  const port = await freePort(null)
  const bot = startBot(where, vk, port)
  try {
    await confirmed(port)
    return [await steady(port), await atOnce(port)]
  } finally {
    const ended = once(bot, "exit")
    bot.kill("SIGTERM")
    await ended
    sandbox.disconnect()
  }
}

const startBot = (
  where: BenchDatabase,
  { apiUrl, groupId, token }: { readonly apiUrl: string; readonly groupId: number; readonly token: string },
  port: number
): ChildProcess =>
  spawn(process.execPath, [fileOf("../../packages/cli/src/main.ts"), "bot"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      VK_API_URL: apiUrl,
      VK_TOKEN: token,
      VK_GROUP_ID: String(groupId),
      VK_INTAKE: "callback",
      VK_CALLBACK_PORT: String(port),
      VK_CALLBACK_CONFIRMATION: "confirmed",
      VK_CALLBACK_SECRET: secret,
      DATABASE_URL: where.url,
      LOG_LEVEL: "error"
    }
  })

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

interface Answered {
  readonly ok: boolean
  readonly atMs: number
}

const post = (port: number, body: string): Promise<Answered> =>
  new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) }
    const asked = request({ agent, host: "127.0.0.1", port, method: "POST", path: "/vk", headers }, (response) => {
      let text = ""
      response.setEncoding("utf8")
      response.on("data", (part: string) => (text += part))
      response.on("end", () => resolve({ ok: text === "ok" || text === "confirmed", atMs: performance.now() }))
    })
    asked.on("error", () => resolve({ ok: false, atMs: performance.now() }))
    asked.end(body)
  })

const confirmed = async (port: number): Promise<void> => {
  for (let i = 0; i < 300; i++) {
    if ((await post(port, JSON.stringify({ type: "confirmation", group_id: 1 }))).ok) return
    await sleep(100)
  }
  throw new Error("the bot does not answer")
}

let events = 0
const sizes = Array.from("smxyzw", (type) => ({ type, url: `https://sun9.vk.example/${"a".repeat(120)}.jpg` }))
const picture = { type: "photo", photo: { id: 1, owner_id: 1, sizes } }

/** Talk of one of a thousand conversations: it means nothing to a game. */
const eventOf = (attachments: ReadonlyArray<object> = []): string => {
  const n = ++events
  const message = {
    id: 0,
    date: Math.floor(Date.now() / 1000),
    peer_id: 2_000_000_001 + (n % 1_000),
    from_id: 1 + (n % 1_000),
    out: 0,
    conversation_message_id: n,
    text: "а по-моему, это самовар",
    attachments
  }
  const object = { message, client_info: {} }
  return JSON.stringify({ type: "message_new", group_id: 1, event_id: `bench-${n}`, v: "5.199", secret, object })
}

/** Due at their times, whatever became of those before. */
const openLoop = async (port: number, forSeconds: number) => {
  const beganMs = performance.now() + 50
  const tookMs: Array<Promise<number | null>> = []
  let loadLateMs = 0
  for (let i = 0; i < perSecond * forSeconds; i++) {
    const dueMs = beganMs + (i * 1_000) / perSecond
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await sleep(waitMs)
    loadLateMs = Math.max(loadLateMs, performance.now() - dueMs)
    tookMs.push(post(port, eventOf()).then(({ atMs, ok }) => (ok ? atMs - dueMs : null)))
  }
  const all = await Promise.all(tookMs)
  return { all: all.length, answered: all.filter((each) => each !== null), loadLateMs }
}

const steady = async (port: number): Promise<Measured> => {
  await openLoop(port, warmUpSeconds)
  const { all, answered, loadLateMs } = await openLoop(port, seconds)
  return {
    what: "from a post to its ok, p99",
    value: answered.length === all ? percentile(answered, 0.99) : null,
    unit: "ms",
    toReach: less(50),
    note:
      `${whole(perSecond)} posts/s for ${seconds} s, ${whole(answered.length)} of ${whole(all)} told ok; ` +
      `p50 ${percentile(answered, 0.5).toFixed(1)} ms; the load itself was at most ${loadLateMs.toFixed(0)} ms late`
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const beganMs = performance.now()
  await work()
  return performance.now() - beganMs
}

const atOnce = async (port: number): Promise<Measured> => {
  const bodies = () => Array.from({ length: together }, () => eventOf([picture]))
  const oneByOne = await timed(async () => {
    for (const body of bodies()) await post(port, body)
  })
  const sideBySide = await timed(() => Promise.all(bodies().map((body) => post(port, body))))
  return {
    what: `${together} posts with pictures, at once against one after another`,
    value: oneByOne / sideBySide,
    unit: "×",
    toReach: more(1.5),
    note: `${sideBySide.toFixed(0)} ms and ${oneByOne.toFixed(0)} ms`
  }
}
