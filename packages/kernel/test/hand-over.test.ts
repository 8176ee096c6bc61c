/** What changes hands soon was never away; what nobody owned for longer was. */
import { assert, it } from "@effect/vitest"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { memoryStores } from "@znatoki/test-contracts/memory/memory-stores"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { Pulse, silenceMaxMs } from "../src/outage/pulse.ts"
import { wake } from "../src/outage/recover.ts"

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
