/** A timer fires at its time: never before, once per wait, however far it was and whoever set it. */
import { assert, it } from "@effect/vitest"
import type { Settings } from "@znatoki/engine"
import { Deadlines } from "@znatoki/kernel/deadlines/deadlines"
import type { ArmedTimer } from "@znatoki/ports/game-store"
import { Pulse } from "@znatoki/kernel/outage/pulse"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { brisk } from "../src/testing/brisk-settings.ts"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { unavailable } from "../src/testing/store-faults.ts"
import { anna, logOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)

it.effect("in a game where nobody says a word every wait ends at its time and by one firing", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const settings = { ...brisk, warningMs: 1_000, silentRoundsMax: 0 }
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
    // The lobby, and in each round the warning, the end, the answer and the verdict: who is alone has nobody to choose.
    assert.strictEqual(waits, 1 + 3 * 4)
    assert.strictEqual(fired.length, waits)
    assert.strictEqual(new Set(fired).size, waits)
    assert.strictEqual(stateOf(world, chat)?._tag, "Finished")
    yield* stopBot(bot)
  })
)

it.effect("a deadline whose commit did not hear its answer fires at its time, though nobody else does anything", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const settings = { ...brisk, warningMs: 1_000, silentRoundsMax: 0 }
    const tried = new Set<string>()
    const bot = yield* startBot(world, {
      settings,
      // The first try of every commit is done, and tells nobody.
      faults: ({ method, args }) => {
        if (method !== "commit" || tried.has(JSON.stringify(args))) return null
        tried.add(JSON.stringify(args))
        return unavailable("after")
      }
    })
    room.write(chat, anna, "Начать игру", 0)
    yield* TestClock.adjust("1 second")
    let waits = 0
    for (;;) {
      const before = stateOf(world, chat)
      if (before === null || !("deadline" in before)) break
      waits++
      yield* TestClock.setTime(before.deadline.atMs)
      // So long may the second try take.
      yield* TestClock.adjust("300 millis")
      yield* settle
      assert.notStrictEqual(stateOf(world, chat), before)
    }
    assert.strictEqual(waits, 1 + 3 * 4)
    assert.isAtLeast(tried.size, waits)
    yield* stopBot(bot)
  })
)

it.effect("a deadline that was fired and lost is fired again, though no other fires in between", () =>
  Effect.gen(function* () {
    const watch = yield* Deadlines
    const armed: ArmedTimer = { conversation: chat, game: 1, timer: "1/choice", atMs: 1_000, updatedAtMs: 0 }
    const firedAt = (nowMs: number) => {
      watch.keepUntil(nowMs + 20_000)
      watch.beginPage()
      watch.endPage([armed], nowMs)
      watch.readUntil(nowMs + 20_000)
      // As the one who fires does it: only when something is due.
      const soonestAtMs = watch.soonestAtMs()
      return soonestAtMs === null || soonestAtMs > nowMs ? [] : watch.takeDue(nowMs, 10)
    }
    assert.deepStrictEqual(firedAt(1_000), [armed])
    assert.deepStrictEqual(firedAt(9_000), [], "it is on its way")
    assert.deepStrictEqual(firedAt(12_000), [armed])
  }).pipe(Effect.provide(Deadlines.layer.pipe(Layer.provide(Pulse.layer))))
)

it.effect("a deadline that was far when it was set fires at its time", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const settings: Settings = { ...brisk, lobbyMs: 10 * 60_000 }
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
