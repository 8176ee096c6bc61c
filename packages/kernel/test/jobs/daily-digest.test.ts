/** What the digest of a day tells, and of which day. */
import { assert, it } from "@effect/vitest"
import { beginningOf } from "@znatoki/chat/calendar-day"
import { communitiesIn } from "@znatoki/chat/digest"
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

const deeds = { wins: 1, rounds: 20, right: 9, players: 12, appeals: 2, overturned: 1, openAppeals: 1 }
const days = new Map([
  [
    19_999,
    [
      { community: null, games: 3, ...deeds },
      { community: "vk:1", games: 3, ...deeds }
    ]
  ],
  [
    20_000,
    [
      { community: null, games: 7, ...deeds },
      { community: "vk:1", games: 5, ...deeds, players: 8 },
      { community: "vk:22", games: 2, ...deeds, players: 5 }
    ]
  ]
])

/** Nothing but what ended on two days. */
const played = Layer.effect(
  Statistics,
  Effect.map(Statistics, (statistics) =>
    Statistics.of({
      ...statistics,
      dayByCommunity: (day) => Effect.succeed(days.get(day) ?? [])
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

it.effect(
  "tells of the whole day before by Moscow time, of each community where there were several, and of what was not delivered on it",
  () =>
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
        players: 12,
        appeals: 2,
        overturned: 1,
        openAppeals: 1,
        undelivered: 1,
        parked: 0,
        proposals: 0,
        disliked: 0,
        failedJobs: 0
      })
      yield* TestClock.setTime(beginningOf(20_001))
      const ofSeveral = yield* dailyDigest.work
      assert.deepInclude(ofSeveral, {
        games: 7,
        "games@vk:1": 5,
        "players@vk:1": 8,
        "games@vk:22": 2,
        "appeals@vk:22": 2
      })
      assert.deepStrictEqual(communitiesIn(ofSeveral), ["vk:1", "vk:22"])
      yield* TestClock.setTime(beginningOf(20_002))
      assert.deepInclude(yield* dailyDigest.work, { day: 20_001, games: 0, undelivered: 0 })
    }).pipe(Effect.provide(stores))
)
