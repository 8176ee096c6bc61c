/** Who cannot reach the broker owns nothing, and somebody who can has it. */
import { assert, it } from "@effect/vitest"
import { Ownership } from "@znatoki/ports/ownership"
import { OwnershipTable } from "@znatoki/test-contracts/memory/ownership"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { Broker } from "../src/broker.ts"
import { ownWhileThere } from "../src/own-while-there.ts"

/** Away since then, or taking nothing; null: neither. */
interface Line {
  awayMs: number | null
  blockedMs?: number | null
}

const memberBy = (table: OwnershipTable, line: Line) =>
  Effect.map(
    Layer.build(
      Layer.fresh(ownWhileThere).pipe(
        Layer.provide(
          Layer.mock(Broker, { awaySinceMs: () => line.awayMs, blockedSinceMs: () => line.blockedMs ?? null })
        ),
        Layer.provide(Layer.succeed(Ownership, table.member()))
      )
    ),
    (context) => Effect.runSync(Effect.provide(Ownership, context))
  )

const working = (who: Array<string>, name: string) =>
  Effect.acquireUseRelease(
    Effect.sync(() => void who.push(name)),
    () => Effect.never,
    () => Effect.sync(() => void who.splice(who.indexOf(name), 1))
  )

it.effect("it is given on, and a cut that is mended at once gives nothing on", () =>
  Effect.gen(function* () {
    const [near, far]: [Line, Line] = [{ awayMs: null }, { awayMs: null }]
    const table = new OwnershipTable()
    const who: Array<string> = []
    yield* Effect.forkScoped((yield* memberBy(table, near)).hold("bucket", working(who, "near")))
    yield* TestClock.adjust("1 second")
    yield* Effect.forkScoped((yield* memberBy(table, far)).hold("bucket", working(who, "far")))
    yield* TestClock.adjust("1 second")
    assert.deepStrictEqual(who, ["near"])
    near.awayMs = 2_000
    yield* TestClock.adjust("300 millis")
    assert.deepStrictEqual(who, ["near"])
    yield* TestClock.adjust("1 second")
    assert.deepStrictEqual(who, ["far"])
    near.awayMs = null
    far.awayMs = 3_300
    yield* TestClock.adjust("2 seconds")
    assert.deepStrictEqual(who, ["near"])
  }).pipe(Effect.scoped)
)

it.effect("one that takes nothing is one that cannot be reached: nobody's deadlines go on unheard", () =>
  Effect.gen(function* () {
    const near: Line = { awayMs: null }
    const who: Array<string> = []
    yield* Effect.forkScoped((yield* memberBy(new OwnershipTable(), near)).hold("bucket", working(who, "near")))
    yield* TestClock.adjust("1 second")
    assert.deepStrictEqual(who, ["near"])
    near.blockedMs = 1_000
    yield* TestClock.adjust("2 seconds")
    assert.deepStrictEqual(who, [])
    near.blockedMs = null
    yield* TestClock.adjust("2 seconds")
    assert.deepStrictEqual(who, ["near"])
  }).pipe(Effect.scoped)
)
