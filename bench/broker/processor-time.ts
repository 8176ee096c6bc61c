/** Whose the processors were: of our processes, of PostgreSQL, of RabbitMQ, of all others; from Linux's /proc. */
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import { readdirSync, readFileSync } from "node:fs"
import { cpus } from "node:os"

/** Linux tells the time of processes in hundredths. */
const tickMs = 10

export interface Taken {
  readonly atMs: number
  /** By process; those that ended in between are left out. */
  readonly postgres: ReadonlyMap<number, number>
  readonly rabbit: ReadonlyMap<number, number>
  /** Of the whole machine, by whomever. */
  readonly busyMs: number
}

/** Null: the process is no more, or this is no Linux. */
const timeOf = (pid: number, named: string): number | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The name may hold spaces, but nothing after it does.
    const end = text.lastIndexOf(")")
    if (text.slice(text.indexOf("(") + 1, end) !== named) return null
    const fields = text.slice(end + 2).split(" ")
    return (Number(fields[11]) + Number(fields[12])) * tickMs
  } catch {
    return null
  }
}

const timesOf = (pids: ReadonlyArray<number>, named: string): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  for (const pid of pids) {
    const ms = timeOf(pid, named)
    if (ms !== null) found.set(pid, ms)
  }
  return found
}

const everyPid = (): ReadonlyArray<number> => {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}

/** Whoever works for this database, and those that work for every one of its server. */
const backends = async (sql: Sql): Promise<ReadonlyArray<number>> => {
  const rows = await sql<ReadonlyArray<{ readonly pid: number }>>`
    select pid from pg_stat_activity where datname is null or datname = current_database()`
  return rows.map(({ pid }) => pid)
}

export const taken = async (sql: Sql): Promise<Taken> => ({
  atMs: performance.now(),
  postgres: timesOf(await backends(sql), "postgres"),
  rabbit: timesOf(everyPid(), "beam.smp"),
  busyMs: cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)
})

const between = (from: ReadonlyMap<number, number>, to: ReadonlyMap<number, number>): number =>
  [...to].reduce((sum, [pid, ms]) => sum + ms - (from.get(pid) ?? 0), 0)

export interface Use {
  readonly who: string
  /** How many processors it kept busy. */
  readonly cores: number
  /** Whether it can keep no more than one busy. */
  readonly isOneThread: boolean
}

/** `ours`: what each of our processes took, by its name. */
export const usesOf = (from: Taken, to: Taken, ours: ReadonlyMap<string, number>): ReadonlyArray<Use> => {
  const tookMs = to.atMs - from.atMs
  const postgresMs = between(from.postgres, to.postgres)
  const rabbitMs = between(from.rabbit, to.rabbit)
  const oursMs = [...ours.values()].reduce((sum, ms) => sum + ms, 0)
  const use = (who: string, ms: number, isOneThread = false): Use => ({ who, cores: ms / tookMs, isOneThread })
  return [
    ...[...ours].map(([who, ms]) => use(who, ms, true)),
    use("PostgreSQL", postgresMs),
    use("RabbitMQ", rabbitMs),
    use("others", Math.max(0, to.busyMs - from.busyMs - postgresMs - rabbitMs - oursMs))
  ]
}

const isBusy = 0.9

/** What held it up, as far as processors can tell. */
export const boundOf = (uses: ReadonlyArray<Use>): string => {
  const cores = cpus().length
  const busy = uses.reduce((sum, use) => sum + use.cores, 0)
  const said = uses.map((use) => `${use.who} ${use.cores.toFixed(2)}`).join(", ")
  const thread = uses.find((use) => use.isOneThread && use.cores >= isBusy)
  const most = uses.toSorted((a, b) => b.cores - a.cores)[0]?.who ?? "nobody"
  const of = `processors: ${said}; together ${busy.toFixed(2)} of ${cores}`
  if (busy >= cores * isBusy) return `bound by the machine's processors, most of it ${most}; ${of}`
  if (thread !== undefined) return `bound by the one thread of ${thread.who}; ${of}`
  return `bound by waiting (disk, or word from each other), not by processors; ${of}`
}
