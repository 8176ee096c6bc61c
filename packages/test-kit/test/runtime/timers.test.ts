/** A timer fires at its time: never before, once per wait, however far it was and whoever set it. */
import { assert, it } from "@effect/vitest"
import { presets, type Settings } from "@znatoki/engine"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot } from "../../src/harness/bot-world.ts"
import { ChatRoom, conversation } from "../../src/harness/chat-room.ts"
import { anna, logOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)

it.effect("in a game where nobody says a word every wait ends at its time and by one firing", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const settings = { ...presets.lightning, warningMs: 1_000 }
    const bot = yield* startBot(world, { settings })
    room.write(chat, anna, "Начать игру", 0)
    yield* settle
    let waits = 0
    for (;;) {
      const before = stateOf(world, chat)
      if (before === null || !("deadline" in before)) break
      waits++
      yield* TestClock.setTime(before.deadline.atMs - 1)
      yield* settle
      assert.strictEqual(stateOf(world, chat), before)
      yield* TestClock.setTime(before.deadline.atMs)
      yield* settle
      assert.notStrictEqual(stateOf(world, chat), before)
    }
    const fired = logOf(world, chat).flatMap(({ event }) => (event._tag === "TimerFired" ? [event.timer] : []))
    // The lobby, and in each round the warning, the end, the choice, the answer and the verdict.
    assert.strictEqual(waits, 1 + 3 * 5)
    assert.strictEqual(fired.length, waits)
    assert.strictEqual(new Set(fired).size, waits)
    assert.strictEqual(stateOf(world, chat)?._tag, "Finished")
    yield* stopBot(bot)
  })
)

it.effect("a deadline that was far when it was set fires at its time", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const settings: Settings = { ...presets.lightning, lobbyMs: 10 * 60_000 }
    const bot = yield* startBot(world, { settings })
    yield* TestClock.setTime(12_345)
    room.write(chat, anna, "Начать игру", 12_345)
    yield* settle
    yield* TestClock.setTime(12_345 + settings.lobbyMs - 1)
    assert.strictEqual(stateOf(world, chat)?._tag, "Lobby")
    yield* TestClock.setTime(12_345 + settings.lobbyMs)
    yield* settle
    assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
    yield* stopBot(bot)
  })
)

it.effect("a deadline that another process set, and did not live to fire, is fired by this one", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    const here = yield* startBot(world, { role: "here", hears: () => false })
    const there = yield* startBot(world, { role: "there" })
    yield* play(world, [chat], { until: (state) => state?._tag === "Verdict" })
    there.mortal.kill()
    yield* TestClock.adjust("1 minute")
    yield* settle
    assert.notStrictEqual(stateOf(world, chat)?._tag, "Verdict")
    assert.isAtLeast(logOf(world, chat).filter(({ event }) => event._tag === "TimerFired").length, 1)
    yield* stopBot(here)
  })
)
