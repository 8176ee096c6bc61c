/** What every ReceivedEvents does. */
import { assert } from "@effect/vitest"
import { EpochMs } from "@znatoki/engine"
import { type ReceivedEvent, ReceivedEvents } from "@znatoki/ports/received-events"
import { Effect, type Layer } from "effect"
import { contract } from "./suite.ts"

const eventOf = (id: string, body = `{"id":"${id}"}`): ReceivedEvent => ({
  id,
  body,
  atMs: EpochMs.make(1_700_000_000_000)
})

const idsOf = (events: ReadonlyArray<ReceivedEvent>): ReadonlyArray<string> => events.map(({ id }) => id)

export const receivedEventsContract = <E>(name: string, empty: Layer.Layer<ReceivedEvents, E>): void => {
  contract("ReceivedEvents", name, empty, (proves) => {
    proves("what is kept waits in the order in which it came, word for word", () =>
      Effect.gen(function* () {
        const events = yield* ReceivedEvents
        const odd = String.raw`{"text":"ёж \u0000 \ud83d\ude00 'кавычки' \\"}`
        assert.isTrue(yield* events.keep("vk:1", eventOf("б", odd)))
        assert.isTrue(yield* events.keep("vk:1", eventOf("а")))
        const waiting = yield* events.waiting("vk:1", 0, 10)
        assert.deepStrictEqual(
          waiting.map(({ atMs, body, id }) => ({ id, body, atMs })),
          [eventOf("б", odd), eventOf("а")]
        )
        assert.isTrue((waiting[0]?.place ?? 0) < (waiting[1]?.place ?? 0))
      })
    )

    proves("an event that waits is kept once, whatever comes under its name again", () =>
      Effect.gen(function* () {
        const events = yield* ReceivedEvents
        yield* events.keep("vk:1", eventOf("а"))
        assert.isFalse(yield* events.keep("vk:1", eventOf("а", "{}")))
        assert.deepStrictEqual(
          (yield* events.waiting("vk:1", 0, 10)).map(({ body }) => body),
          [eventOf("а").body]
        )
      })
    )

    proves("one that came many times at once is new to one of those who brought it", () =>
      Effect.gen(function* () {
        const events = yield* ReceivedEvents
        const brought = yield* Effect.forEach(Array.from({ length: 8 }), () => events.keep("vk:1", eventOf("а")), {
          concurrency: "unbounded"
        })
        assert.strictEqual(brought.filter(Boolean).length, 1)
      })
    )

    proves("communities have their own events, also under the same name", () =>
      Effect.gen(function* () {
        const events = yield* ReceivedEvents
        yield* events.keep("vk:1", eventOf("а"))
        assert.isTrue(yield* events.keep("vk:2", eventOf("а")))
        yield* events.forget("vk:1", ["а"])
        assert.deepStrictEqual(idsOf(yield* events.waiting("vk:1", 0, 10)), [])
        assert.deepStrictEqual(idsOf(yield* events.waiting("vk:2", 0, 10)), ["а"])
      })
    )

    proves("they are read page by page, and what is forgotten waits no more", () =>
      Effect.gen(function* () {
        const events = yield* ReceivedEvents
        for (const id of ["1", "2", "3", "4"]) yield* events.keep("vk:1", eventOf(id))
        const first = yield* events.waiting("vk:1", 0, 3)
        assert.deepStrictEqual(idsOf(first), ["1", "2", "3"])
        assert.deepStrictEqual(idsOf(yield* events.waiting("vk:1", first.at(-1)?.place ?? 0, 3)), ["4"])
        yield* events.forget("vk:1", ["2", "4", "never kept"])
        yield* events.forget("vk:1", [])
        assert.deepStrictEqual(idsOf(yield* events.waiting("vk:1", 0, 10)), ["1", "3"])
      })
    )

    proves("what was forgotten may come anew", () =>
      Effect.gen(function* () {
        const events = yield* ReceivedEvents
        yield* events.keep("vk:1", eventOf("а"))
        yield* events.forget("vk:1", ["а"])
        assert.isTrue(yield* events.keep("vk:1", eventOf("а")))
      })
    )
  })
}
