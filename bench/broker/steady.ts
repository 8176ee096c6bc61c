/** What an event takes while so many come a second: at a thousand, and at the highest rate that is carried here. */
import { setTimeout as sleep } from "node:timers/promises"
import { percentile } from "../kernel/latency.ts"
import { less, type Measured, whole } from "../report/row.ts"
import type { Arrangement, Window } from "./arrangement.ts"
import { boundOf } from "./processor-time.ts"

const wantedPerSecond = 1_000
const warmUpMs = 6_000
const windowMs = 12_000

/** Of what goes through when as much is brought as is taken. */
const shares = [0.9, 0.75, 0.6, 0.45, 0.3]

interface AtRate {
  readonly perSecond: number
  readonly window: Window
}

export interface Steady {
  readonly wanted: AtRate
  /** The highest of the rates that were tried and got through; null: none did. */
  readonly carried: AtRate | null
}

const at = async (arrangement: Arrangement, perSecond: number): Promise<AtRate> => {
  arrangement.go({ _tag: "Steady", perSecond })
  await sleep(warmUpMs)
  const window = await arrangement.watch(windowMs)
  await arrangement.drained()
  return { perSecond, window }
}

/** What falls behind waits ever longer, or for as long as what came before it: what is measured then is the length of the measurement. */
const isCarried = ({ perSecond, window }: AtRate): boolean =>
  window.perSecond >= perSecond * 0.98 && percentile(window.tookMs, 0.5) <= 1_000

export const takeSteady = async (arrangement: Arrangement, fullPerSecond: number): Promise<Steady> => {
  const wanted = await at(arrangement, wantedPerSecond)
  for (const share of shares) {
    const perSecond = Math.round((fullPerSecond * share) / 10) * 10
    const found = await at(arrangement, perSecond)
    if (isCarried(found)) return { wanted, carried: found }
  }
  return { wanted, carried: null }
}

const p99 = ({ window }: AtRate): number => percentile(window.tookMs, 0.99)

const said = (one: AtRate): string => {
  const { perSecond, window } = one
  const behind = isCarried(one) ? "" : `, more than is carried (${whole(window.perSecond)} went through)`
  return `${whole(perSecond)}/s${behind}: p50 ${percentile(window.tookMs, 0.5).toFixed(1)}, p99 ${p99(one).toFixed(1)} ms`
}

const toldOf = (one: AtRate | null): string =>
  one === null ? "none of the rates that were tried" : `${said(one)}; ${boundOf(one.window.uses)}`

export const steadyRows = (apart: Steady | null, together: Steady | null): ReadonlyArray<Measured> => {
  if (apart === null || together === null) return []
  return [
    {
      what: `from event to commit through RabbitMQ at ${whole(wantedPerSecond)}/s, p99`,
      value: p99(apart.wanted),
      unit: "ms",
      toReach: less(40),
      note: `until the connector knows of the commit; ${toldOf(apart.wanted)}; one process, ${said(together.wanted)}`
    },
    {
      what: "the same at the highest rate carried here",
      value: apart.carried === null ? null : p99(apart.carried),
      unit: "ms",
      toReach: null,
      note: `${toldOf(apart.carried)}; one process, at the highest it carries: ${toldOf(together.carried)}`
    }
  ]
}
