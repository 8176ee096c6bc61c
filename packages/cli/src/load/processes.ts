/** What the processes of a load take of the machine, as Linux tells it; elsewhere nothing is known. */
import { readdirSync, readFileSync } from "node:fs"

/** Which processes are one thing to whoever looks at it. */
export interface Watched {
  readonly name: string
  readonly pids: () => ReadonlyArray<number>
}

export interface Used {
  readonly name: string
  /** Seconds of processors a second. */
  readonly cpu: number
  readonly megabytes: number
}

/** Linux tells processor time in these, on every machine of ours. */
const ticksPerSecond = 100

const fileOf = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8")
  } catch {
    return ""
  }
}

/** Behind the name in brackets, which may have spaces: state, parent, and so on. */
const statOf = (pid: number): ReadonlyArray<string> => {
  const stat = fileOf(pid, "stat")
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")
}

const cpuSecondsOf = (pid: number): number => {
  const stat = statOf(pid)
  return (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) / ticksPerSecond
}

const kilobytes = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0)

/** Memory that several of them share is counted once. */
const megabytesOf = (pids: ReadonlyArray<number>): number => {
  const all = pids.map((pid) => fileOf(pid, "status"))
  const own = all.reduce((sum, status) => sum + kilobytes(status, "RssAnon") + kilobytes(status, "RssFile"), 0)
  return (own + Math.max(0, ...all.map((status) => kilobytes(status, "RssShmem")))) / 1_024
}

/** A server with what it has started; `of`: only those that say this word of themselves. */
export const withChildren = (parent: number, of: string | null): ReadonlyArray<number> => {
  try {
    const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name))
    const children = all.map(Number).filter((pid) => Number(statOf(pid)[1]) === parent)
    return of === null ? [parent, ...children] : children.filter((pid) => fileOf(pid, "cmdline").includes(of))
  } catch {
    return []
  }
}

/** Asked again and again: what was used since it was asked last, and is held now. */
export const watchProcesses = (watched: ReadonlyArray<Watched>) => {
  const known = new Map<number, number>()
  let askedMs = performance.now()
  const spentBy = (pids: ReadonlyArray<number>): number => {
    let spent = 0
    for (const pid of pids) {
      const seconds = cpuSecondsOf(pid)
      // One that was not there yet has spent all of it since.
      spent += Math.max(0, seconds - (known.get(pid) ?? 0))
      known.set(pid, Math.max(seconds, known.get(pid) ?? 0))
    }
    return spent
  }
  for (const { pids } of watched) spentBy(pids())
  return (): ReadonlyArray<Used> => {
    const nowMs = performance.now()
    const seconds = Math.max(0.001, (nowMs - askedMs) / 1_000)
    askedMs = nowMs
    return watched.map(({ name, pids }) => {
      const all = pids()
      return { name, cpu: spentBy(all) / seconds, megabytes: megabytesOf(all) }
    })
  }
}
