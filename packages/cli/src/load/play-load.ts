/** People of many conversations play for a while, go home, and everything that was measured of it is put together. */
import { type PresetName, presets } from "@znatoki/engine"
import { setTimeout as sleep } from "node:timers/promises"
import { ownQuestions } from "../play/own-questions.ts"
import type { Rng } from "../play/rng.ts"
import type { Seen } from "../people/seen.ts"
import { between, type Exposed, readHistograms, type Within } from "./histograms.ts"
import { tableSizes } from "./levels.ts"
import type { Place } from "./own-place.ts"
import { humanPace } from "./pace.ts"
import { type Used, watchProcesses } from "./processes.ts"
import { Replies, type ReplyFigures } from "./replies.ts"
import { type Opened, SandboxClient, type SandboxStats } from "./sandbox-client.ts"
import { Table } from "./table.ts"
import { readsSince, readsSoFar, type TableReads, type WholeReads } from "./whole-reads.ts"

export type LoadPreset = Exclude<PresetName, "slow">

export interface LoadOptions {
  readonly users: number
  readonly seconds: number
  readonly preset: LoadPreset
  readonly rng: Rng
}

export interface Sample {
  /** Seconds since the beginning. */
  readonly at: number
  readonly eventsPerSecond: number
  readonly callsPerSecond: number
  readonly used: ReadonlyArray<Used>
}

export interface Measured {
  readonly what: string
  readonly within: Within
}

export interface LoadResult {
  readonly users: number
  readonly conversations: number
  readonly preset: LoadPreset
  /** Until they went home. */
  readonly seconds: number
  readonly began: string
  readonly replies: ReplyFigures
  readonly games: { readonly started: number; readonly ended: number }
  readonly eventsPerSecond: number
  readonly callsPerSecond: number
  /** How often the bot called each method, be it alone or in an `execute`. */
  readonly vkCalls: Readonly<Record<string, number>>
  /** What the bot was told by error codes. */
  readonly vkErrors: Readonly<Record<string, number>>
  readonly samples: ReadonlyArray<Sample>
  readonly ofBot: ReadonlyArray<Measured>
  /** Null: the database is not ours to look into. */
  readonly reads: ReadonlyArray<WholeReads> | null
  /** What the sandbox did not take of people. */
  readonly refused: ReadonlyArray<string>
  /** What the bot logged as an error or a warning. */
  readonly errors: ReadonlyArray<string>
  readonly isGood: boolean
}

export interface Progress {
  readonly at: number
  readonly asked: number
  readonly waiting: number
  readonly games: number
  readonly p99: number
  readonly eventsPerSecond: number
  readonly phase: "gathering" | "playing" | "going home"
}

const names = ["Аня", "Борис", "Вера", "Глеб", "Дина", "Егор"]
/** In one stream: as few as there can be, for each costs the sandbox a digest of all. */
const peersOfStream = 500
const lanes = 16
const graceMs = 60_000
const skill = 0.4
const refusedShown = 20
const readsToldMs = 1_200
/** Of the charts. */
const slotsMax = 60

const commands: Readonly<Record<LoadPreset, string>> = {
  lightning: "Начать игру молния",
  quick: "Начать игру быстрая",
  classic: "Начать игру классика",
  tv: "Начать игру тв"
}

const metrics: ReadonlyArray<readonly [name: string, what: string]> = [
  ["znatoki_intake_lag_seconds", "from VK's moment, which has whole seconds, until it was taken in"],
  ["znatoki_event_commit_seconds", "from taken in until committed"],
  ["znatoki_commit_seconds", "a commit"],
  ["znatoki_timer_lateness_seconds", "a deadline after its moment"],
  ["znatoki_say_seconds", "from the commit until VK took the message"],
  ["znatoki_vk_limit_wait_seconds", "waiting for VK's limit"]
]

/** Right as often as that; otherwise anything. */
const guesser = ({ unit }: Rng) => {
  const questions = ownQuestions()
  return (shown: Seen | null): string => {
    const question = unit() < skill ? questions.find(({ text }) => shown?.text.includes(text) === true) : undefined
    return question === undefined ? `версия ${Math.floor(unit() * 100)}` : question.answer.replaceAll(/[[\]]/g, "")
  }
}

const inLanes = async <A>(things: ReadonlyArray<A>, work: (thing: A, at: number) => Promise<void>): Promise<void> => {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < things.length) {
      const at = next++
      await work(things[at] as A, at)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

const exposedBy = async ({ metricsUrl }: Place): Promise<Exposed> =>
  metricsUrl === null ? new Map() : readHistograms(await (await fetch(metricsUrl)).text())

const callsIn = ({ calls }: SandboxStats): number => Object.values(calls).reduce((sum, count) => sum + count, 0)

const difference = (
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(after).flatMap(([name, count]) => {
      const grown = count - (before[name] ?? 0)
      return grown === 0 ? [] : [[name, grown]]
    })
  )

export const playLoad = async (
  place: Place,
  options: LoadOptions,
  show: (progress: Progress) => void
): Promise<LoadResult> => {
  const client = new SandboxClient(place.sandboxUrl)
  try {
    return await play(client, place, options, show)
  } finally {
    client.close()
  }
}

const gather = async (
  client: SandboxClient,
  { preset, rng, users }: LoadOptions,
  more: { readonly replies: Replies; readonly refused: (error: unknown) => void }
): Promise<ReadonlyArray<Table>> => {
  const common = { ...more, client, pace: humanPace(presets[preset]), chance: rng.unit, command: commands[preset] }
  const answerTo = guesser(rng)
  const tables: Array<Table> = []
  await inLanes(tableSizes(users), async (size, at) => {
    const members = Array.from({ length: size }, (_, i) => ({ first_name: names[i % names.length], last_name: "" }))
    const body = { title: `Знатоки ${at + 1}`, members, with_bot: true }
    tables.push(new Table({ ...common, answerTo }, await client.call<Opened>("POST", "/conversations", body)))
  })
  return tables
}

const watchAll = (client: SandboxClient, tables: ReadonlyArray<Table>) => {
  const byPeer = new Map(tables.map((table) => [table.peer, table]))
  const groups = Array.from({ length: Math.ceil(tables.length / peersOfStream) }, (_, i) =>
    tables.slice(i * peersOfStream, (i + 1) * peersOfStream).map(({ peer }) => peer)
  )
  const missed = (peers: ReadonlyArray<number>): void => {
    void inLanes(peers, async (peer) => byPeer.get(peer)?.catchUp())
  }
  return groups.map((peers) => client.watch(peers, (live) => byPeer.get(live.peer_id)?.hear(live), missed))
}

/** Once a second: what went on since, for the progress line and the charts. */
const sampling = async (client: SandboxClient, place: Place, tell: (sample: Sample) => void) => {
  const beganMs = performance.now()
  const used = watchProcesses(place.watched)
  let last = await client.stats()
  let lastMs = beganMs
  let isBusy = false
  const look = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    try {
      const now = await client.stats()
      const nowMs = performance.now()
      const seconds = (nowMs - lastMs) / 1_000
      tell({
        at: (nowMs - beganMs) / 1_000,
        eventsPerSecond: (now.events - last.events) / seconds,
        callsPerSecond: (callsIn(now) - callsIn(last)) / seconds,
        used: used()
      })
      last = now
      lastMs = nowMs
    } catch {
      // The next second tells it with its own.
    } finally {
      isBusy = false
    }
  }
  const timer = setInterval(() => void look(), 1_000)
  return () => clearInterval(timer)
}

interface Look {
  readonly stats: SandboxStats
  readonly exposed: Exposed
  readonly reads: ReadonlyArray<TableReads> | null
}

const lookAt = async (client: SandboxClient, place: Place): Promise<Look> => ({
  stats: await client.stats(),
  exposed: await exposedBy(place),
  reads: place.sql === null ? null : await readsSoFar(place.sql)
})

/** Until everybody was answered and every game is over, or nobody believes in it any more. */
const untilHome = async (tables: ReadonlyArray<Table>, { unit }: Rng): Promise<void> => {
  const homeMs = Math.max(1_000, tables.length * 10)
  for (const table of tables) table.goHome(unit() * homeMs)
  const deadlineMs = performance.now() + homeMs + graceMs
  while (!tables.every(({ isDone }) => isDone) && performance.now() < deadlineMs) await sleep(100)
}

const sumOf = (tables: ReadonlyArray<Table>, of: (table: Table) => number): number =>
  tables.reduce((all, table) => all + of(table), 0)

const play = async (
  client: SandboxClient,
  place: Place,
  options: LoadOptions,
  show: (progress: Progress) => void
): Promise<LoadResult> => {
  const { preset, rng, seconds, users } = options
  const replies = new Replies()
  const refusals: Array<string> = []
  const refused = (error: unknown): void => {
    if (refusals.length < refusedShown) refusals.push(error instanceof Error ? error.message : String(error))
  }
  const tables = await gather(client, options, { replies, refused })
  const streams = watchAll(client, tables)
  const before = await lookAt(client, place)

  const samples: Array<Sample> = []
  let phase: Progress["phase"] = "playing"
  const stopSampling = await sampling(client, place, (sample) => {
    const { at, eventsPerSecond } = sample
    const { asked, waiting } = replies
    samples.push(sample)
    const games = sumOf(tables, ({ ended, started }) => started - ended)
    show({ phase, at, asked, waiting, games, eventsPerSecond, p99: replies.since(Date.now() - 5_000).p99 })
  })
  const beganMs = Date.now()
  // All at once would be a stampede, and no evening.
  const startMs = Math.min(60_000, (seconds * 1_000) / 2)
  for (const [i, table] of tables.entries()) table.begin((startMs * i) / tables.length)
  await sleep(seconds * 1_000)

  const playedMs = Date.now() - beganMs
  const played = await client.stats()
  phase = "going home"
  await untilHome(tables, rng)
  stopSampling()
  for (const table of tables) table.leave()
  for (const stream of streams) stream.close()

  // What a connection has read is told to others a second later.
  if (place.sql !== null) await sleep(readsToldMs)
  const after = await lookAt(client, place)
  const figures = replies.figures(beganMs, Math.max(1, Math.ceil(seconds / slotsMax)) * 1_000)
  const games = { started: sumOf(tables, (table) => table.started), ended: sumOf(tables, (table) => table.ended) }
  return {
    users,
    conversations: tables.length,
    preset,
    seconds,
    began: new Date(beganMs).toISOString(),
    replies: figures,
    games,
    eventsPerSecond: ((played.events - before.stats.events) / playedMs) * 1_000,
    callsPerSecond: ((callsIn(played) - callsIn(before.stats)) / playedMs) * 1_000,
    vkCalls: difference(before.stats.calls, after.stats.calls),
    vkErrors: difference(before.stats.errors, after.stats.errors),
    samples,
    ofBot: measuredOf(before.exposed, after.exposed),
    reads: before.reads === null || after.reads === null ? null : readsSince(before.reads, after.reads),
    refused: refusals,
    errors: place.errors(),
    isGood: figures.answered === figures.asked && games.started === games.ended && games.started > 0
  }
}

const measuredOf = (before: Exposed, after: Exposed): ReadonlyArray<Measured> =>
  metrics.flatMap(([name, what]) => {
    const within = between(name, before, after)
    return within === null ? [] : [{ what, within }]
  })
