/** Events committed a second: ours, what the database itself can, and what others make of it; in turns. */
import type { Question } from "@znatoki/engine"
import type { Commit } from "@znatoki/ports/game-store"
import type { Competitor, OpenCompetitor } from "./competitor.ts"
import { stepsOf } from "./competitor.ts"
import { type Measured, median, more, whole } from "../report/row.ts"
import { Crowd, recordScripts } from "./crowd.ts"
import { type BenchDatabase, migrated, type Server, withSql } from "./database.ts"
import { runNaive } from "./naive.ts"
import { openOwnKernel, type OwnKernel } from "./own-kernel.ts"
import { findPgbench, runPgbench } from "./pgbench.ts"
import { recordBatches } from "./recorded-batch.ts"

const conversations = 2_000
const spread = 32
const rounds = 5
const ticksOfRound = 4
const naiveLanes = [8, 16, 32]

interface Rival {
  readonly name: string
  readonly how: string
  readonly toReach: number | null
  /** Events a second with the commits of this round; they are the same ours were. */
  readonly turn: (batches: ReadonlyArray<ReadonlyArray<Commit>>) => Promise<number>
  readonly close: () => Promise<void>
}

export const commitRows = async (
  server: Server,
  questions: ReadonlyArray<Question>,
  competitors: ReadonlyArray<readonly [competitor: () => Promise<Competitor>, name: string, toReach: number | null]>
): Promise<ReadonlyArray<Measured>> => {
  const home = await migrated(await server.create("own"))
  const crowd = new Crowd(await recordScripts(home, questions), conversations, spread)
  let batches: Array<ReadonlyArray<Commit>> = []
  const watch = (batch: ReadonlyArray<Commit>) => void batches.push(batch)
  const nowMs = await rampUp(home, crowd)
  const failed: Array<Measured> = []
  const rivals = await openRivals(server, home, competitors, failed)
  const kernel = await openOwnKernel(home, { nowMs, watch })
  const own: Array<number> = []
  const sizes: Array<number> = []
  const theirs = new Map<Rival, Array<number>>(rivals.map((rival) => [rival, []]))
  for (let round = 0; round <= rounds; round++) {
    batches = []
    const perSecond = await ownTurn(crowd, kernel, () => batches)
    for (const rival of theirs.keys()) {
      const rate = await rival.turn(batches).catch((error: unknown) => {
        failed.push(notMeasured(rival.name, error))
        theirs.delete(rival)
      })
      if (rate !== undefined && round > 0) theirs.get(rival)?.push(rate)
    }
    // The first turn warms everybody up.
    if (round === 0) continue
    own.push(perSecond)
    const latest = [...theirs].map(([{ name }, rates]) => `${name} ${whole(rates.at(-1) ?? 0)}`)
    console.error(`  turn ${round}: ours ${whole(perSecond)}/s, ${latest.join(", ")}`)
    sizes.push(median(batches.map(({ length }) => length)))
  }
  await kernel.close()
  for (const { close } of rivals) await close().catch(() => {})
  return [
    {
      what: "real events committed a second",
      value: median(own),
      unit: "/s",
      toReach: null,
      note: `${whole(conversations)} conversations, commits of ${whole(median(sizes))}; turns: ${own.map(whole).join(" ")}`
    },
    ...[...theirs].map(([{ how, name, toReach }, rates]): Measured => ({
      what: `against ${name}`,
      value: median(rates.map((rate, i) => (own[i] ?? 0) / rate)),
      unit: "×",
      toReach: toReach === null ? null : more(toReach),
      note: `${whole(median(rates))}/s: ${how}`
    })),
    ...failed
  ]
}

/** Until all conversations play. Returns their time. */
const rampUp = async (home: BenchDatabase, crowd: Crowd): Promise<number> => {
  const kernel = await openOwnKernel(home)
  await crowd.ramp(kernel)
  await kernel.close()
  return kernel.clock.nowMs
}

const ownTurn = async (
  crowd: Crowd,
  kernel: OwnKernel,
  batches: () => ReadonlyArray<ReadonlyArray<Commit>>
): Promise<number> => {
  globalThis.gc?.()
  const beganMs = performance.now()
  const brought = await crowd.play(kernel, ticksOfRound)
  const tookMs = performance.now() - beganMs
  const committed = eventsIn(batches())
  if (committed < brought * 0.95) throw new Error(`of ${brought} events only ${committed} changed anything`)
  return (committed / tookMs) * 1_000
}

/** What follows from an event at once belongs to it. */
const eventsIn = (batches: ReadonlyArray<ReadonlyArray<Commit>>): number =>
  batches.flat().reduce((sum, { log }) => sum + log.filter(({ source }) => source !== null).length, 0)

const openRivals = async (
  server: Server,
  home: BenchDatabase,
  competitors: Parameters<typeof commitRows>[2],
  failed: Array<Measured>
): Promise<ReadonlyArray<Rival>> => {
  const rivals: Array<Rival> = []
  const pgbench = findPgbench()
  if (pgbench === null) failed.push(notMeasured("pgbench", "there is no pgbench on this machine"))
  else rivals.push(await pgbenchRival(pgbench, await server.create("pgbench", home.name)))
  rivals.push(await naiveRival(await server.create("naive", home.name)))
  for (const [bring, name, toReach] of competitors) {
    try {
      const competitor = await bring()
      const where = await server.create(name.toLowerCase().replace(/[^a-z]/g, "_"))
      rivals.push(rivalOf(competitor, await competitor.open(where), toReach))
    } catch (error) {
      failed.push(notMeasured(name, error))
    }
  }
  return rivals
}

const pgbenchRival = async (pgbench: string, where: BenchDatabase): Promise<Rival> => ({
  name: "pgbench",
  how: "the same statement and parameters, prepared; one connection, as the worker has for commits",
  toReach: 0.6,
  turn: async (batches) => {
    const tookMs = await runPgbench(pgbench, where, await recordBatches(where, batches))
    return (eventsIn(batches) / tookMs) * 1_000
  },
  close: async () => {}
})

/** Every fourth conversation, so that a turn is short and no version is missing. */
const naiveRival = async (where: BenchDatabase): Promise<Rival> => {
  const rates = new Map<number, number>()
  return {
    name: "one transaction per event",
    how: `seven statements from Node, the best of ${naiveLanes.join(", ")} connections`,
    toReach: 8,
    turn: async (batches) => {
      const some = batches.map((batch) => batch.filter(({ next }) => Number(next.conversation.slice(-2)) % 4 === 0))
      const commits = some.flat()
      // Each width is tried on a part of the turn; the best one counts.
      const part = Math.ceil(commits.length / naiveLanes.length)
      for (const [i, lanes] of naiveLanes.entries()) {
        const own = commits.slice(i * part, (i + 1) * part)
        const rate = await withSql(where, lanes, async (sql) => {
          await Promise.all(Array.from({ length: lanes }, () => sql`select pg_sleep(0.02)`))
          const beganMs = performance.now()
          await runNaive(sql, own, lanes)
          return (eventsIn([own]) / (performance.now() - beganMs)) * 1_000
        })
        rates.set(lanes, rate)
      }
      return Math.max(...rates.values())
    },
    close: async () => {}
  }
}

const rivalOf = ({ how, name, turn }: Competitor, open: OpenCompetitor, toReach: number | null): Rival => ({
  name,
  how,
  toReach,
  turn: async (batches) => {
    const steps = stepsOf(batches.flat().slice(0, turn))
    await open.prepare?.(steps)
    const beganMs = performance.now()
    await open.run(steps)
    return (steps.length / (performance.now() - beganMs)) * 1_000
  },
  close: open.close
})

const notMeasured = (name: string, error: unknown): Measured => ({
  what: `against ${name}`,
  value: null,
  unit: "×",
  toReach: null,
  note: String(error instanceof Error ? error.message : error).slice(0, 300)
})
