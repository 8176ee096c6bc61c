/**
 * How soon after its start a bot commits what somebody says, with many games that ran when the last one died.
 * `node bench/kernel/recovery.ts [running games] [how often]`
 */
import { type Sandbox, startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { loadavg } from "node:os"
import { fillRunning, quantiles, type Scratch, withScratch } from "./scratch-database.ts"

const [games = 100_000, times = 3] = process.argv.slice(2).map(Number)
const program = new URL("../../packages/cli/src/main.ts", import.meta.url).pathname

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (const endMs = Date.now() + 30_000; Date.now() < endMs; await pause(2)) if (await holds()) return
  throw new Error(`${what}: not within half a minute`)
}

/** Starts a bot, counts until it commits what somebody says, and kills it. */
const startOnce = async (url: string, sandbox: Sandbox, say: () => void, heard: () => Promise<number>) => {
  const before = await heard()
  // VK keeps what was said while nobody listened, once somebody has: only the first bot is waited for.
  const isFirst = before === 0
  if (!isFirst) say()
  const startedMs = performance.now()
  const bot = spawn(process.execPath, [program, "bot"], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      VK_TOKEN: sandbox.token,
      VK_GROUP_ID: String(sandbox.groupId),
      VK_API_URL: sandbox.apiUrl
    },
    stdio: ["ignore", "ignore", "pipe"]
  })
  let log = ""
  bot.stderr.setEncoding("utf8").on("data", (part: string) => (log += part))
  if (isFirst) {
    await until("the bot listens", async () => sandbox.control.stats().bot_online)
    say()
  }
  await until("the commit", async () => (await heard()) > before).catch((error: unknown) => {
    throw new Error(toldIn(log), { cause: error })
  })
  const firstCommitMs = performance.now() - startedMs
  await pause(1_500)
  const rssMiB = Math.round(residentKiB(bot.pid ?? 0) / 1_024)
  bot.kill("SIGKILL")
  await pause(1_500)
  return { firstCommitMs, rssMiB }
}

const toldIn = (log: string): string => {
  const lines = log.split("\n").filter((line) => !line.includes("was refused"))
  return lines.join("\n").slice(-3_000)
}

/** 0: this machine does not tell. */
const residentKiB = (pid: number): number => {
  const file = `/proc/${pid}/status`
  return existsSync(file) ? Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, "utf8"))?.[1] ?? 0) : 0
}

const measure = async ({ sql, url }: Scratch) => {
  const sandbox = await startSandbox({ port: 0 })
  const { peer_id: peer } = sandbox.control.createConversation({
    title: "Знатоки",
    members: [{ first_name: "Анна", last_name: "" }],
    admin: true
  })
  const [anna] = sandbox.control.conversation(peer).members
  if (anna === undefined) throw new Error("there is nobody in the conversation")
  const nowMs = Date.now()
  await fillRunning(sql, {
    conversations: games,
    games,
    updatedAtMs: nowMs - 60_000,
    // Every deadline was due while nobody could play.
    firstAtMs: nowMs - 30_000,
    perSecond: Math.ceil(games / 20)
  })
  await sql`insert into heartbeats (role, at_ms) values (${`bot/vk:${sandbox.groupId}`}, ${nowMs - 50_000})`
  const heard = async (): Promise<number> => {
    const [row] = await sql<ReadonlyArray<{ readonly n: number }>>`
      select count(*) as n from game_events where conversation = ${`vk:${sandbox.groupId}:${peer}`} and source like 'vk:%'`
    return row?.n ?? 0
  }
  const say = (): void => void sandbox.control.writeMessage(peer, { from_id: anna.id, text: "инфо" })
  const starts: Array<Awaited<ReturnType<typeof startOnce>>> = []
  for (let i = 0; i < times; i++) starts.push(await startOnce(url, sandbox, say, heard))
  const [left] = await sql<ReadonlyArray<{ readonly n: number }>>`
    select count(*) as n from conversations where updated_at_ms < ${nowMs - 50_000}`
  await sandbox.close()
  const firstCommitMs = starts.map((each) => each.firstCommitMs)
  return {
    runningGames: games,
    firstCommitMs: firstCommitMs.map(Math.round),
    quantiles: quantiles(firstCommitMs),
    rssMiB: starts.map(({ rssMiB }) => rssMiB),
    leftToGiveBack: left?.n,
    load: loadavg()[0]
  }
}

console.log(JSON.stringify(await withScratch(measure), null, 2))
