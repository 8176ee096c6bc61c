/** Somebody sets the machine's clock while games are played. */
import { assert, it } from "@effect/vitest"
import { presets, type Settings } from "@znatoki/engine"
import * as ForwardClock from "@znatoki/kernel/outage/forward-clock"
import { bucketRole } from "@znatoki/kernel/roles/bucket-roles"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Clock, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { withTurnedClock } from "@znatoki/test-contracts/turned-clock"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as MemoryStores from "@znatoki/test-contracts/memory/memory-stores"
import { logOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const hour = 3_600_000
const settings: Settings = { ...presets.classic, silentRoundsMax: 0 }

/** One life by the time that never goes back. */
const startForward = (world: World) => {
  const stores = Layer.provide(MemoryStores.layer, Layer.succeed(MemoryDatabase, world.database))
  return startBot(world, { settings }).pipe(
    Effect.provide(Layer.provide(ForwardClock.layer("bot"), [stores, StoreTrouble.layer]))
  )
}

it.effect.each([-hour, -7_000])("a clock turned by %i ms lets no game wait longer", (byMs) =>
  withTurnedClock((turn) =>
    Effect.gen(function* () {
      const world = yield* makeWorld(new ChatRoom(), questions)
      const bot = yield* startForward(world)
      yield* play(world, [chat], { until: (state) => state?._tag === "Answer" && state.round === 3 })
      turn(byMs)
      yield* TestClock.adjust(settings.answerMs + 1_000)
      yield* settle
      assert.strictEqual(stateOf(world, chat)?._tag, "Verdict")
      yield* TestClock.adjust(settings.verdictMs + 1_000)
      yield* settle
      assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
      assert.deepStrictEqual(
        world.room.messages(chat).filter(({ text }) => text.includes("пропадал")),
        []
      )
      yield* stopBot(bot)
    })
  )
)

it.effect("a clock set forward takes no time from a game: what was skipped is given back", () =>
  withTurnedClock((turn) =>
    Effect.gen(function* () {
      const world = yield* makeWorld(new ChatRoom(), questions)
      const bot = yield* startForward(world)
      yield* play(world, [chat], { until: (state) => state?._tag === "Answer" && state.round === 3 })
      turn(hour)
      yield* TestClock.adjust(settings.answerMs / 2)
      assert.strictEqual(stateOf(world, chat)?._tag, "Answer")
      yield* TestClock.adjust(settings.answerMs)
      yield* settle
      assert.strictEqual(stateOf(world, chat)?._tag, "Verdict")
      yield* stopBot(bot)
    })
  )
)

it.effect.each([-hour, -7_000])(
  "a process that starts when the clock was turned by %i ms goes on from the last heartbeat, and nothing was lost",
  (byMs) =>
    withTurnedClock((turn) =>
      Effect.gen(function* () {
        const world = yield* makeWorld(new ChatRoom(), questions)
        const first = yield* startForward(world)
        yield* play(world, [chat], { until: (state) => state?._tag === "Answer" && state.round === 3 })
        yield* TestClock.adjust("2 seconds")
        first.mortal.kill()
        turn(byMs)
        const second = yield* startForward(world)
        yield* TestClock.adjust(settings.answerMs - 3_000)
        yield* settle
        assert.strictEqual(stateOf(world, chat)?._tag, "Answer")
        yield* TestClock.adjust(2_000)
        yield* settle
        assert.strictEqual(stateOf(world, chat)?._tag, "Verdict")
        assert.notInclude(
          logOf(world, chat).map(({ event }) => event._tag),
          "OutageEnded"
        )
        yield* stopBot(second)
      })
    )
)

it.effect("where each bucket has a heart of its own a process goes on from the last beat of any", () =>
  Effect.gen(function* () {
    const { database } = yield* makeWorld(new ChatRoom(), questions)
    database.heartbeats.set("bot", 1_000)
    database.heartbeats.set(bucketRole("bot", 3), hour)
    const stores = Layer.provide(MemoryStores.layer, Layer.succeed(MemoryDatabase, database))
    const nowMs = yield* Clock.currentTimeMillis.pipe(
      Effect.provide(Layer.provide(ForwardClock.layer("bot"), [stores, StoreTrouble.layer]))
    )
    assert.strictEqual(nowMs, hour)
  })
)
