/** Nobody loses by not being heard: deadlines wait, the time comes back, and words count from when they were written. */
import { assert, it } from "@effect/vitest"
import { presets, type Settings } from "@znatoki/engine"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import type { Faults } from "../src/testing/store-faults.ts"
import { anna, boris, logOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const second = 1_000
const settings: Settings = { ...presets.classic, answerMs: 20 * second, warningMs: 0, voteMs: 0 }

const now = Effect.map(
  TestClock.testClockWith((clock) => clock.currentTimeMillis),
  Math.floor
)

/** A game where somebody has to answer. The room was heard up to now. */
const answering = Effect.gen(function* () {
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bot = yield* startBot(world, { settings })
  yield* play(world, [chat], { until: (state) => state?._tag === "Answer" })
  world.room.speakUp(yield* now)
  yield* settle
  return { world, bot }
})

const answer = Effect.fnUntraced(function* (world: World) {
  const state = stateOf(world, chat)
  if (state?._tag !== "Answer") throw new Error(`nobody has to answer in ${state?._tag}`)
  world.room.write(chat, state.answerer === anna.id ? anna : boris, "Пушкин", yield* now)
})

const timesTold = ({ room }: World): number =>
  room.messages(chat).filter(({ text }) => text.includes("пропадал")).length
const given = (world: World) =>
  logOf(world, chat).flatMap(({ event }) => (event._tag === "TextSaid" ? [event.text] : []))
const givenBackMs = (world: World) =>
  logOf(world, chat).flatMap(({ event }) => (event._tag === "OutageEnded" ? [event.lostMs] : []))
const deadlineAtMs = (world: World): number => {
  const state = stateOf(world, chat)
  return state !== null && "deadline" in state ? state.deadline.atMs : NaN
}

const slow: Faults = ({ method }) => (method === "commit" ? { when: "slow", ms: 1_500 } : null)

it.effect.each([9, 40, 3_600])(
  "an answer given while nobody was heard for %d s is an answer, and the chat is told once",
  (seconds) =>
    Effect.gen(function* () {
      const { bot, world } = yield* answering
      yield* TestClock.adjust("15 seconds")
      world.room.goSilent(yield* now)
      yield* TestClock.adjust("2 seconds")
      yield* answer(world)
      yield* TestClock.adjust(`${seconds - 2} seconds`)
      assert.strictEqual(stateOf(world, chat)?._tag, "Answer")
      world.room.speakUp(yield* now)
      yield* settle
      assert.deepStrictEqual(given(world), ["Пушкин"])
      yield* TestClock.adjust("10 seconds")
      assert.strictEqual(timesTold(world), 1)
      yield* stopBot(bot)
    })
)

it.effect("who says nothing has all the time left that there was, and no more", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* answering
    const dueAtMs = deadlineAtMs(world)
    yield* TestClock.adjust("15 seconds")
    world.room.goSilent(yield* now)
    yield* TestClock.adjust("30 seconds")
    world.room.speakUp(yield* now)
    yield* TestClock.adjust("2 seconds")
    // Hearts beat once a second: that is how exactly an end is known.
    assert.isAtLeast(deadlineAtMs(world), dueAtMs + 30 * second)
    assert.isAtMost(deadlineAtMs(world), dueAtMs + 31 * second)
    world.room.speakUp(deadlineAtMs(world))
    yield* TestClock.setTime(deadlineAtMs(world))
    yield* settle
    assert.strictEqual(stateOf(world, chat)?._tag, "Verdict")
    assert.strictEqual(timesTold(world), 1)
    yield* stopBot(bot)
  })
)

it.effect("a deadline waits for what was written before it, though nobody noticed yet that it is not heard", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* answering
    const dueAtMs = deadlineAtMs(world)
    world.room.goSilent(null)
    yield* TestClock.setTime(dueAtMs - 2 * second)
    yield* answer(world)
    yield* TestClock.setTime(dueAtMs + 2 * second)
    yield* settle
    assert.strictEqual(stateOf(world, chat)?._tag, "Answer")
    assert.isAbove(world.room.asks, 0)
    world.room.speakUp(yield* now)
    yield* settle
    assert.deepStrictEqual(given(world), ["Пушкин"])
    yield* TestClock.adjust("5 seconds")
    assert.strictEqual(timesTold(world), 0)
    yield* stopBot(bot)
  })
)

it.effect("a deadline that had to wait is no time won: what was written after it is no answer", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* answering
    world.room.goSilent(null)
    yield* TestClock.setTime(deadlineAtMs(world) + 2 * second)
    yield* answer(world)
    yield* TestClock.adjust("1 second")
    world.room.speakUp(yield* now)
    yield* TestClock.adjust("1 second")
    assert.deepStrictEqual(given(world), [])
    assert.strictEqual(stateOf(world, chat)?._tag, "Verdict")
    yield* stopBot(bot)
  })
)

it.effect("words that are lost for ever are told of once, and time is given back, however short it was", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* answering
    const dueAtMs = deadlineAtMs(world)
    world.room.goSilent(null)
    yield* answer(world)
    yield* TestClock.adjust("50 millis")
    world.room.forgetUnheard((yield* now) - 50, yield* now)
    yield* TestClock.adjust("3 seconds")
    assert.strictEqual(timesTold(world), 1)
    assert.deepStrictEqual(givenBackMs(world), [settings.outageNoticeMs])
    assert.strictEqual(deadlineAtMs(world), dueAtMs + settings.outageNoticeMs)
    yield* answer(world)
    yield* settle
    assert.deepStrictEqual(given(world), ["Пушкин"])
    yield* TestClock.adjust("10 seconds")
    assert.strictEqual(timesTold(world), 1)
    yield* stopBot(bot)
  })
)

it.effect(
  "where the words were found nobody is told, and the time comes back only if it was long; elsewhere all does",
  () =>
    Effect.gen(function* () {
      const { bot, world } = yield* answering
      const dueAtMs = deadlineAtMs(world)
      world.room.goSilent(null)
      yield* answer(world)
      yield* TestClock.adjust("3 seconds")
      world.room.findUnheard((yield* now) - 3 * second, yield* now, [conversation(2)])
      yield* settle
      assert.deepStrictEqual(given(world), ["Пушкин"])
      assert.deepStrictEqual(givenBackMs(world), [])
      assert.strictEqual(timesTold(world), 0)
      yield* stopBot(bot)

      const other = yield* answering
      other.world.room.goSilent(null)
      yield* answer(other.world)
      yield* TestClock.adjust("3 seconds")
      other.world.room.findUnheard((yield* now) - 3 * second, yield* now, [chat])
      yield* TestClock.adjust("3 seconds")
      assert.deepStrictEqual(given(other.world), [])
      assert.strictEqual(timesTold(other.world), 1)
      assert.deepStrictEqual(givenBackMs(other.world), [3 * second])
      assert.isAbove(deadlineAtMs(other.world), dueAtMs)
      yield* stopBot(other.bot)
    })
)

it.effect("a process that dies while nobody is heard leaves the next one all of that time", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* answering
    const dueAtMs = deadlineAtMs(world)
    yield* TestClock.adjust("15 seconds")
    world.room.goSilent(yield* now)
    yield* TestClock.adjust("1 minute")
    bot.mortal.kill()
    yield* TestClock.adjust("1 second")
    world.room.speakUp(yield* now)
    const next = yield* startBot(world, { settings })
    yield* settle
    assert.isAtLeast(deadlineAtMs(world), dueAtMs + 61 * second)
    assert.isAtMost(deadlineAtMs(world), dueAtMs + 63 * second)
    assert.strictEqual(timesTold(world), 1)
    yield* stopBot(next)
  })
)

it.effect(
  "a deadline that was due when the process ended waits until the next one has heard what was written before",
  () =>
    Effect.gen(function* () {
      const { bot, world } = yield* answering
      yield* TestClock.setTime(deadlineAtMs(world) - second)
      world.room.goSilent(null)
      yield* answer(world)
      yield* TestClock.adjust(3.5 * second)
      assert.strictEqual(stateOf(world, chat)?._tag, "Answer")
      bot.mortal.kill()
      const next = yield* startBot(world, { settings })
      world.room.goSilent(yield* now)
      yield* settle
      yield* TestClock.adjust("1 second")
      assert.strictEqual(stateOf(world, chat)?._tag, "Answer")
      world.room.speakUp(yield* now)
      yield* settle
      assert.deepStrictEqual(given(world), ["Пушкин"])
      yield* stopBot(next)
    })
)

it.effect("however long it takes to play what was written in a silence, the chat is told of it once", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world, { settings, faults: slow, limits: { queueMax: 1, batchMax: 1 } })
    yield* play(world, [chat], { until: (state) => state?._tag === "Answer" })
    world.room.goSilent(yield* now)
    yield* TestClock.adjust("20 seconds")
    for (let i = 0; i < 6; i++) world.room.write(chat, anna, "/инфо", yield* now)
    world.room.speakUp(yield* now)
    yield* TestClock.adjust("20 seconds")
    assert.strictEqual(timesTold(world), 1)
    yield* stopBot(bot)
  })
)
