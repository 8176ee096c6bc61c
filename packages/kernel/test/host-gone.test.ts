/** Where the bot can say nothing its game stands still, and goes on from there when it can. */
import { assert, it } from "@effect/vitest"
import { presets, type GameState, type Settings } from "@znatoki/engine"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { type Faults, unavailable } from "../src/testing/store-faults.ts"
import { poisonOf, release, waitingIn } from "./parked-chat.ts"
import { anna, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const [chat, other] = [conversation(1), conversation(2)]
const minute = 60_000
/** A discussion that a warning interrupts: so something is to be said while nobody does anything. */
const settings: Settings = { ...presets.classic, discussionMs: 10 * minute, warningMs: 5 * minute, silentRoundsMax: 0 }

const gone = { _tag: "Gone", reason: "not in this chat" } as const
const now = TestClock.testClockWith((clock) => clock.currentTimeMillis)

const isThere = (state: GameState | null): boolean => state?._tag === "Discussion" && state.round > 1

const discussing = Effect.gen(function* () {
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bot = yield* startBot(world, { settings })
  yield* play(world, [chat, other], { until: isThere })
  return { world, bot }
})

const isHeld = (state: GameState | null): boolean => state?._tag === "Paused" && state.why === "host gone"
const scoreOf = (state: GameState | null): unknown => {
  if (state?._tag === "Paused") return scoreOf(state.held)
  return state !== null && "score" in state ? state.score : null
}
const leftMs = (world: World, nowMs: number): number => {
  const state = stateOf(world, chat)
  if (state?._tag !== "Discussion") throw new Error(`${state?._tag} is no discussion`)
  return state.deadline.atMs - nowMs
}
const askedIn = ({ room }: World): number => room.asked.filter((delivery) => delivery.conversation === chat).length
const saidSince = (world: World, count: number) =>
  world.room
    .messages(chat)
    .slice(count)
    .map(({ text }) => text)

/** Nothing can be said in the chat any more, and its game is held for it. */
const silence = Effect.fnUntraced(function* (world: World) {
  world.room.fate = (delivery) => (delivery.conversation === chat ? gone : undefined)
  yield* TestClock.adjust("5 minutes")
  yield* settle
  assert.isTrue(isHeld(stateOf(world, chat)))
})

it.effect("put out and let in again: nothing is lost, nobody gets a point, and the time left is as it was", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* discussing
    const score = scoreOf(stateOf(world, chat))
    const left = leftMs(world, yield* now)
    const count = world.room.messages(chat).length
    world.room.fate = (delivery) => (delivery.conversation === chat ? gone : undefined)
    world.room.happen(chat, { _tag: "Removed" }, yield* now)
    yield* settle
    yield* TestClock.adjust("50 minutes")
    assert.isTrue(isHeld(stateOf(world, chat)))
    assert.deepStrictEqual(scoreOf(stateOf(world, chat)), score)
    assert.notDeepEqual(scoreOf(stateOf(world, other)), score)
    world.room.fate = () => undefined
    world.room.happen(chat, { _tag: "Invited", by: anna }, yield* now)
    yield* settle
    assert.strictEqual(leftMs(world, yield* now), left)
    const [back, ...more] = saidSince(world, count)
    assert.include(back, "снова здесь")
    assert.deepStrictEqual(more, [])
    yield* stopBot(bot)
  })
)

it.effect(
  "a refusal alone holds the game; what was not said is said when VK takes it again, and then the game goes on",
  () =>
    Effect.gen(function* () {
      const { bot, world } = yield* discussing
      const score = scoreOf(stateOf(world, chat))
      const count = world.room.messages(chat).length
      const asked = askedIn(world)
      yield* silence(world)
      yield* TestClock.adjust("20 minutes")
      assert.isTrue(isHeld(stateOf(world, chat)))
      assert.deepStrictEqual(scoreOf(stateOf(world, chat)), score)
      assert.isAtMost(askedIn(world) - asked, 6)
      world.room.fate = () => undefined
      // Nobody says a word: it is tried now and then.
      yield* TestClock.adjust("20 minutes")
      const [warning, back] = saidSince(world, count)
      assert.match(warning ?? "", /минут/)
      assert.include(back, "снова здесь")
      yield* stopBot(bot)
    })
)

it.effect("over a restart it is known again from what could not be said", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* discussing
    const count = world.room.messages(chat).length
    world.room.fate = (delivery) => (delivery.conversation === chat ? gone : undefined)
    yield* TestClock.adjust("5 minutes")
    yield* settle
    bot.mortal.kill()
    const next = yield* startBot(world, { settings })
    yield* TestClock.adjust("2 minutes")
    assert.isTrue(isHeld(stateOf(world, chat)))
    world.room.fate = () => undefined
    world.room.happen(chat, { _tag: "Invited", by: anna }, yield* now)
    yield* settle
    assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
    assert.lengthOf(saidSince(world, count), 2)
    yield* stopBot(next)
  })
)

it.effect("what was allowed again while nobody was there goes on as soon as what could not be said is said", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* discussing
    const count = world.room.messages(chat).length
    yield* silence(world)
    bot.mortal.kill()
    world.room.fate = () => undefined
    yield* TestClock.adjust("1 second")
    const next = yield* startBot(world, { settings })
    yield* settle
    yield* TestClock.adjust("1 minute")
    assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
    const [warning, back, ...more] = saidSince(world, count)
    assert.match(warning ?? "", /минут/)
    assert.include(back, "снова здесь")
    assert.deepStrictEqual(more, [])
    yield* stopBot(next)
  })
)

it.effect("a message that is refused for itself shows that others can be said", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* discussing
    yield* silence(world)
    let refusals = 0
    world.room.fate = (delivery) =>
      delivery.conversation === chat && refusals++ === 0 ? { _tag: "Refused", reason: "too long" } : undefined
    yield* TestClock.adjust("20 minutes")
    yield* settle
    assert.isFalse(isHeld(stateOf(world, chat)))
    yield* stopBot(bot)
  })
)

it.effect("what was allowed again while the conversation was parked goes on when it is released", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* discussing
    yield* silence(world)
    world.room.arrive(poisonOf("poison", chat, anna, "Инфо"))
    yield* settle
    world.room.fate = () => undefined
    yield* TestClock.adjust("20 minutes")
    yield* settle
    assert.isTrue(isHeld(stateOf(world, chat)))
    assert.isTrue((yield* waitingIn(world, chat)).some((source) => source.startsWith("back:")))
    assert.isTrue(yield* release(world, chat, "skip"))
    yield* settle
    yield* TestClock.adjust("1 second")
    yield* settle
    assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
    yield* stopBot(bot)
  })
)

it.effect("that it was put out, told long after it was let in again, holds no game", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* discussing
    const outMs = yield* now
    yield* TestClock.adjust("5 seconds")
    world.room.happen(chat, { _tag: "Invited", by: anna }, yield* now)
    yield* settle
    yield* TestClock.adjust("5 seconds")
    world.room.happen(chat, { _tag: "Removed" }, outMs)
    yield* settle
    assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
    yield* stopBot(bot)
  })
)

it.effect("a crash between the word that is said at last and the game that goes on by it leaves no game held", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    let isAway = false
    const faults: Faults = ({ method }) => (isAway && method === "commit" ? unavailable() : null)
    const bot = yield* startBot(world, { settings, faults })
    yield* play(world, [chat], { until: isThere })
    const count = world.room.messages(chat).length
    world.room.fate = () => gone
    yield* TestClock.adjust("5 minutes")
    yield* settle
    assert.isTrue(isHeld(stateOf(world, chat)))
    isAway = true
    world.room.fate = () => undefined
    yield* TestClock.adjust("2 minutes")
    yield* settle
    assert.lengthOf(saidSince(world, count), 1)
    assert.isTrue(isHeld(stateOf(world, chat)))
    bot.mortal.kill()
    const next = yield* startBot(world, { settings })
    yield* settle
    assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
    assert.lengthOf(saidSince(world, count), 2)
    yield* stopBot(next)
  })
)

it.effect("who comes back after more than an hour is not told what there was to say then", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* discussing
    const count = world.room.messages(chat).length
    world.room.fate = (delivery) => (delivery.conversation === chat ? gone : undefined)
    yield* TestClock.adjust("5 minutes")
    yield* settle
    yield* TestClock.adjust("70 minutes")
    assert.isTrue(isHeld(stateOf(world, chat)))
    assert.lengthOf([...(world.database.conversations.get(chat)?.dead.values() ?? [])], 1)
    world.room.fate = () => undefined
    world.room.happen(chat, { _tag: "Invited", by: anna }, yield* now)
    yield* settle
    const [back, ...more] = saidSince(world, count)
    assert.include(back, "снова здесь")
    assert.deepStrictEqual(more, [])
    yield* stopBot(bot)
  })
)
