/** Whenever processes end, and however little of the time one could give back before it did: each game gets what it lost. */
import { assert, it } from "@effect/vitest"
import { presets, type Settings } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { type BotOptions, makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { unavailable } from "../src/testing/store-faults.ts"
import { SeededDice } from "../src/testing/seeded-dice.ts"
import { boris, logOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chats = Array.from({ length: 4 }, (_, i) => conversation(i + 1))
const minute = 60_000
/** One wait that all lives together do not outlast. */
const settings: Settings = { ...presets.classic, choiceMs: 4 * minute, warningMs: 0 }
const lives = 6

const now = TestClock.testClockWith((clock) => clock.currentTimeMillis)
const deadlineOf = (world: World, chat: ConversationId): number => {
  const state = stateOf(world, chat)
  if (state?._tag !== "Choice") throw new Error("the wait is over")
  return state.deadline.atMs
}
const movedAtMs = ({ database }: World, chat: ConversationId): number =>
  database.conversations.get(chat)?.stored.updatedAtMs ?? NaN

/** What each game should have got back, and how often it should have been told. */
interface Loss {
  lostMs: number
  told: number
}

interface Seen {
  diedBeforeWaking: number
  diedGivingBack: number
  spoke: number
}

const storm = Effect.fnUntraced(function* (seed: number, seen: Seen) {
  yield* TestClock.setTime(0)
  const dice = new SeededDice(seed)
  const roll = (): number => dice.next()
  const upTo = (max: number): number => Math.floor(roll() * max)
  const world = yield* makeWorld(new ChatRoom(), questions)
  let bot = yield* startBot(world, { settings })
  yield* play(world, chats, { until: (state) => state?._tag === "Choice" })
  const before = new Map(chats.map((chat) => [chat, deadlineOf(world, chat)]))
  const losses = new Map(chats.map((chat): [ConversationId, Loss] => [chat, { lostMs: 0, told: 0 }]))
  const beats = () => world.database.heartbeats.get("bot") ?? NaN

  for (let life = 1; life <= lives; life++) {
    yield* TestClock.adjust(1_000 + upTo(10_000))
    if (bot.mortal.alive) seen.spoke += yield* someSpeak(world, roll)
    bot.mortal.kill()
    const sinceMs = beats()
    const moved = new Map(chats.map((chat) => [chat, movedAtMs(world, chat)]))
    yield* TestClock.adjust(500 + upTo(2 * minute))
    bot = yield* startBot(world, life < lives ? fateOf(roll) : { settings })
    yield* settle
    const atMs = yield* now
    if (beats() === atMs) addLosses(losses, (chat) => atMs - Math.max(sinceMs, moved.get(chat) ?? NaN))
    else seen.diedBeforeWaking++
    if (!bot.mortal.alive && (world.database.outages.get("bot")?.length ?? 0) > 0) seen.diedGivingBack++
  }
  yield* TestClock.adjust("30 seconds")
  for (const [chat, loss] of losses) {
    assert.deepStrictEqual(given(world, chat), loss, `seed ${seed}, conversation ${chat}`)
    assert.strictEqual(deadlineOf(world, chat), (before.get(chat) ?? NaN) + loss.lostMs, `seed ${seed}`)
  }
  yield* waitToTheEnd(world, `seed ${seed}`)
  yield* stopBot(bot)
})

/** How many did. */
const someSpeak = Effect.fnUntraced(function* (world: World, roll: () => number) {
  const speakers = chats.filter(() => roll() < 0.5)
  for (const chat of speakers) {
    world.room.write(chat, boris, "инфо", Math.floor(yield* now))
    yield* settle
    yield* TestClock.adjust(Math.floor(roll() * 700))
  }
  return speakers.length
})

/** It may die soon, and may not come to give anything back in the background. */
const fateOf = (roll: () => number): BotOptions => {
  const call = 1 + Math.floor(roll() * 12)
  return {
    settings,
    ...(roll() < 0.5 ? { crash: { call, when: roll() < 0.5 ? "before" : "after" } } : {}),
    faults: ({ method }) => (method === "timersUnmoved" && roll() < 0.5 ? unavailable() : null)
  }
}

const addLosses = (losses: Map<ConversationId, Loss>, lostBy: (chat: ConversationId) => number): void => {
  for (const [chat, loss] of losses) {
    const lostMs = lostBy(chat)
    loss.lostMs += lostMs
    if (lostMs >= settings.outageNoticeMs) loss.told++
  }
}

/** What a game did get back, and how often it was told. */
const given = (world: World, chat: ConversationId): Loss => ({
  lostMs: logOf(world, chat).reduce((sum, { event }) => sum + (event._tag === "OutageEnded" ? event.lostMs : 0), 0),
  told: world.room.messages(chat).filter(({ text }) => text.includes("пропадал")).length
})

const waitToTheEnd = Effect.fnUntraced(function* (world: World, where: string) {
  const deadlines = chats.map((chat) => ({ chat, atMs: deadlineOf(world, chat) })).toSorted((a, b) => a.atMs - b.atMs)
  for (const { atMs, chat } of deadlines) {
    yield* TestClock.setTime(Math.max(atMs - 1, yield* now))
    yield* settle
    if ((yield* now) < atMs) assert.strictEqual(stateOf(world, chat)?._tag, "Choice", where)
    yield* TestClock.setTime(atMs)
    yield* settle
    assert.notStrictEqual(stateOf(world, chat)?._tag, "Choice", where)
  }
})

it.effect("each game gets exactly what it lost, is told of each outage once, and waits to the end of its time", () =>
  Effect.gen(function* () {
    const seen: Seen = { diedBeforeWaking: 0, diedGivingBack: 0, spoke: 0 }
    for (let seed = 1; seed <= 60; seed++) yield* storm(seed, seen)
    // The storm was one.
    assert.isAtLeast(seen.diedBeforeWaking, 3)
    assert.isAtLeast(seen.diedGivingBack, 20)
    assert.isAtLeast(seen.spoke, 200)
  })
)
