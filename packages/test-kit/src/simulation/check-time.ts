/** Timers fire when they are due. Nobody's time runs while no bot is there, and no more comes back than was lost. */
import type { FoldedLog } from "./fold-log.ts"
import type { SimulatedWorld } from "./simulated-world.ts"

/** A heart beats every second; starting takes its time, too. */
const beatMs = 1_500
const roundingMs = 1
/** After the last trouble, what it left behind is looked for, found and done with; clocks may differ as much again. */
const settlingMs = 60_000
const lateMaxMs = 1_000

export const checkTime = (world: SimulatedWorld, { early, lostMs, waits }: FoldedLog): ReadonlyArray<string> => [
  ...early.map((timer) => `${timer} fired early`),
  ...waits
    .filter(({ dueAtMs, toMs }) => toMs > Math.max(dueAtMs, world.calmAtMs + settlingMs) + lateMaxMs)
    .map(({ dueAtMs, toMs }) => `a wait until ${dueAtMs} ended ${toMs - dueAtMs} ms late, though nothing failed`),
  ...(isToldByAbsences(world) ? checkGivenBack(world, { lostMs, waits }) : [])
]

const checkGivenBack = (
  { absences, time: { nowMs: endMs } }: SimulatedWorld,
  { lostMs, waits }: Pick<FoldedLog, "lostMs" | "waits">
): ReadonlyArray<string> => {
  const absent = (fromMs: number, toMs: number): number =>
    absences.reduce((sum, each) => sum + Math.max(0, Math.min(each.toMs, toMs) - Math.max(each.fromMs, fromMs)), 0)
  const stolen = waits.filter(
    ({ fromMs, lengthMs, toMs }) => toMs - fromMs - absent(fromMs, toMs) < lengthMs - roundingMs
  )
  const given = lostMs.reduce((sum, ms) => sum + ms, 0)
  const lost = absences.reduce((sum, { leavesMs, toMs }) => sum + Math.min(toMs, endMs) - leavesMs, 0)
  return [
    ...stolen.map(({ fromMs, lengthMs, toMs }) => `of ${lengthMs} ms from ${fromMs} to ${toMs} some were lost`),
    ...(given > lost + absences.length * beatMs ? [`${given} ms were given back, ${lost} ms were lost`] : [])
  ]
}

/** Where clocks and stores are right, and nothing is parked, only crashes and stops take time from people. */
const isToldByAbsences = ({ isAlone, planned }: SimulatedWorld): boolean =>
  isAlone &&
  planned.poison === 0 &&
  planned.clockJumpEveryMs === null &&
  planned.storeAwayEveryMs === null &&
  planned.storeSlow + planned.storeFails + planned.storeAnswerLost + planned.storeLate === 0
