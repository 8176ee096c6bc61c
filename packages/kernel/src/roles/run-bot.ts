/** One bot from start to stop: what begins before what, and what is finished before the process may end. */
import { Clock, Effect, Schedule } from "effect"
import { Deliverer } from "../deliver/deliver.ts"
import { fireTimers } from "../deadlines/fire-timers.ts"
import { goOn } from "../outage/go-on.ts"
import { type Envelope, type Hearing, Inbox } from "@znatoki/ports/inbox"
import type { Slice } from "@znatoki/ports/slice"
import { Pulse } from "../outage/pulse.ts"
import { beat, giveBack, wake } from "../outage/recover.ts"
import { watchReleases } from "../park/watch-releases.ts"
import { Worker } from "../play/worker.ts"

export interface BotOptions {
  /** Names the heartbeat: processes that share the work share no role. */
  readonly role: string
  readonly slice: Slice
}

/** What a crash or another process left unsaid; where somebody talks it is said at once, see `attempt.ts`. */
const sweepNowAndThen = Effect.gen(function* () {
  const deliverer = yield* Deliverer
  return yield* deliverer.sweep.pipe(
    Effect.catchCause(goOn("looking for what was left unsaid")),
    Effect.repeat(Schedule.spaced("30 seconds"))
  )
})

/** A game whose bot cannot speak is held, and goes on when it can. */
const tellPresence = Effect.gen(function* () {
  const deliverer = yield* Deliverer
  const worker = yield* Worker
  const presence = yield* deliverer.presence
  const atMs = yield* Clock.currentTimeMillis
  yield* worker.offer({ _tag: "Presence", ...presence, atMs, done: Effect.void })
}).pipe(Effect.forever)

/** Runs until interrupted, or until the inbox is refused for good. */
export const runBot = Effect.fn("runBot")(function* ({ role, slice }: BotOptions) {
  const deliverer = yield* Deliverer
  const inbox = yield* Inbox
  const pulse = yield* Pulse
  const worker = yield* Worker

  yield* wake(role)

  // After nothing is taken any more: finish what is taken, say what is decided. Whatever is left then comes again.
  yield* Effect.addFinalizer(() =>
    Effect.andThen(worker.idle, deliverer.drained).pipe(Effect.timeoutOption("3 seconds"))
  )
  yield* Effect.forkScoped(beat(role))
  yield* Effect.forkScoped(fireTimers(slice))
  yield* Effect.forkScoped(giveBack(role, slice))
  // against: no sweep
  yield* Effect.forkScoped(sweepNowAndThen)
  yield* Effect.forkScoped(watchReleases)
  yield* Effect.forkScoped(tellPresence)
  const takeOne = (one: Envelope | Hearing): Effect.Effect<void> => {
    if ("incoming" in one) {
      pulse.hearSome()
      return worker.offer({ _tag: "Chat", ...one })
    }
    return Effect.sync(() => {
      switch (one._tag) {
        case "HeardUntil":
          return pulse.hear(one.atMs)
        case "Deaf":
          return pulse.deafen(one.sinceMs)
        case "Lost":
          return pulse.miss(one.sinceMs, one.atMs)
      }
    })
  }
  const takeSome = Effect.flatMap(inbox.take, (some) => Effect.forEach(some, takeOne, { discard: true }))
  return yield* Effect.forever(takeSome)
}, Effect.scoped)
