/** What the desk reads most: a page of questions, the rating, a game. Beside bare Hono that sends the same bytes, and beside the stores alone. */
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { Redacted } from "effect"
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import type { BenchDatabase } from "../kernel/database.ts"
import { less, type Measured, median, more, whole } from "../report/row.ts"
import type { DeskServers } from "./desk-process.ts"
import { type Asking, answersIn, latenciesAt, openConnection } from "./request.ts"

const token = "bench-token-of-its-own"
const questions = 20_000
const players = 20_000
const rounds = 7
const roundMs = 400

const reads = {
  "a page of questions": "/api/v1/questions?limit=50",
  "the rating": "/api/v1/leaders?limit=50",
  "a game": "/api/v1/games/vk%3A1%3A2000000001-1"
}

/** As many as a big bank and a big community have. */
const fill = async (where: BenchDatabase): Promise<void> => {
  const sql = poolOf(Redacted.make(where.url), 1)
  await sql`insert into questions (text, answer, accepted, rejected, difficulty, state, created_at_ms, updated_at_ms)
    select 'Вопрос ' || n || ' о том, кто это сказал и почему над этим думали', 'ответ ' || n, '{}', '{}', 3, 'published', 1, 1
    from generate_series(1, ${questions}::int) n`
  await sql`insert into player_statistics
    (scope, season, player, name, named_at_ms, games, wins, answered, right_answers, right_ms, best)
    select '*', 0, 'p' || n, 'Игрок ' || n, 1, 10, 5, 20, (n * 7919) % 1000, n, n % 9 from generate_series(1, ${players}::int) n`
  await sql`analyze`
  await sql.end({ timeout: 5 })
}

const opened = (url: string, count: number): Promise<ReadonlyArray<Asking>> =>
  Promise.all(Array.from({ length: count }, () => openConnection(url, token)))

const connections = 16

interface Rates {
  readonly ours: ReadonlyArray<number>
  readonly unkept: ReadonlyArray<number>
  readonly bare: ReadonlyArray<number>
}

const workedBy = async (desk: ChildProcess): Promise<number> => {
  const said = once(desk, "message")
  desk.send("how long?")
  const [microseconds] = (await said) as [number]
  return microseconds / 1_000_000
}

/** In a second that the server works on a processor: whatever else this machine does is left out, and so is who asks. */
const rateOf = async (desk: ChildProcess, all: ReadonlyArray<Asking>, path: string): Promise<number> => {
  const before = await workedBy(desk)
  const answered = await answersIn(all, path, roundMs)
  return answered / ((await workedBy(desk)) - before)
}

const ratesOf = async (desk: ChildProcess, servers: DeskServers, path: string): Promise<Rates> => {
  const all = {
    ours: await opened(servers.ours, connections),
    unkept: await opened(servers.unkept, connections),
    bare: await opened(servers.bare, connections)
  }
  const rates = { ours: [] as Array<number>, unkept: [] as Array<number>, bare: [] as Array<number> }
  for (let round = 0; round <= rounds; round++) {
    for (const name of ["ours", "unkept", "bare"] as const) {
      const rate = await rateOf(desk, all[name], path)
      if (round > 0) rates[name].push(rate)
    }
  }
  for (const each of Object.values(all).flat()) each.close()
  return rates
}

const ratio = (one: ReadonlyArray<number>, other: ReadonlyArray<number>): number =>
  median(one.map((rate, round) => rate / (other[round] ?? rate)))

const readRows = async (
  desk: ChildProcess,
  servers: DeskServers,
  name: string,
  path: string
): Promise<ReadonlyArray<Measured>> => {
  const { bare, ours, unkept } = await ratesOf(desk, servers, path)
  const note = `${whole(median(ours))} a second of processor; bare Hono ${whole(median(bare))}, from the stores ${whole(median(unkept))}`
  return [
    { what: `${name}, beside bare Hono`, value: ratio(ours, bare), unit: "×", toReach: more(0.5), note },
    { what: `${name}, beside the stores`, value: ratio(ours, unkept), unit: "×", toReach: null, note }
  ]
}

const atOnce = 64
const perSecond = 1_000
const seconds = 10

const at = (latencies: ReadonlyArray<number>, share: number): number =>
  latencies.toSorted((one, other) => one - other)[Math.floor(latencies.length * share)] ?? 0

/** `misses` of all that were asked for. */
const hitRatio = async (url: string): Promise<number> => {
  const said = (await (await fetch(`${url}/health/cache`)).json()) as { readonly hitRatio: number | null }
  return said.hitRatio ?? 0
}

const latencyRow = async (servers: DeskServers): Promise<ReadonlyArray<Measured>> => {
  const all = await opened(servers.ours, atOnce)
  const latencies = await latenciesAt(all, Object.values(reads), perSecond, seconds)
  for (const each of all) each.close()
  const [p50, p99] = [at(latencies, 0.5), at(latencies, 0.99)]
  return [
    {
      what: `reads at ${whole(perSecond)} a second, p99`,
      value: p99,
      unit: "ms",
      toReach: less(50),
      note: `${whole(latencies.length)} in ${seconds} s, from when each was due; p50 ${p50.toFixed(1)} ms`
    },
    {
      what: "reads that asked no store",
      value: (await hitRatio(servers.ours)) * 100,
      unit: "%",
      toReach: more(90),
      note: "of all reads of this run; each that did asks one statement"
    }
  ]
}

export const deskRows = async (where: BenchDatabase): Promise<ReadonlyArray<Measured>> => {
  await fill(where)
  const program = fileURLToPath(new URL("desk-process.ts", import.meta.url))
  const desk = fork(program, Object.values(reads), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, DATABASE_URL: where.url, LOG_LEVEL: "error" }
  })
  try {
    const [servers] = (await once(desk, "message")) as [DeskServers]
    const rows: Array<Measured> = []
    for (const [name, path] of Object.entries(reads)) rows.push(...(await readRows(desk, servers, name, path)))
    return [...rows, ...(await latencyRow(servers))]
  } finally {
    desk.disconnect()
  }
}
