/** What it costs that a broker lies between whoever hears and whoever decides, and what more who decide bring. */
import type { Question } from "@znatoki/engine"
import { setTimeout as sleep } from "node:timers/promises"
import { type BenchDatabase, migrated, type Server } from "../kernel/database.ts"
import { record, type Script } from "../kernel/games.ts"
import { type Measured, median, more, whole } from "../report/row.ts"
import { Arrangement, type Window } from "./arrangement.ts"
import { boundOf, type Use } from "./processor-time.ts"
import type { RoleName } from "./role-process.ts"
import { type Steady, steadyRows, takeSteady } from "./steady.ts"

const turns = 3
const startMs = 4_000
const warmUpMs = 6_000
const windowMs = 8_000

const arrangements = {
  direct: ["all"],
  one: ["connector", "worker"],
  two: ["connector", "worker", "worker"]
} as const satisfies Readonly<Record<string, ReadonlyArray<RoleName>>>

type Name = keyof typeof arrangements

interface Turn {
  readonly full: Window
  /** Null: not in this turn. */
  readonly steady: Steady | null
}

export const brokerRows = async (
  server: Server,
  questions: ReadonlyArray<Question>
): Promise<ReadonlyArray<Measured>> => {
  const home = await migrated(await server.create("broker"))
  const scripts: Array<Script> = []
  for (const [i, players] of [2, 3, 4, 6].entries()) {
    scripts.push(await record(home, questions, { players, games: 3, timers: false, seed: i + 1 }))
  }
  const found: Record<Name, Array<Turn>> = { direct: [], one: [], two: [] }
  for (let turn = 1; turn <= turns; turn++) {
    for (const name of ["direct", "one", "two"] as const) {
      const where = await server.create(`broker_${name}_${turn}`, home.name)
      const taken = await takeTurn(where, scripts, arrangements[name], turn === turns && name !== "two")
      found[name].push(taken)
      console.error(`  turn ${turn}, ${name}: ${whole(taken.full.perSecond)}/s; ${boundOf(taken.full.uses)}`)
    }
  }
  return [
    againstDirect(found),
    byProcessorTime(found),
    ...steadyRows(found.one.at(-1)?.steady ?? null, found.direct.at(-1)?.steady ?? null),
    twoAgainstOne(found),
    ...memory("direct", found),
    ...memory("two", found)
  ]
}

const takeTurn = async (
  where: BenchDatabase,
  scripts: ReadonlyArray<Script>,
  roles: ReadonlyArray<RoleName>,
  withSteady: boolean
): Promise<Turn> => {
  const arrangement = await Arrangement.open(where, scripts, roles)
  try {
    // Who decides has its share of the buckets by then.
    await sleep(startMs)
    arrangement.go({ _tag: "AllAtOnce" })
    await sleep(warmUpMs)
    const full = await arrangement.watch(windowMs)
    await arrangement.drained()
    const steady = withSteady ? await takeSteady(arrangement, full.perSecond) : null
    const share = await arrangement.shareCommitted()
    if (share < 0.95) throw new Error(`of all events only ${(share * 100).toFixed(0)} % changed anything`)
    return { full, steady }
  } finally {
    await arrangement.close()
  }
}

type Found = Readonly<Record<Name, ReadonlyArray<Turn>>>

const ratesOf = (turns: ReadonlyArray<Turn>): ReadonlyArray<number> => turns.map(({ full }) => full.perSecond)

const ratioOf = (some: ReadonlyArray<Turn>, against: ReadonlyArray<Turn>): number => {
  const theirs = ratesOf(against)
  return median(ratesOf(some).map((rate, i) => rate / (theirs[i] ?? NaN)))
}

const said = (turns: ReadonlyArray<Turn>): string => ratesOf(turns).map(whole).join(" ")

const boundOfLast = (turns: ReadonlyArray<Turn>): string => boundOf(turns.at(-1)?.full.uses ?? [])

const againstDirect = ({ direct, one }: Found): Measured => ({
  what: "events through RabbitMQ, against one process",
  value: ratioOf(one, direct),
  unit: "×",
  toReach: more(0.65),
  note: `a second, ${said(one)} against ${said(direct)}; ${boundOfLast(one)}; one process: ${boundOfLast(direct)}`
})

/** Whoever else is on the machine takes its time from both, but is not in what they take. */
const byProcessorTime = ({ direct, one }: Found): Measured => {
  const [apart, together] = [anEvent(one), anEvent(direct)]
  const last = one.at(-1)?.full
  const each = last?.uses.filter(isOurs).map(({ cores, who }) => `${who} ${ms(cores, last)}`) ?? []
  return {
    what: "events for the same processor time, through RabbitMQ against one process",
    value: together / apart,
    unit: "×",
    toReach: null,
    note: `${apart.toFixed(2)} ms an event against ${together.toFixed(2)}, PostgreSQL with them; in the last turn ${each.join(", ")}`
  }
}

const isOurs = ({ who }: Use): boolean => who !== "others"

const ms = (cores: number, { perSecond }: Window): string => ((cores / perSecond) * 1_000).toFixed(2)

const anEvent = (turns: ReadonlyArray<Turn>): number => median(turns.map(({ full }) => msAnEvent(full)))

const msAnEvent = ({ perSecond, uses }: Window): number =>
  (uses.filter(isOurs).reduce((sum, { cores }) => sum + cores, 0) / perSecond) * 1_000

const twoAgainstOne = ({ one, two }: Found): Measured => ({
  what: "two workers, against one",
  value: ratioOf(two, one),
  unit: "×",
  toReach: null,
  note: `${said(two)} a second; ${boundOfLast(two)}`
})

const memory = (name: Name, found: Found): ReadonlyArray<Measured> =>
  [...(found[name].at(-1)?.full.rssMiB ?? [])].map(([who, rssMiB]) => ({
    what: `resident memory: ${who}`,
    value: rssMiB,
    unit: "MiB",
    toReach: null,
    note: "at full load, with the flags of the image"
  }))
