/** What callbacks have kept is brought in its order, and no more of it is in memory than may be. */
import { assert, it } from "@effect/vitest"
import { type ReceivedEvent, ReceivedEvents } from "@znatoki/ports/received-events"
import { StoreBroken } from "@znatoki/ports/store-error"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import * as MemoryReceivedEvents from "@znatoki/test-contracts/memory/received-events"
import { Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { eventsInHand } from "../src/intake/events-in-hand.ts"

const community = "vk:1"
const event = (n: number): ReceivedEvent => ({ id: String(n), body: "{}", atMs: n })
const stores = Layer.merge(MemoryReceivedEvents.layer, StoreTrouble.layer)

const keep = Effect.fnUntraced(function* (from: number, to: number) {
  const store = yield* ReceivedEvents
  for (let n = from; n <= to; n++) yield* store.keep(community, event(n))
})

/** Whoever plays them, and tells of each or of none that it is done. */
const playing = (hand: Effect.Success<ReturnType<typeof eventsInHand>>, isDone: boolean) => {
  const brought: Array<number> = []
  const playSome = Effect.map(hand.some, (events) => {
    brought.push(...events.map(({ atMs }) => atMs))
    if (isDone) hand.areDone(events)
  })
  return Effect.as(Effect.forkScoped(Effect.forever(playSome)), brought)
}

/** Whatever goes on without waiting is over. */
const settle = Effect.repeat(Effect.yieldNow, { times: 2_000 })

const seconds = (count: number) =>
  Effect.forEach(
    Array.from({ length: count }),
    () => Effect.andThen(settle, Effect.andThen(TestClock.adjust("1 second"), settle)),
    { discard: true }
  )

it.effect(
  "of very many that wait no more are in hand than VK is let bring, and the others come as these are done",
  () =>
    Effect.gen(function* () {
      yield* keep(1, 12_000)
      const idle = yield* Effect.forkChild(
        Effect.scoped(
          Effect.gen(function* () {
            const hand = yield* eventsInHand(community)
            const brought = yield* playing(hand, false)
            yield* seconds(6)
            return { count: brought.length, isFull: hand.isFull() }
          })
        )
      )
      const { count, isFull } = yield* Fiber.join(idle)
      assert.isAtMost(count, 5_100)
      assert.isTrue(isFull)
      const brought = yield* playing(yield* eventsInHand(community), true)
      yield* seconds(20)
      assert.deepStrictEqual(
        brought,
        Array.from({ length: 12_000 }, (_, i) => i + 1)
      )
    }).pipe(Effect.provide(stores), Effect.scoped)
)

it.effect("what is brought by itself does not go before what waited already, nor is it forgotten", () =>
  Effect.gen(function* () {
    yield* keep(1, 250)
    const hand = yield* eventsInHand(community)
    const brought = yield* playing(hand, true)
    for (let n = 251; n <= 260; n++) {
      yield* keep(n, n)
      hand.take(event(n))
    }
    yield* seconds(1)
    assert.deepStrictEqual(
      brought,
      Array.from({ length: 260 }, (_, i) => i + 1)
    )
    yield* keep(261, 261)
    hand.take(event(261))
    yield* settle
    assert.strictEqual(brought.at(-1), 261)
  }).pipe(Effect.provide(stores), Effect.scoped)
)

it.effect("where those that wait cannot be read, what is brought by itself is played all the same", () =>
  Effect.gen(function* () {
    const problem = new StoreBroken({ operation: "received events", problem: "no sense" })
    const store = { ...(yield* ReceivedEvents), waiting: () => Effect.fail(problem) }
    const hand = yield* Effect.provideService(eventsInHand(community), ReceivedEvents, store)
    const brought = yield* playing(hand, true)
    yield* seconds(1)
    yield* store.keep(community, event(1))
    hand.take(event(1))
    yield* settle
    assert.deepStrictEqual(brought, [1])
  }).pipe(Effect.provide(stores), Effect.scoped)
)
