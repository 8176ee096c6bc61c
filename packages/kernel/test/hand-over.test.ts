/** What changes hands soon was never away; what nobody owned for longer was. */
import { assert, it } from "@effect/vitest"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { memoryStores } from "@znatoki/test-contracts/memory/memory-stores"
import { Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { Pulse, silenceMaxMs } from "../src/outage/pulse.ts"
import { beat, wake } from "../src/outage/recover.ts"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { brisk } from "../src/testing/brisk-settings.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { unavailable } from "../src/testing/store-faults.ts"
import { boris, logOf, play, questions, settle, stopBot } from "./scripted-game.ts"

const role = "bot/vk:1/3"

/** What is known to be lost by who takes over so long after the last beat of who had it before. */
const takenOverAfter = (ms: number, handOverMs?: number) =>
  Effect.gen(function* () {
    const heartbeat = yield* Heartbeat
    yield* heartbeat.beat(role, 1_000)
    yield* TestClock.setTime(1_000 + ms)
    yield* wake(role, { whole: [], parts: [] }, handOverMs)
    return (yield* Pulse).outages(1_000 + ms)
  }).pipe(Effect.provide(Layer.mergeAll(memoryStores(), Pulse.layer, StoreTrouble.layer)))

it.effect("within five seconds nobody's time is lost, and the store remembers none", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* takenOverAfter(silenceMaxMs, silenceMaxMs), [])
  })
)

it.effect("after more than that all of it is", () =>
  Effect.gen(function* () {
    const [outage, ...others] = yield* takenOverAfter(silenceMaxMs + 1, silenceMaxMs)
    assert.deepStrictEqual(outage, { sinceMs: 1_000, atMs: 1_000 + silenceMaxMs + 1 })
    assert.lengthOf(others, 0)
  })
)

it.effect("a bot that starts anew gives back every moment, for it was nobody's turn", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* takenOverAfter(800), [{ sinceMs: 1_000, atMs: 1_800 }])
  })
)

const isBeat = (method: string): boolean => ["beat", "wake", "last"].includes(method)
const stillMs = silenceMaxMs + 500

/** What is known of lost time, to the store and to who stood still, after somebody else's heart beat until so long before its next beat. */
const stoodStill = (othersMs: number) =>
  Effect.gen(function* () {
    const heartbeat = yield* Heartbeat
    yield* TestClock.setTime(1_000)
    yield* wake(role, { whole: [], parts: [] })
    yield* TestClock.setTime(1_000 + stillMs)
    yield* heartbeat.beat(role, 1_000 + stillMs - othersMs)
    yield* Effect.forkScoped(beat(role))
    yield* settle
    const stored = yield* heartbeat.wake(role, 1_000 + stillMs)
    return { stored, known: (yield* Pulse).outages(1_000 + stillMs) }
  }).pipe(Effect.scoped, Effect.provide(Layer.mergeAll(memoryStores(), Pulse.layer, StoreTrouble.layer)))

it.effect("who stood still while somebody else played remembers nothing, for nobody lost anything", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* stoodStill(300), { stored: [], known: [] })
  })
)

it.effect("what nobody lived through while one stood still is remembered, and no more", () =>
  Effect.gen(function* () {
    const outage = { sinceMs: 1_000, atMs: 1_000 + stillMs }
    assert.deepStrictEqual(yield* stoodStill(stillMs), { stored: [outage], known: [outage] })
    const rest = { sinceMs: 1_200, atMs: 1_000 + stillMs }
    assert.deepStrictEqual(yield* stoodStill(stillMs - 200), { stored: [rest], known: [rest] })
  })
)

it.effect("who stood still and is deaf for it asks before it plays whether somebody else lived", () =>
  Effect.gen(function* () {
    const heartbeat = yield* Heartbeat
    const pulse = yield* Pulse
    yield* TestClock.setTime(1_000)
    yield* wake(role, { whole: [], parts: [] })
    yield* TestClock.setTime(1_000 + stillMs)
    // Nobody told it anything while it stood still.
    pulse.deafen(1_000)
    yield* Effect.forkScoped(beat(role))
    yield* settle
    const alone = yield* pulse.settledNow
    assert.deepStrictEqual(pulse.outages(alone), [{ sinceMs: 1_000, atMs: 1_000 + stillMs }])
    yield* heartbeat.beat(role, 1_000 + stillMs - 300)
    assert.deepStrictEqual(pulse.outages(yield* pulse.settledNow), [])
    assert.isTrue(pulse.isDeaf)
  }).pipe(Effect.scoped, Effect.provide(Layer.mergeAll(memoryStores(), Pulse.layer, StoreTrouble.layer)))
)

it.effect(
  "a game that is played by one who stood still, while another lived, is given nothing back before it knows",
  () =>
    Effect.gen(function* () {
      const chat = conversation(1)
      const world = yield* makeWorld(new ChatRoom(), questions)
      const settings = { ...brisk, choiceMs: 60_000 }
      let isStill = false
      const struck = yield* startBot(world, {
        settings,
        faults: ({ method }) => (isStill && isBeat(method) ? unavailable() : null)
      })
      const other = yield* startBot(world, { settings, hears: () => false })
      yield* play(world, [chat], { until: (state) => state?._tag === "Choice" })
      isStill = true
      yield* TestClock.adjust(stillMs)
      isStill = false
      world.room.write(chat, boris, "инфо", stillMs)
      yield* settle
      yield* TestClock.adjust("2 seconds")
      assert.notInclude(
        logOf(world, chat).map(({ event }) => event._tag),
        "OutageEnded"
      )
      yield* stopBot(struck)
      yield* stopBot(other)
    })
)

const away = () => Effect.fail(new StoreUnavailable({ operation: "beat", cause: "away" }))
const gone = Heartbeat.of({ beat: away, last: away, wake: away, forget: away })

it.effect("whoever lost it while the store was away waits for the store no more", () =>
  Effect.gen(function* () {
    const trouble = yield* StoreTrouble
    const owning = yield* Effect.forkChild(Effect.provideService(beat(role), Heartbeat, gone))
    yield* settle
    assert.isNotNull(yield* trouble.lasting)
    yield* Fiber.interrupt(owning)
    assert.isNull(yield* trouble.lasting)
  }).pipe(Effect.provide(Layer.mergeAll(Pulse.layer, StoreTrouble.layer)))
)
