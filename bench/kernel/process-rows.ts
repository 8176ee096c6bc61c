/** What needs a process of its own: timers, a start, memory. */
import { less, type Measured } from "../report/row.ts"
import { figuresOf } from "./figures-of.ts"

interface Lateness {
  readonly p50: number
  readonly p99: number
}

const script = (name: string): URL => new URL(name, import.meta.url)

const armed = 1_000_000
const duePerSecond = 10_000

export const timerRows = async (): Promise<ReadonlyArray<Measured>> => {
  interface Fired {
    readonly early: number
    readonly latenessMs: Lateness
    readonly bareLatenessMs: Lateness
  }
  const { committed, offered } = await figuresOf<{ readonly offered: Fired; readonly committed: Fired }>(
    script("timers.ts"),
    [String(armed), String(duePerSecond), "1000", "8"]
  )
  const sayLate = ({ bareLatenessMs, early, latenessMs }: Fired): string =>
    `${armed} armed; p50 ${latenessMs.p50} ms, ${early} early; a bare timer beside it: p99 ${bareLatenessMs.p99} ms`
  return [
    {
      what: `timers late, ${duePerSecond} due a second, p99`,
      value: offered.latenessMs.p99,
      unit: "ms",
      toReach: less(25),
      note: sayLate(offered)
    },
    {
      what: "timers late, 1,000 a second to their commits, p99",
      value: committed.latenessMs.p99,
      unit: "ms",
      toReach: null,
      note: sayLate(committed)
    }
  ]
}

export const recoveryRows = async (): Promise<ReadonlyArray<Measured>> => {
  const found = await figuresOf<{ readonly runningGames: number; readonly firstCommitMs: ReadonlyArray<number> }>(
    script("recovery.ts"),
    ["100000", "4"]
  )
  return [
    {
      what: "process start to first commit, the slowest",
      value: Math.max(...found.firstCommitMs),
      unit: "ms",
      toReach: less(2_000),
      note: `${found.runningGames} running games; ${found.firstCommitMs.map(Math.round).join(", ")} ms`
    }
  ]
}

/** As in the image. */
const flags = ["--expose-gc", "--max-old-space-size=224", "--max-semi-space-size=4"]

export const memoryRows = async (): Promise<ReadonlyArray<Measured>> => {
  const { rounds } = await figuresOf<{ readonly rounds: ReadonlyArray<{ readonly rssMiB: number }> }>(
    script("memory.ts"),
    ["100000", "3", "10000"],
    flags
  )
  return [
    {
      what: "resident memory, 100,000 conversations at full load, the most",
      value: Math.max(...rounds.map(({ rssMiB }) => rssMiB)),
      unit: "MiB",
      toReach: less(300),
      note: `after each round: ${rounds.map(({ rssMiB }) => rssMiB).join(", ")} MiB`
    }
  ]
}
