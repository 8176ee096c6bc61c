/** Fires deadlines at their time, never early. At least once: the rules ignore a timer they no longer wait for. */
import { Clock, Effect, Metric } from "effect"
import { Deadlines } from "./deadlines.ts"
import { goOn } from "../outage/go-on.ts"
import { type ArmedTimer, GameStore } from "@znatoki/ports/game-store"
import { EventLine } from "@znatoki/ports/event-line"
import type { Slice } from "@znatoki/ports/slice"
import { Pulse } from "../outage/pulse.ts"
import { untilReachable } from "../outage/until-reachable.ts"
import { Worker } from "../play/worker.ts"
import { timerLateness } from "../measured.ts"

/** How far ahead deadlines are kept in memory. */
const horizonMs = 20_000
/** So many are enough, so that memory is bounded when deadlines are dense; but at least those of the next moments. */
const enough = 50_000
const nextMomentsMs = 2_000
/** Small, for while a page is unpacked nothing fires. */
const pageSize = 500
const fireMax = 1_000

/** Looks through the store from the soonest deadline on; answers up to when all of them are known now. */
const readAhead = Effect.fnUntraced(function* (slice: Slice) {
  const store = yield* GameStore
  const deadlines = yield* Deadlines
  const nowMs = yield* Clock.currentTimeMillis
  const untilMs = nowMs + horizonMs
  deadlines.keepUntil(untilMs)
  let after: ArmedTimer | null = null
  for (let near = 0; ;) {
    deadlines.beginPage()
    const page: ReadonlyArray<ArmedTimer> = yield* store
      .timersDue(slice, untilMs + 1, { after, limit: pageSize })
      .pipe(untilReachable)
    near += deadlines.endPage(page, yield* Clock.currentTimeMillis)
    after = page.at(-1) ?? null
    if (after === null || page.length < pageSize) return untilMs
    if (near >= enough && after.atMs > nowMs + nextMomentsMs) return after.atMs
  }
})

const readOn = Effect.fnUntraced(function* (slice: Slice) {
  const deadlines = yield* Deadlines
  const untilMs = yield* readAhead(slice)
  deadlines.readUntil(untilMs)
  // The next look comes when half of the time known has passed.
  yield* Effect.sleep(`${Math.max(untilMs - (yield* Clock.currentTimeMillis), nextMomentsMs) / 2} millis`)
})

const fireDue = Effect.gen(function* () {
  const deadlines = yield* Deadlines
  const line = yield* EventLine
  const pulse = yield* Pulse
  const worker = yield* Worker
  deadlines.changed.closeUnsafe()
  const soonestAtMs = deadlines.soonestAtMs()
  if (soonestAtMs === null) return yield* deadlines.changed.await
  // against: timers early
  const nowMs = yield* Clock.currentTimeMillis
  if (soonestAtMs > nowMs) {
    // A timer of the platform may come a little early; then this waits once more.
    return yield* Effect.race(
      Effect.sleep(`${Math.min(soonestAtMs - nowMs, horizonMs)} millis`),
      deadlines.changed.await
    )
  }
  // While the store is away or nobody is heard time is being lost, and every deadline moves with it.
  if (pulse.isSilent(nowMs)) return yield* Effect.sleep("100 millis")
  // What was written before it goes first, also if it is still on its way.
  pulse.heard.closeUnsafe()
  // against: deadline overtakes words
  const heardMs = pulse.heardUntilMs(nowMs)
  if (heardMs < soonestAtMs) {
    yield* line.ask
    return yield* Effect.race(pulse.heard.await, Effect.sleep("100 millis"))
  }
  for (const due of deadlines.takeDue(heardMs, fireMax)) {
    yield* Metric.update(timerLateness, (nowMs - due.atMs) / 1_000)
    yield* worker.offer({ _tag: "Timer", due, done: Effect.void })
  }
})

/** Runs until interrupted. */
export const fireTimers = Effect.fnUntraced(function* (slice: Slice) {
  // against: deadlines read once
  yield* readOn(slice).pipe(Effect.catchCause(goOn("reading deadlines")), Effect.forever, Effect.forkScoped)
  return yield* fireDue.pipe(Effect.catchCause(goOn("firing deadlines")), Effect.forever)
})
