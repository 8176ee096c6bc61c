/** Whether people are heard and answered: what a bot adds to the readiness checks. */
import { Clock, Effect } from "effect"
import { Deliverer } from "../deliver/deliver.ts"
import type { Finding } from "@znatoki/ports/readiness"
import { Pulse, silenceMaxMs } from "../outage/pulse.ts"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"

/** An inbox that hears something tells of it twice in this time, also when nobody writes. */
const unheardMaxMs = 60_000
/** A chat that the messenger holds up alone is not the bot's trouble: nothing at all may have arrived in this time. */
const undeliveredMaxMs = 60_000

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1_000))

const inbox = Effect.gen(function* () {
  const pulse = yield* Pulse
  const nowMs = yield* Clock.currentTimeMillis
  const { deafSinceMs, lastHeardMs } = pulse
  if (lastHeardMs === null) return { problem: "has not been heard yet", sinceMs: deafSinceMs ?? nowMs }
  const figures = { lastHeardSecondsAgo: seconds(nowMs - lastHeardMs) }
  // One call in vain is a hiccup.
  const isDeaf = deafSinceMs !== null && nowMs - deafSinceMs > silenceMaxMs
  if (!isDeaf && nowMs - lastHeardMs <= unheardMaxMs) return { problem: null, figures }
  return { problem: "cannot be heard", sinceMs: deafSinceMs ?? lastHeardMs, figures }
})

const outbox = Effect.gen(function* () {
  const deliverer = yield* Deliverer
  const nowMs = yield* Clock.currentTimeMillis
  const { lastAnswerMs, oldestMs } = yield* deliverer.waiting
  if (oldestMs === null) return { problem: null, figures: { oldestUndeliveredSeconds: 0 } }
  const figures = { oldestUndeliveredSeconds: seconds(nowMs - oldestMs) }
  const sinceMs = Math.max(oldestMs, lastAnswerMs)
  return nowMs - sinceMs <= undeliveredMaxMs
    ? { problem: null, figures }
    : { problem: "nothing can be delivered", sinceMs, figures }
})

export interface BotReadinessOptions {
  /** Goes on with the name, where there are several bots in one process. */
  readonly of?: string
  /** Whether the inbox tells that it hears; what is brought events by the messenger cannot know what was not brought. */
  readonly tellsHearing: boolean
}

export const addBotReadiness = Effect.fnUntraced(function* ({ of = "", tellsHearing }: BotReadinessOptions) {
  const checks = yield* ReadinessChecks
  const context = yield* Effect.context<Pulse | Deliverer>()
  const add = (name: string, check: Effect.Effect<Finding, never, Pulse | Deliverer>) =>
    checks.add({ name, check: Effect.provide(check, context) })
  if (tellsHearing) yield* add(`inbox${of}`, inbox)
  yield* addOutboxReadiness(of)
})

/** What whoever says, and decides nothing, can tell of. */
export const addOutboxReadiness = Effect.fnUntraced(function* (of = "") {
  const checks = yield* ReadinessChecks
  const context = yield* Effect.context<Deliverer>()
  yield* checks.add({ name: `outbox${of}`, check: Effect.provide(outbox, context) })
})
