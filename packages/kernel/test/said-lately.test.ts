/** A message that is said twice or after one that follows it is counted, and how long an answer took too. */
import { assert, it } from "@effect/vitest"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { PendingMessage } from "@znatoki/ports/outbox"
import { Effect, Metric } from "effect"
import { SaidLately } from "../src/deliver/said-lately.ts"
import { orderBroken, saidTwice, untilAnswered } from "../src/measured.ts"

const press = SourceId.make("vk:1")

const message = (conversation: string, seq: number, afterMs?: number): PendingMessage => ({
  conversation: ConversationId.make(conversation),
  seq,
  queuedAtMs: 0,
  message: {
    _tag: "Say",
    text: ["да"],
    keyboard: null,
    slot: null,
    origin: { event: press },
    ...(afterMs === undefined ? {} : { afterMs })
  }
})

it.effect("what is said once and in order counts as nothing; the same again and one from before each count once", () =>
  Effect.gen(function* () {
    const context = yield* Effect.context<never>()
    const lately = yield* SaidLately.begin
    const counts = Effect.gen(function* () {
      return [(yield* Metric.value(saidTwice)).count, (yield* Metric.value(orderBroken)).count]
    })
    const say = (conversation: string, ...seqs: ReadonlyArray<number>) => {
      for (const seq of seqs) lately.said(message(conversation, seq), 0, context)
    }
    say("a", 1, 2, 5)
    say("b", 1)
    assert.deepStrictEqual(yield* counts, [0, 0])
    say("a", 5)
    assert.deepStrictEqual(yield* counts, [1, 0])
    say("a", 4)
    assert.deepStrictEqual(yield* counts, [1, 1])
    say("a", 6)
    say("b", 2)
    assert.deepStrictEqual(yield* counts, [1, 1])
  }).pipe(Effect.provideService(Metric.MetricRegistry, new Map()))
)

it.effect("a dead letter that an admin sends anew comes after what follows it, on purpose, and counts as nothing", () =>
  Effect.gen(function* () {
    const context = yield* Effect.context<never>()
    const lately = yield* SaidLately.begin
    const letter = message("a", 1)
    lately.said(message("a", 2), 0, context)
    lately.said({ ...letter, message: { ...letter.message, decidedAtMs: 0 }, queuedAtMs: 3_600_000 }, 0, context)
    assert.strictEqual((yield* Metric.value(orderBroken)).count, 0)
    lately.said({ ...letter, message: { ...letter.message, decidedAtMs: 0 }, queuedAtMs: 500 }, 0, context)
    assert.strictEqual((yield* Metric.value(orderBroken)).count, 1)
  }).pipe(Effect.provideService(Metric.MetricRegistry, new Map()))
)

it.effect(
  "an answer is measured from when its event was taken in, unless it is awaited on purpose or nobody here took it",
  () =>
    Effect.gen(function* () {
      const context = yield* Effect.context<never>()
      const lately = yield* SaidLately.begin
      lately.said(message("a", 1), 400, context)
      lately.took(press, 500)
      lately.said(message("a", 2), 750, context)
      lately.said(message("a", 3, 1_500), 2_500, context)
      const { count, sum } = yield* Metric.value(untilAnswered)
      assert.deepStrictEqual([count, sum], [1, 0.25])
    }).pipe(Effect.provideService(Metric.MetricRegistry, new Map()))
)
