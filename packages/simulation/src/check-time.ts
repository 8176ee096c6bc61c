/**
 * Timers fire when they are due and what was written before was heard. Nobody's time runs while no bot is there or hears,
 * and no more comes back than was lost.
 */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { silenceMaxMs } from "@znatoki/kernel/outage/pulse"
import type { FoldedLog } from "./fold-log.ts"
import type { SimulatedWorld, Span } from "./simulated-world.ts"
import { clockOffMaxMs, onlyAbsencesTakeTime } from "./trouble.ts"

/** A heart beats every second; starting takes its time, too. */
const beatMs = 1_500
const roundingMs = 1
/** Nobody hears that nothing comes back: so much may have been lost before it is noticed, or after. */
const noticedMs = 8_000
/** After the last trouble, what it left behind is looked for, found and done with. */
const settlingMs = 60_000
const lateMaxMs = 1_000

export const checkTime = (
  world: SimulatedWorld,
  conversation: ConversationId,
  { early, lostMs, moves, waits }: FoldedLog
): ReadonlyArray<string> => [
  ...early.map((timer) => `${timer} fired early`),
  // One who hears tells it by its own clock, one who decides waits by another, and so does another who decides.
  ...(world.planned.clockJumpEveryMs !== null && (world.between !== null || !world.isAlone) ? [] : waits)
    .filter(({ dueAtMs, toMs }) => toMs > Math.max(dueAtMs, settledAtMs(world)) + lateMaxMs)
    .map(({ dueAtMs, toMs }) => `a wait until ${dueAtMs} ended ${toMs - dueAtMs} ms late, though nothing failed`),
  ...(world.between === null && onlyAbsencesTakeTime(world.planned)
    ? checkGivenBack(world, { lostMs, moves, waits })
    : []),
  ...(world.planned.deafEveryMs !== null && world.planned.clockJumpEveryMs === null
    ? waits
        .filter(({ dueAtMs, toMs }) => world.feed.isOvertaken(conversation, dueAtMs - roundingMs, toMs + roundingMs))
        .map(({ dueAtMs }) => `a wait until ${dueAtMs} ended before all that was written in it was heard`)
    : [])
]

/** By the clock of the process that is furthest ahead, for the log goes by its clock and the trouble by the world's. */
const settledAtMs = ({ calmAtMs, planned }: SimulatedWorld): number =>
  calmAtMs + settlingMs + (planned.clockJumpEveryMs === null ? 0 : clockOffMaxMs)

const checkGivenBack = (
  { absences, silences, time: { nowMs: endMs } }: SimulatedWorld,
  { lostMs, moves, waits }: Pick<FoldedLog, "lostMs" | "moves" | "waits">
): ReadonlyArray<string> => {
  const outages = silences.flatMap((silence) => outagesIn(silence, absences)).map(sinceMoved(moves))
  const absent = (fromMs: number, toMs: number): number => lengthWithin([...absences, ...outages], fromMs, toMs)
  const stolen = waits.filter(
    ({ fromMs, lengthMs, toMs }) => toMs - fromMs - absent(fromMs, toMs) < lengthMs - roundingMs
  )
  const given = lostMs.reduce((sum, ms) => sum + ms, 0)
  const gone = absences.reduce((sum, { leavesMs, toMs }) => sum + Math.min(toMs, endMs) - leavesMs, 0)
  const unheard = silences.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs + noticedMs, 0)
  const lost = gone + unheard
  return [
    ...stolen.map(({ fromMs, lengthMs, toMs }) => `of ${lengthMs} ms from ${fromMs} to ${toMs} some were lost`),
    ...(given > lost + absences.length * beatMs ? [`${given} ms were given back, ${lost} ms were lost`] : [])
  ]
}

/**
 * What of a silence comes back. A process that starts in it remembers what was before, but for what the one that died had
 * not noticed; what it does not hear itself may be a hiccup, which only makes deadlines late.
 */
const outagesIn = ({ fromMs, toMs }: Span, absences: ReadonlyArray<Span>): ReadonlyArray<Span> => {
  const deaths = absences.filter((each) => each.fromMs < toMs + beatMs && each.toMs > fromMs)
  const startedMs = Math.max(fromMs, ...deaths.map((each) => each.toMs).filter((ms) => ms < toMs))
  // A beat may be under way as it begins, and counts when the store answers it.
  const isHiccup = toMs - startedMs <= silenceMaxMs + 2 * beatMs
  return [{ fromMs: deaths.length > 0 ? fromMs + noticedMs : fromMs, toMs: isHiccup ? startedMs : toMs }]
}

/** What was heard before may be played in the silence: a game that moved was alive until then, and has the rest back. */
const sinceMoved =
  (moves: ReadonlyArray<number>) =>
  ({ fromMs, toMs }: Span): Span => ({
    fromMs: Math.max(fromMs, ...moves.filter((ms) => ms > fromMs && ms < toMs)),
    toMs
  })

/** How much of the time from `fromMs` to `toMs` lies in any of these. */
const lengthWithin = (spans: ReadonlyArray<Span>, fromMs: number, toMs: number): number => {
  let length = 0
  let atMs = fromMs
  for (const span of spans.toSorted((one, other) => one.fromMs - other.fromMs)) {
    const endMs = Math.min(span.toMs, toMs)
    length += Math.max(0, endMs - Math.max(span.fromMs, atMs))
    atMs = Math.max(atMs, endMs)
  }
  return length
}
