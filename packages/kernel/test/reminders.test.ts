/** A conversation asks to be reminded, and is called to play when it is time, once. */
import { assert, it } from "@effect/vitest"
import type { GameState } from "@znatoki/engine"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { wholeSlice } from "@znatoki/ports/slice"
import * as AdminOrdersMemory from "@znatoki/test-contracts/memory/admin-orders"
import * as RemindersMemory from "@znatoki/test-contracts/memory/reminders"
import { Clock, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { sayReminders } from "../src/jobs/say-reminders.ts"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { brisk } from "../src/testing/brisk-settings.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { anna, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const stores = Layer.provideMerge(RemindersMemory.layer, AdminOrdersMemory.layer)

const texts = ({ room }: World): ReadonlyArray<string> => room.messages(chat).map(({ text }) => text)
const look = Effect.andThen(TestClock.adjust("1 second"), settle)
const say = (world: World, words: string) =>
  Effect.gen(function* () {
    world.room.write(chat, anna, words, yield* Clock.currentTimeMillis)
    yield* settle
    return texts(world).at(-1) ?? ""
  })
const isOver = (state: GameState | null): boolean => state?._tag === "Finished"

/** The job runs each minute; here when the test says so. */
const toTheMinute = Effect.gen(function* () {
  const nowMs = yield* Clock.currentTimeMillis
  const date = new Date(nowMs + 3 * 3_600_000)
  return `${(date.getUTCHours() + Math.floor((date.getUTCMinutes() + 2) / 60)) % 24}:${String((date.getUTCMinutes() + 2) % 60).padStart(2, "0")}`
})

it.effect("it is promised, told, said in time with a button to begin, and said no second time", () =>
  Effect.gen(function* () {
    const orders = yield* AdminOrders
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world, { settings: brisk })
    assert.include(yield* say(world, "Напоминания"), "Напоминаний нет")
    const time = yield* toTheMinute
    assert.include(yield* say(world, `Напоминай каждый день в ${time}`), `зову играть каждый день в ${time}`)
    assert.include(yield* say(world, "Напоминания"), `Каждый день в ${time}`)
    assert.deepStrictEqual(yield* sayReminders.work, { said: 0 })
    yield* TestClock.adjust("2 minutes")
    assert.deepStrictEqual(yield* sayReminders.work, { said: 1 })
    assert.deepStrictEqual(yield* sayReminders.work, { said: 0 })
    yield* look
    assert.include(texts(world).at(-1), "Пора играть")
    const count = texts(world).length
    yield* look
    assert.strictEqual(texts(world).length, count)
    assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
    assert.include(yield* say(world, "Не напоминай"), "Больше не напоминаю")
    // The job needs no bot, whose clocks would each strike a hundred thousand times.
    yield* stopBot(bot)
    yield* TestClock.adjust("1 day")
    assert.deepStrictEqual(yield* sayReminders.work, { said: 0 })
  }).pipe(Effect.provide(stores))
)

it.effect("nobody who plays is called to play, and the order is over all the same", () =>
  Effect.gen(function* () {
    const orders = yield* AdminOrders
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world, { settings: brisk })
    yield* play(world, [chat], { until: (state) => state?._tag === "Discussion" })
    yield* orders.give({ conversation: chat, order: { _tag: "Remind" }, atMs: 1 })
    yield* look
    assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
    assert.deepStrictEqual(
      texts(world).filter((text) => text.includes("Пора играть")),
      []
    )
    yield* play(world, [chat], { until: isOver })
    assert.strictEqual(stateOf(world, chat)?._tag, "Finished")
    yield* stopBot(bot)
  }).pipe(Effect.provide(stores))
)

it.effect(
  "a conversation whose bot was away is called as many times as it is time, and not for the days that are over",
  () =>
    Effect.gen(function* () {
      const orders = yield* AdminOrders
      const world = yield* makeWorld(new ChatRoom(), questions)
      yield* TestClock.adjust("3 days")
      const nowMs = yield* Clock.currentTimeMillis
      for (const hoursAgo of [48, 24, 0.1]) {
        const atMs = nowMs - hoursAgo * 3_600_000
        yield* orders.give({ conversation: chat, order: { _tag: "Remind" }, atMs })
        yield* orders.give({ conversation: chat, order: { _tag: "AskDaily" }, atMs })
      }
      const bot = yield* startBot(world, { settings: brisk })
      yield* settle
      yield* look
      assert.lengthOf(
        texts(world).filter((text) => text.includes("Пора играть")),
        1
      )
      assert.lengthOf(
        texts(world).filter((text) => text.includes("Вопрос дня")),
        1
      )
      assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
      yield* stopBot(bot)
    }).pipe(Effect.provide(stores))
)
