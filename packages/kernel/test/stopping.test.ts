/** A stop finishes what was taken and ends in time, and a slow messenger slows intake: nothing is lost by either. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { brisk } from "../src/testing/brisk-settings.ts"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { unavailable } from "../src/testing/store-faults.ts"
import { seqsSaid } from "./seqs-said.ts"
import { anna, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chats = Array.from({ length: 30 }, (_, i) => conversation(i + 1))
const limits = { pendingMax: 4, queueMax: 5, batchMax: 3 }

it.effect("a stop plays and says everything that was taken", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const bot = yield* startBot(world, {
      limits: { batchMax: 10 },
      faults: ({ method }) => (method === "commit" ? { when: "slow", ms: 200 } : null)
    })
    yield* settle
    for (const chat of chats) room.write(chat, anna, "Начать игру", 0)
    yield* settle
    assert.isEmpty(room.asked)
    yield* stopBot(bot)
    assert.strictEqual(world.database.conversations.size, chats.length)
    assert.deepStrictEqual(
      chats.map((chat) => room.messages(chat).length),
      chats.map(() => 1)
    )
  })
)

it.effect("a stop with a store that is away ends in time, and the next start loses nothing", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    let away = false
    const bot = yield* startBot(world, { faults: () => (away ? unavailable() : null) })
    yield* settle
    away = true
    for (const chat of chats) room.write(chat, anna, "Начать игру", 0)
    yield* TestClock.adjust("1 second")
    yield* stopBot(bot)
    assert.strictEqual(world.database.conversations.size, 0)
    const next = yield* startBot(world)
    yield* settle
    assert.deepStrictEqual(
      chats.map((chat) => room.messages(chat).length),
      chats.map(() => 1)
    )
    yield* stopBot(next)
  })
)

it.effect("with a messenger that stands still intake stops; it goes on where it was, and nothing is lost", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    let still = true
    room.fate = () => (still ? { _tag: "Later", reason: "busy", afterMs: 1_000 } : undefined)
    const bot = yield* startBot(world, { limits, settings: { ...brisk, lobbyMs: 600_000 } })
    for (const chat of chats) room.write(chat, anna, "Начать игру", 0)
    yield* settle
    yield* TestClock.adjust("1 minute")
    assert.isAtMost(world.database.conversations.size, limits.pendingMax + 2 * limits.batchMax)
    assert.isAbove(room.acknowledged.filter((times) => times === 0).length, 15)
    still = false
    yield* TestClock.adjust("2 seconds")
    yield* settle
    assert.deepStrictEqual(
      chats.map((chat) => room.messages(chat).length),
      chats.map(() => 1)
    )
    assert.isTrue(room.acknowledged.every((times) => times === 1))
    yield* play(world, chats.slice(0, 5))
    assert.isTrue(chats.slice(0, 5).every((chat) => stateOf(world, chat)?._tag === "Finished"))
    for (const chat of chats)
      assert.deepStrictEqual(
        seqsSaid(world, chat),
        seqsSaid(world, chat).toSorted((a, b) => a - b)
      )
    yield* stopBot(bot)
  })
)

it.effect("a stop with a messenger that stands still ends in time, and the next start says what was left", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    room.fate = () => ({ _tag: "Later", reason: "busy", afterMs: 60_000 })
    const bot = yield* startBot(world, { limits })
    for (const chat of chats) room.write(chat, anna, "Начать игру", 0)
    yield* settle
    yield* stopBot(bot)
    room.fate = () => undefined
    // What was left goes on, if slowly, where there is room in memory for little of it.
    yield* TestClock.adjust("1 second")
    const next = yield* startBot(world, { limits })
    for (let each = 0; each < chats.length; each++) {
      yield* settle
      yield* TestClock.adjust("1 second")
    }
    yield* settle
    assert.deepStrictEqual(
      chats.map((chat) => room.messages(chat).length > 0),
      chats.map(() => true)
    )
    for (const chat of chats) assert.strictEqual(world.database.conversations.get(chat)?.pending.size, 0)
    yield* stopBot(next)
  })
)
