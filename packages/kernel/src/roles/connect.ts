/** What whoever has the messenger of a community does: hears, and looks that all that was decided is said. */
import { EventLine } from "@znatoki/ports/event-line"
import { type Envelope, type Hearing, Inbox } from "@znatoki/ports/inbox"
import { tellsEveryStep } from "@znatoki/ports/telling"
import { type Recorder, type Trace, Tracing } from "@znatoki/ports/tracing"
import { Clock, type Duration, Effect, Metric, Schedule } from "effect"
import { Deliverer } from "../deliver/deliver.ts"
import { intakeLag } from "../measured.ts"
import { goOn } from "../outage/go-on.ts"

/** What a crash or another process left unsaid. */
const sweepNowAndThen = Effect.fnUntraced(function* (every: Duration.Input) {
  const deliverer = yield* Deliverer
  return yield* deliverer.sweep.pipe(
    Effect.catchCause(goOn("looking for what was left unsaid")),
    Effect.repeat(Schedule.spaced(every))
  )
})

/** A game whose bot cannot speak is held, and goes on when it can. What is told later has the later time, whatever becomes of the clock. */
const tellPresence = Effect.gen(function* () {
  const deliverer = yield* Deliverer
  const line = yield* EventLine
  let lastMs = -Infinity
  while (true) {
    const presence = yield* deliverer.presence
    lastMs = Math.max(lastMs + 1, yield* Clock.currentTimeMillis)
    yield* line.publish({ _tag: "Presence", ...presence, atMs: lastMs })
  }
})

type Recorded = Omit<Envelope, "trace"> & { readonly trace?: Trace }

/** The way of the event begins here or where it came in, if it is one of those that are recorded, and is over when the event is safe. */
const recorded = (recorder: Recorder | null, { done, incoming, trace }: Envelope): Recorded => {
  if (recorder === null || trace === null) return { incoming, done }
  const about = {
    "znatoki.event": incoming.source,
    "messaging.message.conversation_id": incoming.conversation,
    "messaging.operation.type": "receive"
  }
  const step = { name: "hear", kind: "consumer", about } as const
  const span = trace === undefined ? recorder.begin(step) : recorder.follow(trace, step)
  if (span === null) return { incoming, done }
  return {
    incoming,
    trace: span.trace,
    done: Effect.andThen(
      done,
      Effect.sync(() => span.end())
    )
  }
}

export interface ConnectOptions {
  /** How often what is left unsaid is looked for: a ring may be lost where who decides may die without us. */
  readonly sweepEvery: Duration.Input
}

/** Runs until interrupted, or until the inbox is refused for good. */
export const connect = Effect.fnUntraced(function* ({ sweepEvery }: ConnectOptions) {
  const deliverer = yield* Deliverer
  const inbox = yield* Inbox
  const line = yield* EventLine
  // against: no sweep
  yield* Effect.forkScoped(sweepNowAndThen(sweepEvery))
  yield* Effect.forkScoped(tellPresence)
  yield* line.whenAsked(inbox.ask)
  const recorder = yield* Tracing
  const tellsAll = yield* tellsEveryStep
  const takeOne = Effect.fnUntraced(function* (one: Envelope | Hearing) {
    if (!("incoming" in one)) return yield* line.tell(one)
    const nowMs = yield* Clock.currentTimeMillis
    yield* Metric.update(intakeLag, Math.max(0, nowMs - one.incoming.atMs) / 1_000)
    const { conversation, source } = one.incoming
    deliverer.took(source)
    if (tellsAll) yield* Effect.logDebug("an event is taken in", { event: source, conversation })
    yield* line.publish({ _tag: "Chat", ...recorded(recorder, one) })
  })
  const takeSome = Effect.flatMap(inbox.take, (some) => Effect.forEach(some, takeOne, { discard: true }))
  return yield* Effect.forever(takeSome)
})
