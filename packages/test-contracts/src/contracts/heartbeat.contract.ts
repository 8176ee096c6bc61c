/** What every Heartbeat does. */
import { assert } from "@effect/vitest"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Effect, type Layer } from "effect"
import { contract } from "./suite.ts"

const t = 1_784_000_000_000

export const heartbeatContract = <E>(name: string, empty: Layer.Layer<Heartbeat, E>): void => {
  contract("Heartbeat", name, empty, (proves) => {
    proves("a role that never lived lost nothing, and lives from then on", () =>
      Effect.gen(function* () {
        const heartbeat = yield* Heartbeat
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t), [])
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 5), [{ sinceMs: t, atMs: t + 5 }])
      })
    )

    proves("what passed since the latest beat is an outage, also when an earlier beat comes late", () =>
      Effect.gen(function* () {
        const heartbeat = yield* Heartbeat
        yield* heartbeat.beat("bot", t + 1)
        yield* heartbeat.beat("sender", 5)
        yield* heartbeat.beat("bot", t + 2)
        yield* heartbeat.beat("bot", t)
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 9), [{ sinceMs: t + 2, atMs: t + 9 }])
        assert.deepStrictEqual(yield* heartbeat.wake("sender", 6), [{ sinceMs: 5, atMs: 6 }])
      })
    )

    proves("the last beat is the latest one, and none where the role never lived", () =>
      Effect.gen(function* () {
        const heartbeat = yield* Heartbeat
        assert.isNull(yield* heartbeat.last("bot"))
        yield* heartbeat.beat("bot", t + 2)
        yield* heartbeat.beat("bot", t)
        yield* heartbeat.beat("sender", t + 5)
        assert.strictEqual(yield* heartbeat.last("bot"), t + 2)
        yield* heartbeat.wake("bot", t + 9)
        assert.strictEqual(yield* heartbeat.last("bot"), t + 9)
      })
    )

    proves("what others owned before counts: all of it always, parts of it where the role never lived", () =>
      Effect.gen(function* () {
        const heartbeat = yield* Heartbeat
        const before = { whole: ["bot"], parts: ["bot/0", "bot/1"] }
        assert.isNull(yield* heartbeat.last("bot/1", before))
        yield* heartbeat.beat("bot/0", t + 5)
        assert.strictEqual(yield* heartbeat.last("bot/1", before), t + 5)
        assert.deepStrictEqual(yield* heartbeat.wake("bot/1", t + 7, before), [{ sinceMs: t + 5, atMs: t + 7 }])
        yield* heartbeat.beat("bot/0", t + 20)
        assert.strictEqual(yield* heartbeat.last("bot/1", before), t + 7)
        yield* heartbeat.beat("bot", t + 9)
        assert.strictEqual(yield* heartbeat.last("bot/1", before), t + 9)
        yield* heartbeat.forget("bot/1", t + 7)
        assert.deepStrictEqual(yield* heartbeat.wake("bot/1", t + 12, before), [{ sinceMs: t + 9, atMs: t + 12 }])
        assert.strictEqual(yield* heartbeat.last("bot/1"), t + 12)
      })
    )

    proves("outages are told again and again, soonest first, until they are forgotten", () =>
      Effect.gen(function* () {
        const heartbeat = yield* Heartbeat
        yield* heartbeat.beat("bot", t)
        const first = { sinceMs: t, atMs: t + 10 }
        const second = { sinceMs: t + 15, atMs: t + 20 }
        const third = { sinceMs: t + 20, atMs: t + 30 }
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 10), [first])
        yield* heartbeat.beat("bot", t + 15)
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 20), [first, second])
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 30), [first, second, third])
        yield* heartbeat.forget("bot", t + 20)
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 30), [third])
        yield* heartbeat.forget("bot", t + 30)
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 30), [])
      })
    )

    proves("who wakes twice at the same moment, or by a clock that was set back, lost nothing more", () =>
      Effect.gen(function* () {
        const heartbeat = yield* Heartbeat
        yield* heartbeat.beat("bot", t)
        const outage = { sinceMs: t, atMs: t + 10 }
        for (const atMs of [t + 10, t + 10, t - 5, t + 9]) {
          assert.deepStrictEqual(yield* heartbeat.wake("bot", atMs), [outage])
        }
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 11), [outage, { sinceMs: t + 10, atMs: t + 11 }])
      })
    )

    proves("what one role forgets another remembers", () =>
      Effect.gen(function* () {
        const heartbeat = yield* Heartbeat
        for (const role of ["bot", "sender"]) yield* heartbeat.beat(role, t)
        for (const role of ["bot", "sender"]) yield* heartbeat.wake(role, t + 1)
        yield* heartbeat.forget("sender", t + 1)
        assert.deepStrictEqual(yield* heartbeat.wake("bot", t + 1), [{ sinceMs: t, atMs: t + 1 }])
        assert.deepStrictEqual(yield* heartbeat.wake("sender", t + 1), [])
      })
    )
  })
}
