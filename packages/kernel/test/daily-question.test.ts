/** A conversation wants a question of the day, is asked it in time, once, answers it or is told, whatever happens to the bot. */
import { assert, it } from "@effect/vitest"
import type { Reminder } from "@znatoki/chat/reminder"
import { ConversationSettings } from "@znatoki/ports/conversation-settings"
import { Reminders } from "@znatoki/ports/reminders"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { wholeSlice } from "@znatoki/ports/slice"
import * as AdminOrdersMemory from "@znatoki/test-contracts/memory/admin-orders"
import * as ConversationSettingsMemory from "@znatoki/test-contracts/memory/conversation-settings"
import * as DailyQuestionsMemory from "@znatoki/test-contracts/memory/daily-questions"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as RemindersMemory from "@znatoki/test-contracts/memory/reminders"
import { Clock, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { askDailyQuestions } from "../src/jobs/ask-daily-questions.ts"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { brisk } from "../src/testing/brisk-settings.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { anna, boris, play, questions, settle, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const stores = Layer.provideMerge(RemindersMemory.layer, AdminOrdersMemory.layer)

const texts = ({ room }: World): ReadonlyArray<string> => room.messages(chat).map(({ text }) => text)
const about = (world: World, words: string): ReadonlyArray<string> =>
  texts(world).filter((text) => text.includes(words))
const look = Effect.andThen(TestClock.adjust("1 second"), settle)
const say = (world: World, words: string, by = anna) =>
  Effect.gen(function* () {
    world.room.write(chat, by, words, yield* Clock.currentTimeMillis)
    yield* settle
    return texts(world).at(-1) ?? ""
  })

/** The job runs each minute; here when the test says so. */
const runJob = (world: World) =>
  askDailyQuestions.work.pipe(
    Effect.provide(DailyQuestionsMemory.layer.pipe(Layer.provide(Layer.succeed(MemoryDatabase, world.database))))
  )

const inTwoMinutes = Effect.map(Clock.currentTimeMillis, (nowMs) => {
  const minutes = Math.floor(nowMs / 60_000) + 3 * 60 + 2
  return `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, "0")}`
})

/** As far as the question. */
const asked = (world: World) =>
  Effect.gen(function* () {
    const time = yield* inTwoMinutes
    assert.include(yield* say(world, `Вопрос дня каждый день в ${time}`), `вопрос дня — каждый день в ${time}`)
    assert.deepStrictEqual(yield* runJob(world), { asked: 0, closed: 0 })
    yield* TestClock.adjust("2 minutes")
    assert.deepStrictEqual(yield* runJob(world), { asked: 1, closed: 0 })
    assert.deepStrictEqual(yield* runJob(world), { asked: 0, closed: 0 })
    yield* look
  })

const answerOf = (world: World): string => {
  const open = world.database.conversations.get(chat)?.stored.daily?.open
  const found = questions.find(({ id }) => id === open?.question.id)
  assert.isDefined(found)
  return found?.answer ?? ""
}

it.effect("it is promised, asked in time, answered by whoever knows it, and told once with what belongs to it", () =>
  Effect.gen(function* () {
    const orders = yield* AdminOrders
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world, { settings: brisk })
    assert.include(yield* say(world, "Вопрос дня"), "Вопроса дня нет")
    yield* asked(world)
    assert.include(texts(world).at(-1), "💡 Вопрос дня")
    const answer = answerOf(world)
    const count = texts(world).length
    yield* say(world, "Кто бы знал")
    assert.strictEqual(texts(world).length, count)
    assert.include(yield* say(world, "/ответ не знаю точно"), "— нет. Думаем дальше!")
    assert.include(yield* say(world, answer, boris), `✅ Верно! ${boris.name}`)
    assert.include(texts(world).at(-1), `Правильный ответ: ${answer}`)
    yield* say(world, answer)
    assert.lengthOf(about(world, "✅ Верно!"), 1)
    assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
    assert.include(yield* say(world, "Вопрос дня выключить"), "больше не будет")
    yield* stopBot(bot)
    yield* TestClock.adjust("4 hours")
    assert.deepStrictEqual(yield* runJob(world), { asked: 0, closed: 0 })
    yield* TestClock.adjust("2 days")
    assert.deepStrictEqual(yield* runJob(world), { asked: 0, closed: 0 })
  }).pipe(Effect.provide(stores))
)

it.effect(
  "a bot that died after asking it hears the answer, and one that nobody knew is told when its time is over",
  () =>
    Effect.gen(function* () {
      const world = yield* makeWorld(new ChatRoom(), questions)
      const first = yield* startBot(world, { settings: brisk })
      yield* asked(world)
      yield* stopBot(first)
      const second = yield* startBot(world, { settings: brisk })
      assert.include(yield* say(world, answerOf(world)), "✅ Верно!")
      yield* stopBot(second)
      // A bot looks each second, so long hours pass without one.
      yield* TestClock.adjust("1 day")
      const third = yield* startBot(world, { settings: brisk })
      yield* runJob(world)
      yield* look
      assert.lengthOf(about(world, "💡 Вопрос дня\n"), 2)
      yield* stopBot(third)
      yield* TestClock.adjust("3 hours")
      const fourth = yield* startBot(world, { settings: brisk })
      assert.deepStrictEqual(yield* runJob(world), { asked: 0, closed: 1 })
      yield* look
      assert.lengthOf(about(world, "никто не взял"), 1)
      assert.deepStrictEqual(yield* runJob(world), { asked: 0, closed: 0 })
      yield* stopBot(fourth)
    }).pipe(Effect.provide(stores))
)

it.effect("a question asked so was asked: it is not asked again, by day or in a game", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world, { settings: brisk })
    yield* asked(world)
    const entry = world.database.conversations.get(chat)
    assert.deepStrictEqual([...(entry?.asked.keys() ?? [])], [entry?.stored.daily?.open?.question.id])
    yield* stopBot(bot)
  }).pipe(Effect.provide(stores))
)

it.effect("whoever plays is neither asked it nor told its answer, which waits until the game is over", () =>
  Effect.gen(function* () {
    const orders = yield* AdminOrders
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world, { settings: brisk })
    yield* asked(world)
    yield* play(world, [chat], { until: (state) => state?._tag === "Discussion" })
    yield* orders.give({ conversation: chat, order: { _tag: "AskDaily" }, atMs: 1 })
    yield* orders.give({ conversation: chat, order: { _tag: "CloseDaily", number: 1 }, atMs: 1 })
    yield* look
    assert.lengthOf(about(world, "💡 Вопрос дня\n"), 1)
    assert.lengthOf(about(world, "никто не взял"), 0)
    yield* play(world, [chat], { until: (state) => state?._tag === "Finished" })
    yield* stopBot(bot)
    yield* TestClock.adjust("4 hours")
    const next = yield* startBot(world, { settings: brisk })
    for (let times = 0; times < 2; times += 1) {
      yield* runJob(world)
      yield* look
      yield* TestClock.adjust("11 minutes")
    }
    assert.lengthOf(about(world, "никто не взял"), 1)
    yield* stopBot(next)
  }).pipe(Effect.provide(stores))
)

it.effect(
  "an admin settles when it is asked: the conversation is told, and where the bot is silenced it is kept unsaid",
  () =>
    Effect.gen(function* () {
      const [orders, settings, reminders] = [yield* AdminOrders, yield* ConversationSettings, yield* Reminders]
      const world = yield* makeWorld(new ChatRoom(), questions)
      const bot = yield* startBot(world, { settings: brisk })
      const order = (at: Reminder | null) =>
        Effect.andThen(orders.give({ conversation: chat, order: { _tag: "SetDailyQuestion", at }, atMs: 1 }), look)
      yield* order({ days: [1, 2, 3, 4, 5], minute: 720 })
      assert.include(texts(world).at(-1), "Администратор назначил вопрос дня — по будням в 12:00")
      assert.deepStrictEqual((yield* reminders.of(chat)).question, { days: [1, 2, 3, 4, 5], minute: 720 })
      yield* order(null)
      assert.include(texts(world).at(-1), "Вопроса дня больше не будет")
      assert.isUndefined((yield* reminders.of(chat)).question)
      yield* settings.settle(chat, { muted: true }, null, 1)
      yield* look
      const count = texts(world).length
      yield* order({ days: [6], minute: 60 })
      assert.deepStrictEqual((yield* reminders.of(chat)).question, { days: [6], minute: 60 })
      assert.strictEqual(texts(world).length, count)
      assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
      yield* stopBot(bot)
    }).pipe(Effect.provide(Layer.merge(stores, ConversationSettingsMemory.layer)))
)
