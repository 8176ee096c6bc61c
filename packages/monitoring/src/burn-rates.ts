/**
 * An objective and how fast its budget is used up, after the workbook on site reliability: a short and a long window have to agree, so
 * that it is raised soon and over soon. Where next to nothing happens, as at night, nothing is raised: one bad event of two is no half.
 */
import type { Alert } from "./alert.ts"

export interface Objective {
  readonly name: string
  /** The share of events that are to be good. */
  readonly good: number
  /** PromQL by window: events a second, and those that were good. */
  readonly all: (window: string) => string
  readonly fine: (window: string) => string
  readonly summary: string
  /** Names of the series of its histogram or counters, to tell stories with. */
  readonly story: (bad: readonly [before: string, during: string, after: string]) => Readonly<Record<string, string>>
}

interface Pace {
  readonly severity: Alert["severity"]
  readonly long: string
  readonly short: string
  readonly factor: number
}

const paces: ReadonlyArray<Pace> = [
  { severity: "page", long: "1h", short: "5m", factor: 14.4 },
  { severity: "page", long: "6h", short: "30m", factor: 6 },
  { severity: "ticket", long: "1d", short: "2h", factor: 3 },
  { severity: "ticket", long: "3d", short: "6h", factor: 1 }
]

/** Events a second below which a share says little. */
const trafficMin = 0.02

const rounded = (share: number): string => String(Number(share.toPrecision(6)))

const burning = ({ all, fine, good }: Objective, window: string, factor: number): string =>
  `(1 - (${fine(window)}) / (${all(window)})) > ${rounded(Math.min(1, (1 - good) * factor))}`

const exprOf = (objective: Objective, severity: Alert["severity"]): string =>
  paces
    .filter((pace) => pace.severity === severity)
    .map(
      ({ factor, long, short }) =>
        `(${burning(objective, long, factor)} and ${burning(objective, short, factor)} and (${objective.all(short)}) > ${trafficMin})`
    )
    .join(" or ")

/** One for each way to be told of it. */
export const burnRateAlerts = (objective: Objective): ReadonlyArray<Alert> => [
  {
    name: `${objective.name}Fast`,
    severity: "page",
    expr: exprOf(objective, "page"),
    lasting: "2m",
    summary: `${objective.summary}: the budget of a month is gone in days`,
    shown: {
      raised: objective.story(["0x120", "60x90", "0x400"]),
      at: ["1h", "3h", "9h50m"],
      nearly: objective.story(["0x120", `${nearly(objective, 6)}x400`, "0x10"]),
      nearlyAt: "8h"
    }
  },
  {
    name: `${objective.name}Slow`,
    severity: "ticket",
    expr: exprOf(objective, "ticket"),
    lasting: "15m",
    summary: `${objective.summary}: the budget of a month is used up too soon`,
    shown: {
      raised: objective.story(["0x120", "60x300", "0x420"]),
      at: ["1h", "6h30m", "13h50m"],
      nearly: objective.story([`${nearly(objective, 1)}x600`, "0x10", "0x10"]),
      nearlyAt: "9h"
    }
  }
]

/** Of a hundred events a minute, how many may be bad before the pace is reached. */
const nearly = ({ good }: Objective, factor: number): number => Number((100 * (1 - good) * factor * 0.8).toFixed(3))
