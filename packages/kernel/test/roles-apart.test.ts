/** One who hears and says and several who decide play as one bot does, whoever owns what meanwhile. */
import { assert, it } from "@effect/vitest"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Messenger } from "@znatoki/ports/messenger"
import { Ownership } from "@znatoki/ports/ownership"
import { partitionOf, wholeSlice } from "@znatoki/ports/slice"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { OwnershipTable } from "@znatoki/test-contracts/memory/ownership"
import { Deferred, Effect, Exit, Layer, Scope } from "effect"
import { TestClock } from "effect/testing"
import * as DirectAnswers from "../src/in-process/direct-answers.ts"
import * as DirectBell from "../src/in-process/direct-bell.ts"
import * as DirectLine from "../src/in-process/direct-line.ts"
import { silenceMaxMs } from "../src/outage/pulse.ts"
import { connector } from "../src/roles/kernel.ts"
import { runConnector } from "../src/roles/run-connector.ts"
import { runWorker } from "../src/roles/run-worker.ts"
import { type AnyEffect, aroundCalls } from "../src/testing/around-calls.ts"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { brisk } from "../src/testing/brisk-settings.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { memoryPorts } from "../src/testing/memory-ports.ts"
import { anna, logOf, outcomeOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"
import { seqsSaid } from "./seqs-said.ts"

const chats = [1, 2, 3].map(conversation)
const buckets = 4
const bucketOf = (chat: ConversationId): string => `work/${partitionOf(chat) % buckets}`

interface Options {
  readonly workers: number
  readonly queueMax?: number
  /** What becomes of a commit of the worker, and of how much it has. */
  readonly commit?: (worker: number, commit: AnyEffect, size: number) => AnyEffect
}

/** A connector and workers on one world, and who owns what among them; they end with the scope. */
const startCompany = Effect.fnUntraced(function* (
  { database, room }: World,
  { commit = (_worker, effect) => effect, queueMax = 100, workers }: Options
) {
  const table = new OwnershipTable()
  const outside = {
    dice: { roll: () => 7 },
    inbox: { take: room.reader(), ask: Effect.void },
    messenger: {
      textMax: Infinity,
      batchSize: 25,
      deliver: (batch) => Effect.sync(() => room.deliver(batch)),
      decorate: (batch) => Effect.sync(() => room.decorate(batch)),
      answerPress: (press, notice) => Effect.sync(() => void room.notices.push({ press, notice }))
    } satisfies Messenger["Service"]
  }
  const portsOf = (worker: number) => {
    const hands = <S extends object>(store: S): S =>
      aroundCalls(store, ({ args: [batch], method }, effect) =>
        method === "commit" ? commit(worker, effect, Array.isArray(batch) ? batch.length : 0) : effect
      )
    return Layer.mergeAll(memoryPorts(database, hands, outside), StoreTrouble.layer, ReadinessChecks.layer)
  }
  const between = yield* Layer.build(
    Layer.mergeAll(DirectLine.layer, DirectAnswers.layer, DirectBell.layer).pipe(Layer.provide(portsOf(-1)))
  )
  for (let worker = 0; worker < workers; worker++) {
    const options = { role: "work", buckets, settings: brisk, lanes: 1, batchMax: 100, queueMax, residentMax: 100 }
    yield* runWorker(options).pipe(
      Effect.provideService(Ownership, table.member()),
      Effect.provide(portsOf(worker)),
      Effect.provide(between),
      Effect.forkScoped
    )
  }
  yield* runConnector().pipe(
    Effect.provide(connector({ slice: wholeSlice, pendingMax: 1_000, concurrency: 2 })),
    Effect.provide(portsOf(-1)),
    Effect.provide(between),
    Effect.forkScoped
  )
  return table
})

const playedAlone = Effect.gen(function* () {
  yield* TestClock.setTime(0)
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bot = yield* startBot(world)
  yield* play(world, chats)
  yield* stopBot(bot)
  return transcripts(world)
})

const transcripts = (world: World) => chats.map((chat) => world.room.transcript(chat))

it.effect("a game of people and clocks is the same game word by word", () =>
  Effect.gen(function* () {
    const alone = yield* playedAlone
    yield* TestClock.setTime(0)
    const world = yield* makeWorld(new ChatRoom(), questions)
    yield* startCompany(world, { workers: 2 })
    yield* play(world, chats)
    assert.deepStrictEqual(transcripts(world), alone)
    assert.isTrue(world.room.acknowledged.every((times) => times === 1))
  })
)

it.effect("what is owned goes from hand to hand in the middle of games, and they play on where they stand", () =>
  Effect.gen(function* () {
    const alone = yield* playedAlone
    yield* TestClock.setTime(0)
    const world = yield* makeWorld(new ChatRoom(), questions)
    const commits = [0, 0]
    const counted = (worker: number, commit: AnyEffect): AnyEffect =>
      Effect.suspend(() => {
        commits[worker] = (commits[worker] ?? 0) + 1
        return commit
      })
    const table = yield* startCompany(world, { workers: 2, commit: counted })
    const handOver = Effect.sync(() => {
      for (const chat of chats) table.lose(bucketOf(chat))
    })
    yield* play(world, chats, { between: handOver })
    assert.deepStrictEqual(transcripts(world), alone)
    for (const chat of chats) {
      assert.isNotNull(outcomeOf(stateOf(world, chat)))
      assert.deepStrictEqual(seqsSaid(world, chat), [...new Set(seqsSaid(world, chat))])
    }
    for (const each of commits) assert.isAbove(each, 10)
  })
)

it.effect("what buckets of one worker decide while others are stored is stored at one go", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const ofEachBucket = new Map(
      Array.from({ length: 40 }, (_, i) => conversation(i)).map((chat) => [bucketOf(chat), chat])
    )
    const sizes: Array<number> = []
    const free = yield* Deferred.make<void>()
    const waits = (_worker: number, commit: AnyEffect, size: number): AnyEffect =>
      Effect.suspend(() => {
        sizes.push(size)
        return Effect.andThen(Deferred.await(free), commit)
      })
    yield* startCompany(world, { workers: 1, commit: waits })
    yield* settle
    for (const chat of ofEachBucket.values()) {
      room.write(chat, anna, "Начать игру", 0)
      yield* settle
    }
    assert.deepStrictEqual(sizes, [1, 1])
    yield* Deferred.succeed(free, undefined)
    yield* settle
    assert.deepStrictEqual(sizes, [1, 1, buckets - 2])
    assert.isTrue(room.acknowledged.every((times) => times === 1))
  })
)

it.effect(
  "whoever lets go says until when it played: nobody who takes over within five seconds of that gives time back",
  () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(0)
      const world = yield* makeWorld(new ChatRoom(), questions)
      const [chat = conversation(1)] = chats
      const first = yield* Scope.make()
      yield* Scope.provide(startCompany(world, { workers: 1 }), first)
      yield* play(world, [chat], { until: (state) => state?._tag === "Lobby" })
      // Hearts beat at whole seconds.
      yield* TestClock.setTime(2_900)
      yield* Scope.close(first, Exit.void)
      yield* TestClock.setTime(2_900 + silenceMaxMs - 500)
      yield* startCompany(world, { workers: 1 })
      yield* TestClock.adjust("3 seconds")
      const told = logOf(world, chat).map(({ event }) => event._tag)
      assert.notInclude(told, "OutageEnded")
    })
)

it.effect("whoever loses what it owns holds nobody up with what it did not come to", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const [chat = conversation(1)] = chats
    // Whoever commits first never hears of it.
    let stuck: number | null = null
    const hangs = (worker: number, commit: AnyEffect): AnyEffect =>
      Effect.suspend(() => {
        stuck ??= worker
        return stuck === worker ? Effect.never : commit
      })
    const table = yield* startCompany(world, { workers: 2, queueMax: 1, commit: hangs })
    yield* settle
    for (let i = 0; i < 50; i++) room.write(chat, anna, i === 0 ? "Начать игру" : "инфо", 0)
    yield* settle
    assert.isTrue(room.acknowledged.every((times) => times === 0))
    table.lose(bucketOf(chat))
    yield* TestClock.adjust("4 seconds")
    yield* settle
    assert.isTrue(room.acknowledged.every((times) => times === 1))
  })
)
