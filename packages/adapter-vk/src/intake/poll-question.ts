/**
 * One question to VK's Long Poll: how long VK may wait with the answer, and who has it come at once; and what each answer asks
 * for. Anything else is nonsense, and moves nothing.
 */
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect, Latch, Schema } from "effect"
import { fetchJson, HttpTrouble } from "../api/fetch-json.ts"
import { type PollServer, Ts } from "./poll-server.ts"

/** VK advises 25: some proxies cut longer silence. */
const pollSeconds = 25
/** How much later than asked an answer may come. */
const lateAfterMs = 10_000
/** Of one that is to come at once somebody's deadline waits. */
const lateAtOnceMs = 3_000

const PollAnswer = Schema.Union([
  Schema.Struct({ failed: Schema.Literal(1), ts: Ts }),
  Schema.Struct({ failed: Schema.Literals([2, 3]) }),
  Schema.Struct({ ts: Ts, updates: Schema.Array(Schema.Unknown) })
])
type PollAnswer = typeof PollAnswer.Type

export type PollStep =
  | { readonly _tag: "Page"; readonly ts: string; readonly updates: ReadonlyArray<unknown> }
  /** Some history is gone; the key is still good. */
  | { readonly _tag: "GoOnFrom"; readonly ts: string }
  /** Only the key is too old: our place in the queue is still good. */
  | { readonly _tag: "NewKey" }
  | { readonly _tag: "NewKeyAndTs" }

const decodePollAnswer = Schema.decodeUnknownEffect(PollAnswer)

const pollStep = (answer: PollAnswer): PollStep => {
  if ("updates" in answer) return { _tag: "Page", ts: String(answer.ts), updates: answer.updates }
  if ("ts" in answer) return { _tag: "GoOnFrom", ts: String(answer.ts) }
  return answer.failed === 2 ? { _tag: "NewKey" } : { _tag: "NewKeyAndTs" }
}

/** Where we are: whom to ask, after which event, when VK was last heard, and how often in a row it went wrong. */
export interface Place {
  readonly server: PollServer
  readonly ts: string
  /** The last question was answered. */
  readonly sure: boolean
  readonly heardAtMs: number
  readonly failures: number
}

export interface Answered {
  readonly step: PollStep
  /** VK had been asked not to wait. */
  readonly atOnce: boolean
  readonly tookMs: number
}

const pollOnce = Effect.fnUntraced(function* ({ server, ts }: Place, waitSeconds: number, lateMs: number) {
  const query = new URLSearchParams({ act: "a_check", key: server.key, ts, wait: String(waitSeconds) })
  const json = yield* fetchJson(`${server.server}?${query}`, {}, waitSeconds * 1000 + lateMs)
  const answer = yield* decodePollAnswer(json).pipe(Effect.mapError(() => new HttpTrouble({ reason: "an odd answer" })))
  return pollStep(answer)
})

interface PollQuestion {
  readonly poll: (place: Place) => Effect.Effect<Answered, HttpTrouble>
  /** Whatever VK waits for, it is to answer now. */
  readonly ask: Effect.Effect<void>
}

export const makePollQuestion = (): PollQuestion => {
  const asked = Latch.makeUnsafe(false)
  /** Should VK not know what a wait of 0 is, it gets the next best. */
  let atOnceSeconds = 0

  const pollAtOnce = (place: Place) =>
    Effect.suspend(() => pollOnce(place, atOnceSeconds, lateAtOnceMs)).pipe(
      Effect.tapError((trouble) =>
        Effect.sync(() => {
          if (trouble.timedOut === true) atOnceSeconds = 1
        })
      )
    )

  /** At first and after trouble VK is given no time to wait: whether it can be heard is to be known at once. */
  const poll = Effect.fnUntraced(function* (place: Place) {
    const startedMs = yield* steadyMs
    const answered = (atOnce: boolean) => (step: PollStep) =>
      Effect.map(steadyMs, (nowMs): Answered => ({ step, atOnce, tookMs: nowMs - startedMs }))
    const soon = Effect.suspend(() => {
      asked.closeUnsafe()
      return Effect.flatMap(pollAtOnce(place), answered(true))
    })
    if (!place.sure || asked.isOpen()) return yield* soon
    const held = Effect.flatMap(pollOnce(place, pollSeconds, lateAfterMs), answered(false))
    return yield* Effect.raceFirst(held, Effect.andThen(asked.await, soon))
  })

  return { poll, ask: Effect.sync(() => asked.openUnsafe()) }
}
