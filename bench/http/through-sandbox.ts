/**
 * Thousands of conversations play through the sandbox over HTTP: the sandbox, the bot and this load are three processes.
 * The load does not wait for anybody: an event is due at its time, and its latency counts from then, so that a slow
 * moment is not left out.
 */
import { type ChildProcess, fork, spawn } from "node:child_process"
import { once } from "node:events"
import { Agent, request } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import type { BenchDatabase } from "../kernel/database.ts"
import { percentile } from "../kernel/latency.ts"
import type { Noted } from "./sandbox-process.ts"

export interface LoadOptions {
  readonly conversations: number
  readonly eventsPerSecond: number
  readonly seconds: number
  /** Whether the bot keeps VK's limit of 20 requests a second, of 25 calls each. */
  readonly vkLimit: boolean
}

export interface LoadResult {
  readonly events: number
  readonly answered: number
  readonly p50: number
  readonly p99: number
  /** From when the sandbox took the event. */
  readonly p99FromAccepted: number
  /** How late the load itself was at worst: its own slowness is inside of the latencies. */
  readonly loadLateMs: number
}

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const playThroughSandbox = async (where: BenchDatabase, options: LoadOptions): Promise<LoadResult> => {
  const sandbox = fork(fileOf("sandbox-process.ts"), { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  const [{ apiUrl, groupId, token, url }] = await once(sandbox, "message")
  await call(url, "PUT", "/sandbox/faults", { rateLimit: false, floodPerHour: false })
  const bot = startBot(where, { apiUrl, groupId, token }, options.vkLimit)
  try {
    return await measure(url, sandbox, options)
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
  vkLimit: boolean
): ChildProcess =>
  spawn(
    process.execPath,
    [...(vkLimit ? [] : ["--import", fileOf("without-limit.ts")]), fileOf("../../packages/cli/src/main.ts"), "bot"],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        VK_API_URL: apiUrl,
        VK_TOKEN: token,
        VK_GROUP_ID: String(groupId),
        DATABASE_URL: where.url,
        // No wait ends by itself during the run.
        ZNATOKI_PRESET: "slow",
        LOG_LEVEL: "error"
      }
    }
  )

interface Player {
  readonly peer: number
  readonly id: number
  /** How far the game is. */
  place: number
}

const measure = async (url: string, sandbox: ChildProcess, options: LoadOptions): Promise<LoadResult> => {
  await botOnline(url)
  const players = await gather(url, options.conversations)
  for (let round = 0; round < 2; round++) {
    await inLanes(players, (player) => act(url, player))
    await calm(sandbox, players.length / 2)
  }
  // Code that runs for the first time is slow: some are a whole round ahead of the others.
  for (let event = 0; event < eventsPerRound; event++)
    await inLanes(players.slice(0, ahead), (player) => act(url, player))
  await openLoop(url, players, options.eventsPerSecond, 3)
  await calm(sandbox, 0)
  const { due, loadLateMs } = await openLoop(url, players, options.eventsPerSecond, options.seconds)
  await sleep(3_000)
  const noted = await notesOf(sandbox)
  return { ...latenciesOf(due, noted), events: due.length, loadLateMs }
}

const botOnline = async (url: string): Promise<void> => {
  for (let i = 0; i < 300; i++) {
    const stats = (await call(url, "GET", "/sandbox/stats")) as { readonly bot_online: boolean }
    if (stats.bot_online) return
    await sleep(200)
  }
  throw new Error("the bot did not come")
}

const gather = async (url: string, count: number): Promise<ReadonlyArray<Player>> => {
  const players: Array<Player> = []
  await inLanes(Array.from({ length: count }), async () => {
    const made = await call(url, "POST", "/sandbox/conversations", {
      title: "Знатоки",
      members: [{ first_name: "Анна", last_name: "Знаток" }]
    })
    const { members, peer_id } = made as {
      readonly peer_id: number
      readonly members: ReadonlyArray<{ readonly id: number }>
    }
    players.push({ peer: peer_id, id: members[0]?.id ?? 0, place: 0 })
  })
  return players
}

/** start, go; then a round: early, name, answer, next; seven rounds a game. Each of them is answered. */
const eventsPerRound = 4
const eventsPerGame = 2 + 7 * eventsPerRound
const ahead = 1_000

const messageOf = ({ id, place }: Player): object => {
  const inGame = place % eventsPerGame
  if (inGame === 0) return { from_id: id, text: "Начать игру" }
  const button = (text: string, payload: object): object => ({ from_id: id, text, payload })
  if (inGame === 1) return button("Поехали", { _tag: "Go", seen: null })
  switch ((inGame - 2) % eventsPerRound) {
    case 0:
      return button("Досрочный ответ", { _tag: "Early", seen: null })
    case 1:
      return button("Анна", { _tag: "Name", seen: null, player: String(id) })
    case 2:
      return { from_id: id, text: "не знаю, но красиво" }
    default:
      return button("Дальше", { _tag: "Next", seen: null })
  }
}

const act = async (url: string, player: Player): Promise<void> => {
  const message = messageOf(player)
  player.place++
  await call(url, "POST", `/sandbox/conversations/${player.peer}/messages`, message)
}

interface Due {
  readonly peer: number
  readonly atMs: number
}

const openLoop = async (url: string, players: ReadonlyArray<Player>, perSecond: number, seconds: number) => {
  const due: Array<Due> = []
  const beganMs = now() + 50
  const sent: Array<Promise<void>> = []
  let loadLateMs = 0
  for (let i = 0; i < perSecond * seconds; i++) {
    const player = players[i % players.length]
    if (player === undefined) break
    const atMs = beganMs + (i * 1_000) / perSecond
    const waitMs = atMs - now()
    if (waitMs > 0) await sleep(waitMs)
    loadLateMs = Math.max(loadLateMs, now() - atMs)
    due.push({ peer: player.peer, atMs })
    sent.push(act(url, player))
  }
  await Promise.all(sent)
  return { due, loadLateMs }
}

/** An event is answered by the first call of the bot in its conversation after it. */
const latenciesOf = (due: ReadonlyArray<Due>, noted: ReadonlyArray<Noted>) => {
  const byPeer = Map.groupBy(noted, ({ peer }) => peer)
  const fromDue: Array<number> = []
  const fromAccepted: Array<number> = []
  for (const { atMs, peer } of due) {
    const notes = byPeer.get(peer) ?? []
    const accepted = notes.findIndex((note) => !note.byBot && note.atMs >= atMs - 1)
    const answer = accepted < 0 ? undefined : notes.slice(accepted).find(({ byBot }) => byBot)
    if (answer === undefined) continue
    fromDue.push(answer.atMs - atMs)
    fromAccepted.push(answer.atMs - (notes[accepted]?.atMs ?? atMs))
  }
  return {
    answered: fromDue.length,
    p50: percentile(fromDue, 0.5),
    p99: percentile(fromDue, 0.99),
    p99FromAccepted: percentile(fromAccepted, 0.99)
  }
}

/** Waits until the bot has said at least so much, and then nothing for a while. */
const calm = async (sandbox: ChildProcess, atLeast: number): Promise<void> => {
  let heard = 0
  for (let quiet = 0; quiet < 3;) {
    await sleep(500)
    const calls = (await notesOf(sandbox)).filter(({ byBot }) => byBot).length
    heard += calls
    quiet = calls === 0 && heard >= atLeast ? quiet + 1 : 0
  }
}

const notesOf = async (sandbox: ChildProcess): Promise<ReadonlyArray<Noted>> => {
  const answer = once(sandbox, "message")
  sandbox.send("notes")
  const [noted] = await answer
  return noted
}

const now = (): number => performance.timeOrigin + performance.now()

const inLanes = async <A>(things: ReadonlyArray<A>, work: (thing: A) => Promise<void>): Promise<void> => {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < things.length) await work(things[next++] as A)
  }
  await Promise.all(Array.from({ length: 32 }, lane))
}

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

const call = (url: string, method: string, path: string, body?: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? "" : JSON.stringify(body)
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) }
    const asked = request(url + path, { agent, method, headers }, (response) => {
      const chunks: Array<Buffer> = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () => {
        const answer = Buffer.concat(chunks).toString("utf8")
        if (response.statusCode === 200) resolve(JSON.parse(answer))
        else reject(new Error(`${method} ${path}: ${response.statusCode} ${answer.slice(0, 200)}`))
      })
    })
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // A connection that waited for long may end just as it is taken again: the request has not been read.
      if (asked.reusedSocket && error.code === "ECONNRESET") resolve(call(url, method, path, body))
      else reject(error)
    })
    asked.end(text)
  })
