/** Three communities play on seven processes while one after another is struck; in the end the sandbox's record is the judge. */
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import type { Settings } from "@znatoki/engine"
import { brisk, unhurried } from "@znatoki/kernel/testing/brisk-settings"
import { type Sandbox, startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Redacted } from "effect"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import type { Rng } from "../../src/play/rng.ts"
import { playOn } from "../e2e/auto-player.ts"
import { expectOneStory, type GivenBack } from "../e2e/game-record.ts"
import { registerCallback } from "../e2e/register-callback.ts"
import { Room } from "../e2e/room.ts"
import type { Variables } from "../e2e/run-program.ts"
import { pause, until } from "../e2e/until.ts"
import { shuffled } from "../kills/seed.ts"
import { directControl } from "./direct-control.ts"
import { Fleet, type Places, type Role } from "./fleet.ts"
import { type Asked, Probe } from "./probe.ts"
import { openSpread } from "./spread.ts"
import type { OwnServers, Trouble } from "./troubles.ts"
import { openVkFront } from "./vk-front.ts"

export interface ChaosOptions {
  readonly places: Places
  readonly servers: OwnServers | null
  readonly rng: Rng
  /** The number of the first community; the two that follow are taken too. */
  readonly firstGroup: number
  readonly conversations: number
  /** Those who ask again and again, in each community. */
  readonly probes: number
  readonly askEveryMs: number
  /** How long people take to do something, at most. */
  readonly thinkMs: number
  /** How often people look at what was said. */
  readonly lookMs?: number
  /** Conversations begin one after another in this time, and troubles after it; at once unless told otherwise. */
  readonly beginMs?: number
  /** Games of thirty seconds a phase instead of five. */
  readonly isUnhurried?: boolean
  readonly troubles: ReadonlyArray<Trouble>
  /** All troubles at least once, and then again until this is over. */
  readonly forMs: number
  /** Between two troubles. */
  readonly calmMs: number
  readonly say?: (line: string) => void
  /** Told what every process logged, however it ended. */
  readonly keepLog?: (log: ReadonlyArray<string>) => Promise<void>
}

export interface Struck {
  readonly name: string
  readonly isOutage: boolean
  readonly wantedMs: number | null
  readonly fromMs: number
  readonly toMs: number
  readonly takenOverMs: number | null
  /** The longest that somebody who asked waited for an answer. */
  readonly feltMs: number
}

interface Calm {
  readonly median: number
  readonly p99: number
}

interface Judged {
  /** What is not as it should be, a line each. */
  readonly wrongs: ReadonlyArray<string>
  /** Time that was given back where nobody is known to have waited: those who ask do not ask in every bucket. A line each. */
  readonly unexplained: ReadonlyArray<string>
  readonly conversations: number
  readonly messages: number
  readonly games: number
  readonly outagesTold: number
  readonly asked: number
  /** Until somebody was answered who asked while nothing was wrong. */
  readonly calmMs: Calm
}

export interface ChaosReport extends Judged {
  readonly struck: ReadonlyArray<Struck>
  readonly errors: ReadonlyArray<string>
  /** Brought to a callback five times more, in vain. */
  readonly vkGaveUp: number
}

export const buckets = 8
const names = ["Аня", "Борис", "Вера"]
const secret = "secret-of-the-chaos"
const intakes = ["long-poll", "callback", "both"] as const

const tokenOf = (group: number): string => `vk1.a.of-${group}`

const startSandboxes = async (firstGroup: number): Promise<ReadonlyArray<Sandbox>> => {
  const sandboxes = intakes.map((_, i) =>
    startSandbox({ port: 0, groupId: firstGroup + i, token: tokenOf(firstGroup + i) })
  )
  const all = await Promise.all(sandboxes)
  // VK's ten minutes until it comes for the fourth time are twelve seconds: nobody here waits longer than a minute.
  for (const { control } of all) control.setFaults({ callbackDelayScale: 0.02 })
  return all
}

const communitiesOf = (sandboxes: ReadonlyArray<Sandbox>, preset: string) =>
  sandboxes.map(({ groupId: group, token }, i) => ({
    group,
    token,
    preset,
    intake: intakes[i],
    ...(intakes[i] === "long-poll" ? {} : { confirmation: "sandbox1", secrets: [secret] })
  }))

export const playChaos = async (options: ChaosOptions): Promise<ChaosReport> => {
  const closing: Array<() => Promise<unknown>> = []
  try {
    return await play(options, closing)
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

const play = async (options: ChaosOptions, closing: Array<() => Promise<unknown>>): Promise<ChaosReport> => {
  const { firstGroup, places, rng, say = () => {} } = options
  const folder = await mkdtemp(join(tmpdir(), "znatoki-chaos-"))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const sandboxes = await startSandboxes(firstGroup)
  for (const sandbox of sandboxes) closing.push(() => sandbox.close())
  const front = await openVkFront(sandboxes)
  closing.push(front.close)
  const sql = poolOf(Redacted.make(places.databaseUrl), 2)
  closing.push(() => sql.end({ timeout: 2 }))

  const file = join(folder, "communities.json")
  await writeFile(file, JSON.stringify(communitiesOf(sandboxes, options.isUnhurried === true ? "tv" : "lightning")))
  const callbackPorts = [await freePort(null), await freePort(null)]
  const variablesOf = (role: Role, index: number): Variables => ({
    VK_API_URL: front.url,
    VK_COMMUNITIES: file,
    VK_MESSAGES_PER_HOUR: "0",
    ZNATOKI_BUCKETS: String(buckets),
    // A connector does not listen; it wants to know that somebody does.
    VK_CALLBACK_PORT: String(callbackPorts[role === "callback" ? index : 0])
  })
  const counts = { worker: 3, connector: 2, callback: callbackPorts.length }
  const fleet = await Fleet.open({ places, counts, variablesOf, sql, names: intakes.length * (buckets + 1) })
  closing.push(async () => {
    await options.keepLog?.(fleet.machines.map((machine) => machine.log()))
    await fleet.close()
  })
  const spread = await openSpread(() => callbackPorts)
  closing.push(spread.close)

  await fleet.isWhole()
  for (const callback of fleet.of("callback")) {
    await until(`${callback.name} listens`, () => callback.says("VK is answered at"), { because: () => callback.log() })
  }
  for (const sandbox of sandboxes.slice(1)) {
    await registerCallback(sandbox, { host: "127.0.0.1", port: spread.port }, secret)
  }
  for (const sandbox of [sandboxes[0], sandboxes[2]]) {
    // The place to begin from is kept then: whoever takes over hears all that is written from now on.
    const words = `listening to community ${sandbox?.groupId}`
    await until(words, () => fleet.of("connector").some((each) => each.says(words)), { because: () => fleet.log() })
  }
  say("all listen")

  let isOver = false
  const open = (sandbox: Sandbox, title: string, people: ReadonlyArray<string>): Promise<Room> => {
    const { groupId, url } = sandbox
    return Room.open({ url, groupId, log: () => fleet.log(), call: directControl(sandbox) }, title, people)
  }
  const rooms = await Promise.all(
    Array.from({ length: options.conversations }, (_, i) =>
      open(sandboxes[i % sandboxes.length] as Sandbox, `Беседа ${i}`, names)
    )
  )
  const probes = await Promise.all(
    sandboxes.flatMap((sandbox) =>
      Array.from({ length: options.probes }, async (_, i) => new Probe(await open(sandbox, `Спрашивают ${i}`, ["Аня"])))
    )
  )
  const { beginMs = 0, lookMs, thinkMs } = options
  const looks = lookMs === undefined ? {} : { lookMs }
  const habits = { chance: rng.unit, silence: 0.08, hurry: () => isOver, thinkMs, ...looks }
  const begin = async (room: Room): Promise<void> => {
    await pause(rng.unit() * Math.max(beginMs, thinkMs))
    await room.say("Аня", "Начать игру")
    try {
      await playOn(room, habits)
    } catch (error) {
      const given = sandboxes.map(({ control }) => control.stats().events_given_up)
      const about = `${await storedOf(sql, room.conversation)}\nVK gave up ${given.join(", ")} events`
      throw new Error(about, { cause: error })
    }
  }
  const home = Promise.all(rooms.map(begin))
  const answered = Promise.all(probes.map((probe) => probe.run(options.askEveryMs, () => isOver)))
  for (const each of [home, answered]) each.catch(() => {})

  const tooSoon = Promise.all([home, answered]).then(() => Promise.reject(new Error("they went home too soon")))
  const begun = pause(beginMs).then(() => say("all play"))
  const struck = await Promise.race([begun.then(() => strikeAll(options, fleet, probes)), tooSoon])
  say("going home")
  isOver = true
  await home
  await answered
  say("judging")

  const errors = fleet.machines.flatMap((machine) => machine.errors())
  const settings = options.isUnhurried === true ? unhurried : brisk
  const vkGaveUp = sandboxes.reduce((sum, { control }) => sum + control.stats().events_given_up, 0)
  return { ...(await judge({ sql, rooms, probes, struck, settings })), struck, errors, vkGaveUp }
}

/** Where a game stands that does not go on: what is kept and not played, played and not said, or was never heard. */
const storedOf = async (sql: Sql, conversation: string): Promise<string> => {
  const community = conversation.split(":").slice(0, 2).join(":")
  const [row] = await sql`
    select (select count(*) from received_events where community = ${community}) as waiting,
      (select count(*) from outbox where conversation = ${conversation}) as unsaid,
      (select count(*) from parked where conversation = ${conversation}) as parked,
      (select max(game) from games where conversation = ${conversation}) as game,
      (select max(source) from game_events where conversation = ${conversation} and source like 'vk:%') as source`
  return `${conversation} does not go on: ${JSON.stringify(row)}`
}

interface Evidence {
  readonly sql: Sql
  readonly rooms: ReadonlyArray<Room>
  readonly probes: ReadonlyArray<Probe>
  readonly struck: ReadonlyArray<Struck>
  readonly settings: Settings
}

/** By the record of the sandboxes and the log of the games. */
const judge = async ({ probes, rooms, settings, sql, struck }: Evidence): Promise<Judged> => {
  const wrongs: Array<string> = []
  const unexplained: Array<string> = []
  let [games, messages, outagesTold] = [0, 0, 0]
  const isAllowed = ({ atMs, lostMs }: GivenBack): boolean =>
    struck.some((each) => each.isOutage && each.fromMs - 1_000 <= atMs && atMs - lostMs <= each.toMs) ||
    probes.some((probe) => probe.waitedLong(atMs - lostMs, atMs))
  for (const room of rooms) {
    try {
      const { givenBack, states } = await expectOneStory(sql, room, settings, { lateAmends: true })
      games += states.size
      messages += (await room.said()).length
      outagesTold += givenBack.length
      for (const each of givenBack.filter((each) => !isAllowed(each))) {
        const at = new Date(each.atMs).toISOString()
        unexplained.push(`${room.conversation}: ${each.lostMs} ms were given back at ${at}, and there was no outage`)
      }
    } catch (error) {
      wrongs.push(`${room.conversation}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  for (const probe of probes) {
    const wrong = await probe.wrong()
    if (wrong !== null) wrongs.push(wrong)
    messages += probe.asked.length
  }
  const asked = probes.flatMap((probe) => probe.asked)
  return {
    wrongs,
    unexplained,
    games,
    messages,
    outagesTold,
    conversations: rooms.length,
    asked: asked.length,
    calmMs: calmOf(asked, struck)
  }
}

const calmOf = (asked: ReadonlyArray<Asked>, struck: ReadonlyArray<Struck>): Calm => {
  const isStruck = (atMs: number): boolean => struck.some(({ fromMs, toMs }) => fromMs - 2_000 <= atMs && atMs <= toMs)
  const calm = asked
    .filter(({ atMs }) => !isStruck(atMs))
    .map(({ tookMs }) => tookMs ?? Infinity)
    .toSorted((a, b) => a - b)
  const at = (share: number): number => calm[Math.floor(share * calm.length)] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99) }
}

const strikeAll = async (
  { calmMs, forMs, rng, say = () => {}, servers, troubles }: ChaosOptions,
  fleet: Fleet,
  probes: ReadonlyArray<Probe>
): Promise<ReadonlyArray<Struck>> => {
  const struck: Array<Struck> = []
  const untilMs = performance.now() + forMs
  let left = [...shuffled(troubles, rng)]
  let isFirstRound = true
  await pause(calmMs)
  while (isFirstRound || performance.now() < untilMs) {
    const trouble = left.shift()
    if (trouble === undefined) {
      isFirstRound = false
      left = [...shuffled(troubles, rng)]
      continue
    }
    const fromMs = Date.now()
    const takenOverMs = await trouble.strike({ fleet, rng, servers })
    await fleet.isWhole()
    await hearAll(probes, fleet)
    const toMs = Date.now()
    await pause(calmMs)
    const feltMs = Math.max(...probes.map((probe) => probe.longest(fromMs, toMs)))
    const { isOutage, name, wantedMs } = trouble
    struck.push({ name, isOutage, wantedMs, fromMs, toMs, takenOverMs, feltMs })
    say(
      `${name}: taken over in ${takenOverMs?.toFixed() ?? "–"} ms, felt for ${feltMs.toFixed()} ms, ${toMs - fromMs} ms in all`
    )
  }
  return struck
}

/** Whoever asks is answered what they asked after this began. */
const hearAll = async (probes: ReadonlyArray<Probe>, fleet: Fleet): Promise<void> => {
  const fromMs = Date.now()
  const isHeard = ({ asked }: Probe): boolean => asked.some(({ atMs, tookMs }) => atMs >= fromMs && tookMs !== null)
  await until("all who ask are answered", () => probes.every(isHeard), {
    forMs: 120_000,
    because: () =>
      probes
        .filter((probe) => !isHeard(probe))
        .map(({ room }) => room.conversation)
        .join() + fleet.log()
  })
}
