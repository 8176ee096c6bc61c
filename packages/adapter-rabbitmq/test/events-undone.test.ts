/** How much waits for workers is told, by whoever hears, and by nobody any more when another process does. */
import { assert, it } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import { Effect, Exit, Metric, Scope } from "effect"
import { TestClock } from "effect/testing"
import { Broker } from "../src/broker.ts"
import { openPublisher } from "../src/line/publish-line.ts"
import { eventsUndone } from "../src/measured.ts"
import { namesOf } from "../src/names.ts"

/** It takes everything, and nobody works. */
const broker = {
  keep: () => Effect.succeed(Effect.void),
  declare: () => Effect.void,
  whenBack: () => Effect.void,
  awaySinceMs: () => null,
  blockedSinceMs: () => null,
  publish: () => Effect.void
} satisfies Broker["Service"]

it.effect("every event that is not done counts, whether or not a message has many of them", () =>
  Effect.gen(function* () {
    const place = { prefix: "znatoki", community: "vk:undone", buckets: 2 }
    const told = Effect.map(Metric.value(eventsUndone(place.community)), ({ value }) => value)
    const scope = yield* Scope.make()
    const { publish } = yield* openPublisher(place, namesOf(place)).pipe(
      Effect.provideService(Broker, broker),
      Scope.provide(scope)
    )
    const conversation = ConversationId.make("vk:1:1")
    for (let i = 0; i < 7; i++) {
      yield* publish({ _tag: "Presence", conversation, isHere: true, atMs: i, done: Effect.void })
    }
    yield* TestClock.adjust("1 second")
    assert.strictEqual(yield* told, 7)
    yield* Scope.close(scope, Exit.void)
    assert.strictEqual(yield* told, 0)
  })
)
