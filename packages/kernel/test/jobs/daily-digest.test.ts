/** What the digest of a day tells, and of which day. */
import { assert, it } from "@effect/vitest"
import { beginningOf } from "@znatoki/chat/calendar-day"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { Statistics } from "@znatoki/ports/statistics"
import { commitOf, conversation, queued, say } from "@znatoki/test-contracts/contracts/sample-commits"
import * as AdminOrdersMemory from "@znatoki/test-contracts/memory/admin-orders"
import * as DeadLettersMemory from "@znatoki/test-contracts/memory/dead-letters"
import * as GameStoreMemory from "@znatoki/test-contracts/memory/game-store"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as OutboxMemory from "@znatoki/test-contracts/memory/outbox"
import * as ParkingMemory from "@znatoki/test-contracts/memory/parking"
import * as ProposalsMemory from "@znatoki/test-contracts/memory/proposals"
import * as QuestionVotesMemory from "@znatoki/test-contracts/memory/question-votes"
import * as StatisticsMemory from "@znatoki/test-contracts/memory/statistics"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { dailyDigest } from "../../src/jobs/daily-digest.ts"

/** Nothing but what ended on two days. */
const played = Layer.effect(
  Statistics,
  Effect.map(Statistics, (statistics) =>
    Statistics.of({
      ...statistics,
      days: (from, to) =>
        Effect.succeed(
          [
            { day: 19_999, games: 3, wins: 1, rounds: 20, right: 9 },
            { day: 20_000, games: 7, wins: 2, rounds: 50, right: 21 }
          ].filter(({ day }) => day >= from && day <= to)
        )
    })
  )
)

const stores = Layer.mergeAll(
  GameStoreMemory.layer,
  OutboxMemory.layer,
  DeadLettersMemory.layer,
  ParkingMemory.layer,
  ProposalsMemory.layer,
  QuestionVotesMemory.layer,
  Layer.provide(played, StatisticsMemory.layer)
).pipe(Layer.provide(MemoryDatabase.layer()), Layer.provideMerge(AdminOrdersMemory.layer))

it.effect("tells of the whole day before by Moscow time, and of what was not delivered on it", () =>
  Effect.gen(function* () {
    const id = conversation("a")
    const [store, outbox] = [yield* GameStore, yield* Outbox]
    for (const version of [1, 2, 3]) {
      yield* store.commit([commitOf(id, version, { outgoing: queued(version, say("слово")) })])
    }
    const diedAt = [beginningOf(19_999) - 1, beginningOf(19_999), beginningOf(20_000)]
    yield* outbox.settle(
      diedAt.map((atMs, i) => ({ _tag: "Dead" as const, conversation: id, seq: i + 1, reason: "no", atMs }))
    )
    yield* TestClock.setTime(beginningOf(20_000) + 9 * 3_600_000)
    assert.deepStrictEqual(yield* dailyDigest.work, {
      day: 19_999,
      games: 3,
      wins: 1,
      rounds: 20,
      right: 9,
      undelivered: 1,
      parked: 0,
      proposals: 0,
      disliked: 0,
      failedJobs: 0
    })
    yield* TestClock.setTime(beginningOf(20_002))
    assert.deepInclude(yield* dailyDigest.work, { day: 20_001, games: 0, undelivered: 0 })
  }).pipe(Effect.provide(stores))
)
