/** What a bot tells of its health: whether people are heard, and whether they are answered. */
import { assert, it } from "@effect/vitest"
import { addBotReadiness } from "@znatoki/kernel/roles/bot-readiness"
import { addWorkerReadiness } from "@znatoki/kernel/roles/worker-readiness"
import { Deliverer, type Waiting } from "@znatoki/kernel/deliver/deliver"
import type { DeliveryResult } from "@znatoki/ports/messenger"
import { Pulse } from "@znatoki/kernel/outage/pulse"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect, Exit, Layer, Scope } from "effect"
import { TestClock } from "effect/testing"
import { say } from "@znatoki/test-contracts/contracts/sample-commits"
import { conversation } from "../src/testing/chat-room.ts"
import { openPost } from "./post-office.ts"

const [a, b] = [conversation(1), conversation(2)]
const nothingWaits: Waiting = { oldestMs: null, lastAnswerMs: 0 }

/** What is found of the part a moment from now on. */
const findingOf = (name: string, waiting: Deliverer["Service"]["waiting"] = Effect.succeed(nothingWaits)) =>
  Effect.gen(function* () {
    yield* addBotReadiness({ tellsHearing: true })
    const { found } = yield* ReadinessChecks
    return Effect.gen(function* () {
      yield* TestClock.adjust("1 second")
      return (yield* found).find((each) => each.name === name)
    })
  }).pipe(Effect.provide(Layer.mock(Deliverer, { took: () => {}, waiting })))

const around = Layer.merge(Pulse.layer, ReadinessChecks.layer)

it.effect("nobody is heard until somebody was, and when nothing was heard for a minute", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(100_000)
    const pulse = yield* Pulse
    const finding = yield* findingOf("inbox")
    pulse.deafen(100_000)
    assert.deepInclude(yield* finding, { problem: "has not been heard yet", sinceMs: 100_000 })
    pulse.hear(101_000)
    assert.deepInclude(yield* finding, { problem: null, sinceMs: null, figures: { lastHeardSecondsAgo: 1 } })
    yield* TestClock.adjust("1 minute")
    assert.deepInclude(yield* finding, { problem: "cannot be heard", sinceMs: 101_000 })
    pulse.hear(163_000)
    assert.deepInclude(yield* finding, { problem: null })
  }).pipe(Effect.provide(around))
)

it.effect("who is brought events cannot know what was not brought, and is ready without having heard anything", () =>
  Effect.gen(function* () {
    yield* addBotReadiness({ tellsHearing: false })
    const { found } = yield* ReadinessChecks
    assert.deepStrictEqual(
      (yield* found).map(({ name, problem }) => ({ name, problem })),
      [{ name: "outbox", problem: null }]
    )
  }).pipe(
    Effect.provide(Layer.mock(Deliverer, { took: () => {}, waiting: Effect.succeed(nothingWaits) })),
    Effect.provide(around)
  )
)

it.effect("a worker tells which of the buckets it owns are not heard, and no more of one that it gave away", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(100_000)
    const readiness = yield* addWorkerReadiness(16)
    const { found } = yield* ReadinessChecks
    const finding = Effect.gen(function* () {
      yield* TestClock.adjust("1 second")
      return (yield* found).find(({ name }) => name === "buckets")
    })
    const own = Effect.fnUntraced(function* (bucket: number) {
      const pulse = yield* Effect.map(Layer.build(Layer.fresh(Pulse.layer)), (context) =>
        Effect.runSync(Effect.provide(Pulse, context))
      )
      yield* Effect.provideService(readiness.owns(bucket), Pulse, pulse)
      return pulse
    })
    assert.deepInclude(yield* finding, { problem: null, figures: { owned: 0, buckets: 16, unheard: 0 } })
    const heard = yield* own(3)
    const given = yield* Scope.make()
    const deaf = yield* Scope.provide(own(5), given)
    heard.hear(101_000)
    deaf.deafen(101_000)
    yield* TestClock.adjust("4 seconds")
    assert.deepInclude(yield* finding, { problem: null, figures: { owned: 2, buckets: 16, unheard: 0 } })
    const found5 = yield* finding
    assert.deepInclude(found5, {
      problem: "cannot be heard: 5",
      sinceMs: 101_000,
      figures: { owned: 2, buckets: 16, unheard: 1 }
    })
    yield* Scope.close(given, Exit.void)
    assert.deepInclude(yield* finding, { problem: null, figures: { owned: 1, buckets: 16, unheard: 0 } })
  }).pipe(Effect.scoped, Effect.provide(ReadinessChecks.layer))
)

it.effect("one call in vain is a hiccup, and more of them in a row are not", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(100_000)
    const pulse = yield* Pulse
    const finding = yield* findingOf("inbox")
    pulse.hear(100_000)
    for (const sinceMs of [102_000, 103_000]) pulse.deafen(sinceMs)
    yield* TestClock.adjust("4 seconds")
    assert.deepInclude(yield* finding, { problem: null })
    yield* TestClock.adjust("1 second")
    assert.deepInclude(yield* finding, { problem: null })
    assert.deepInclude(yield* finding, { problem: "cannot be heard", sinceMs: 102_000 })
  }).pipe(Effect.provide(around))
)

it.effect("nothing can be delivered when the messenger took nothing for a minute and something waits for so long", () =>
  Effect.gen(function* () {
    let answer: DeliveryResult = { _tag: "Later", reason: "503", afterMs: 1_000 }
    const post = yield* openPost({ deliver: (batch) => Effect.sync(() => batch.map(() => answer)) })
    const finding = yield* findingOf("outbox", post.deliverer.waiting)
    yield* TestClock.adjust("10 seconds")
    yield* post.say(a, [say("раз")])
    yield* TestClock.adjust("59 seconds")
    assert.deepInclude(yield* finding, { problem: null, figures: { oldestUndeliveredSeconds: 60 } })
    assert.deepInclude(yield* finding, { problem: "nothing can be delivered", sinceMs: 10_000 })
    answer = { _tag: "Delivered", externalId: "1" }
    yield* TestClock.adjust("2 seconds")
    assert.deepInclude(yield* finding, { problem: null, figures: { oldestUndeliveredSeconds: 0 } })
    yield* post.stop
  }).pipe(Effect.provide(around))
)

it.effect("a chat that hangs alone is shown by its age, and one that put the bot out not at all", () =>
  Effect.gen(function* () {
    let isOut = false
    const post = yield* openPost({
      deliver: (batch) =>
        Effect.sync(() =>
          batch.map(({ conversation }): DeliveryResult => {
            if (conversation !== a) return { _tag: "Delivered", externalId: "1" }
            return isOut ? { _tag: "Gone", reason: "put out" } : { _tag: "Later", reason: "hangs", afterMs: 1_000 }
          })
        )
    })
    const finding = yield* findingOf("outbox", post.deliverer.waiting)
    yield* post.say(a, [say("раз")])
    yield* TestClock.adjust("2 minutes")
    yield* post.say(b, [say("два")])
    assert.deepInclude(yield* finding, { problem: null, figures: { oldestUndeliveredSeconds: 121 } })
    isOut = true
    yield* TestClock.adjust("5 minutes")
    assert.deepInclude(yield* finding, { problem: null, figures: { oldestUndeliveredSeconds: 0 } })
    yield* post.stop
  }).pipe(Effect.provide(around))
)
