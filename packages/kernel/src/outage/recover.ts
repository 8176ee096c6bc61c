/**
 * After an outage: every running game gets back the time in which nobody could play. Whoever speaks, or whose deadline
 * nears, has it back at once (see `attempt.ts`); the others in the background, so that nobody who plays has to wait.
 */
import { Clock, Effect, Latch, Schedule, Semaphore } from "effect"
import { Doorbell } from "@znatoki/ports/doorbell"
import { goOn } from "./go-on.ts"
import { type ArmedTimer, GameStore } from "@znatoki/ports/game-store"
import { type Before, Heartbeat } from "@znatoki/ports/heartbeat"
import type { Slice } from "@znatoki/ports/slice"
import type { StoreBroken, StoreError } from "@znatoki/ports/store-error"
import { Pulse } from "./pulse.ts"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { untilReachable } from "./until-reachable.ts"
import { Worker } from "../play/worker.ts"

const pageSize = 100
/** A game that moved while it was looked for may have been missed; more looks than this are not worth it. */
const looksMax = 3

/**
 * Remembers how long nobody could play, before anybody does. From here on the role is alive. Where it was handed over within
 * `handOverMs` nobody's time is lost: such a silence makes deadlines late, as one does that somebody lived through.
 */
export const wake = Effect.fnUntraced(function* (role: string, before: Before, handOverMs = 0) {
  const heartbeat = yield* Heartbeat
  const pulse = yield* Pulse
  const bridge = Effect.fnUntraced(function* (nowMs: number) {
    if (handOverMs === 0) return
    const lastMs = yield* heartbeat.last(role, before)
    if (lastMs !== null && nowMs - lastMs <= handOverMs) yield* heartbeat.beat(role, nowMs)
  })
  yield* Clock.currentTimeMillis.pipe(
    Effect.tap(bridge),
    // against: beat before waking
    Effect.flatMap((nowMs) =>
      Effect.map(heartbeat.wake(role, nowMs, before), (outages) => pulse.remember(outages, nowMs))
    ),
    untilReachable
  )
})

/** Gives back what is to be given back, whenever there is something, until interrupted. */
export const giveBack = Effect.fnUntraced(function* (role: string, slice: Slice) {
  const heartbeat = yield* Heartbeat
  const pulse = yield* Pulse
  const once = Effect.gen(function* () {
    const untilMs = pulse.lastEndMs()
    // against: outage forgotten early
    if (untilMs === null) return
    let games = 0
    for (let look = 1; look <= looksMax; look++) {
      const found: number = yield* giveBackUntil(slice, untilMs)
      games += found
      if (found === 0) break
    }
    yield* heartbeat.forget(role, untilMs).pipe(untilReachable)
    pulse.forget(untilMs)
    if (games > 0) yield* Effect.logInfo("running games got back the time in which nobody could play", { games })
  })
  return yield* once.pipe(Effect.catchCause(goOn("giving time back")), Effect.repeat(Schedule.spaced("1 second")))
})

/** How many games had lost time; those that wait for the soonest deadline first. */
const giveBackUntil = Effect.fnUntraced(function* (slice: Slice, untilMs: number) {
  const store = yield* GameStore
  let games = 0
  let after: ArmedTimer | null = null
  do {
    const page: ReadonlyArray<ArmedTimer> = yield* store
      .timersUnmoved(slice, untilMs, { after, limit: pageSize })
      .pipe(untilReachable)
    yield* giveBackTo(page, untilMs)
    games += page.length
    after = page.length < pageSize ? null : (page.at(-1) ?? null)
  } while (after !== null)
  return games
})

/** Ends when all of them have it, and the messenger has had its chance to tell them. */
const giveBackTo = Effect.fnUntraced(function* (page: ReadonlyArray<ArmedTimer>, untilMs: number) {
  if (page.length === 0) return
  const bell = yield* Doorbell
  const worker = yield* Worker
  const all = yield* Latch.make(false)
  let left = page.length
  const done = Effect.sync(() => {
    if (--left === 0) Latch.openUnsafe(all)
  })
  // That the game is looked at is enough: it gets everything it lost.
  for (const { conversation } of page) {
    yield* worker.offer({ _tag: "Outage", conversation, sinceMs: untilMs, atMs: untilMs, done })
  }
  yield* all.await
  yield* Effect.race(bell.drained, Effect.sleep("1 second"))
  yield* bell.room
})

/**
 * Whether somebody else's heart beat since ours did: until then they played, so nobody's time was lost, and within `silenceMaxMs`
 * of it they play still.
 */
const heedOthers = Effect.fnUntraced(function* (role: string) {
  const heartbeat = yield* Heartbeat
  const pulse = yield* Pulse
  const lastMs = yield* heartbeat.last(role)
  if (lastMs === null || pulse.isOurs(lastMs)) return false
  pulse.beat(lastMs)
  return true
})

/** Says that the role is alive. A heart that stood still (the store was away, or the whole process) first remembers what was lost. */
const sayAlive = Effect.fnUntraced(function* (role: string) {
  const heartbeat = yield* Heartbeat
  const pulse = yield* Pulse
  const nowMs = yield* Clock.currentTimeMillis
  // against: a silence of one's own
  const areOthers = pulse.isSilent(nowMs) && (yield* heedOthers(role))
  for (const { atMs, sinceMs } of pulse.unremembered(nowMs)) {
    yield* heartbeat.beat(role, sinceMs)
    pulse.remember(yield* heartbeat.wake(role, atMs), atMs)
    yield* Effect.logWarning("nobody could play for a while; running games get the time back", { sinceMs, atMs })
  }
  yield* heartbeat.beat(role, nowMs)
  pulse.beatStored(nowMs)
  // What they remember is to be given back before anything else, by us too.
  if (areOthers) pulse.remember(yield* heartbeat.wake(role, nowMs), nowMs)
})

/** Says every second that the role is alive, until interrupted; or sooner, where somebody has to know what was lost. */
export const beat = (role: string) => Effect.scoped(beating(role))

const beating = Effect.fnUntraced(function* (role: string) {
  const pulse = yield* Pulse
  const watched = yield* (yield* StoreTrouble).watching
  const turn = yield* Semaphore.make(1)
  const context = yield* Effect.context<Heartbeat | Pulse>()
  const inTurn = <A>(asking: Effect.Effect<A, StoreError, Heartbeat | Pulse>) =>
    turn.withPermit(asking).pipe(
      // A store that answers nonsense is there all the same: games go on.
      Effect.catchTag("StoreBroken", (error) => alive("the heartbeat cannot be stored", error)),
      Effect.provide(context)
    )
  const settle = Effect.asVoid(inTurn(sayAlive(role)))
  pulse.settleBy({ settle, heedOthers: inTurn(heedOthers(role)) })
  // A process that died now would have been of no use since people were last heard.
  // against: beats while deaf
  const once = Effect.suspend(() => (pulse.isDeaf ? Effect.void : watched(settle)))
  return yield* once.pipe(
    // Told by the trouble of the store.
    Effect.catchTag("StoreUnavailable", () => Effect.void),
    Effect.catchCause((cause) => Effect.logWarning("no heartbeat", cause)),
    Effect.repeat(Schedule.spaced("1 second"))
  )
})

/**
 * Says until when whoever lets go played. Its last beat may be a second old, and many where it was not heard until a moment ago: what
 * was played since would pass for lost to whoever takes over. Who does not know that it played until now says nothing.
 */
export const sayUntilWhen = Effect.fnUntraced(function* (role: string) {
  const pulse = yield* Pulse
  if (pulse.isAlive(yield* Clock.currentTimeMillis)) yield* sayAlive(role)
})

const alive = Effect.fnUntraced(function* (what: string, error: StoreBroken) {
  yield* Effect.logError(what, error)
  const pulse = yield* Pulse
  pulse.feel(yield* Clock.currentTimeMillis)
})
