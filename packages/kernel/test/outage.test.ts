/** Time in which nobody could play is given back, exactly and once, whatever ended: the process or the store. */
import { assert, it } from "@effect/vitest"
import { type EpochMs, presets, type Settings } from "@znatoki/engine"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { type BotOptions, makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { type Faults, unavailable } from "../src/testing/store-faults.ts"
import { boris, logOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const [chat, other] = [conversation(1), conversation(2)]
const minute = 60_000
const settings: Settings = { ...presets.classic, discussionMs: 2 * minute, choiceMs: 2 * minute, warningMs: 0 }

/** Two games where the captains have to choose, some time after the last heartbeat. */
const choosing = Effect.fnUntraced(function* (options: BotOptions = {}) {
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bot = yield* startBot(world, { settings, ...options })
  yield* play(world, [chat, other], { until: (state) => state?._tag === "Choice" })
  yield* TestClock.adjust("10500 millis")
  return { world, bot }
})

const deadlineOf = (world: World, where = chat): EpochMs => {
  const state = stateOf(world, where)
  if (state === null || !("deadline" in state)) throw new Error("the game waits for nothing")
  return state.deadline.atMs
}
const lastBeat = ({ database }: World): EpochMs => database.heartbeats.get("bot") ?? NaN
const timesTold = ({ room }: World, where = chat): number =>
  room.messages(where).filter(({ text }) => text.includes("пропадал")).length
const now = TestClock.testClockWith((clock) => clock.currentTimeMillis)

it.effect("after a crash a game gets back what passed since the last heartbeat, and the chat is told once", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* choosing()
    const before = deadlineOf(world)
    bot.mortal.kill()
    yield* TestClock.adjust("1 minute")
    const lostMs = (yield* now) - lastBeat(world)
    assert.strictEqual(lostMs, minute + 500)
    const next = yield* startBot(world, { settings })
    yield* settle
    assert.strictEqual(deadlineOf(world), before + lostMs)
    yield* TestClock.adjust("30 seconds")
    assert.strictEqual(timesTold(world), 1)
    assert.strictEqual(deadlineOf(world), before + lostMs)
    yield* stopBot(next)
  })
)

it.effect("two crashes in a row give both back, though no heart beat between them but at the start", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* choosing()
    const before = deadlineOf(world)
    const since = lastBeat(world)
    bot.mortal.kill()
    yield* TestClock.adjust("40 seconds")
    const second = yield* startBot(world, {
      settings,
      faults: ({ method }) => (method === "beat" ? unavailable() : null)
    })
    yield* settle
    assert.strictEqual(deadlineOf(world), before + (yield* now) - since)
    second.mortal.kill()
    yield* TestClock.adjust("20 seconds")
    const third = yield* startBot(world, { settings })
    yield* settle
    assert.strictEqual(lastBeat(world), yield* now)
    assert.strictEqual(deadlineOf(world), before + (yield* now) - since)
    yield* stopBot(third)
  })
)

/** A bot that gives nothing back but to those who speak or whose deadline nears. */
const busy: Faults = ({ method }) => (method === "timersUnmoved" ? unavailable() : null)

it.effect("a crash before all have their time back loses none of it, though the heart beats", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* choosing()
    const [one, two] = [deadlineOf(world), deadlineOf(world, other)]
    const since = lastBeat(world)
    bot.mortal.kill()
    yield* TestClock.adjust("20 seconds")
    const second = yield* startBot(world, { settings, faults: busy })
    const lostMs = (yield* now) - since
    world.room.write(chat, boris, "инфо", Math.floor(yield* now))
    yield* TestClock.adjust("10500 millis")
    assert.strictEqual(deadlineOf(world), one + lostMs)
    assert.strictEqual(deadlineOf(world, other), two)
    assert.isAtLeast(lastBeat(world), (yield* now) - 1_000)
    second.mortal.kill()
    yield* TestClock.adjust("30 seconds")
    const lostAgainMs = (yield* now) - lastBeat(world)
    const third = yield* startBot(world, { settings })
    yield* settle
    for (const [where, before] of [
      [chat, one],
      [other, two]
    ] as const) {
      assert.strictEqual(deadlineOf(world, where), before + lostMs + lostAgainMs)
      assert.strictEqual(timesTold(world, where), 2)
      assert.strictEqual(stateOf(world, where)?._tag, "Choice")
    }
    assert.deepStrictEqual(world.database.outages.get("bot"), [])
    yield* stopBot(third)
  })
)

it.effect("a deadline that was due in the outage ends no wait before its time, also when nobody gave it back yet", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* choosing()
    const before = deadlineOf(world, other)
    const since = lastBeat(world)
    bot.mortal.kill()
    yield* TestClock.adjust("10 minutes")
    const next = yield* startBot(world, { settings, faults: busy })
    yield* settle
    const due = before + (yield* now) - since
    const waiting = stateOf(world, other)
    yield* TestClock.setTime(due - 1)
    yield* settle
    // Not even looked at.
    assert.strictEqual(stateOf(world, other), waiting)
    yield* TestClock.setTime(due)
    yield* settle
    assert.strictEqual(timesTold(world, other), 1)
    const events = logOf(world, other).map(({ event }) => event)
    assert.deepStrictEqual(
      events.slice(-2).map(({ _tag, atMs }) => ({ _tag, atMs })),
      [
        { _tag: "OutageEnded", atMs: due - before + since },
        { _tag: "TimerFired", atMs: due }
      ]
    )
    yield* stopBot(next)
  })
)

it.effect(
  "those who wait for the soonest deadline have their time back first, and a slow messenger is not swamped",
  () =>
    Effect.gen(function* () {
      const world = yield* makeWorld(new ChatRoom(), questions)
      const chats = Array.from({ length: 350 }, (_, i) => conversation(i + 1))
      const bot = yield* startBot(world, { settings: { ...settings, lobbyMs: 60 * minute } })
      for (const [i, each] of chats.toReversed().entries()) {
        world.room.write(each, boris, "Начать игру", i)
        yield* TestClock.adjust(1)
      }
      yield* TestClock.adjust("2 seconds")
      bot.mortal.kill()
      yield* TestClock.adjust("1 minute")
      world.room.fate = () => ({ _tag: "Later", reason: "busy", afterMs: 60_000 })
      const next = yield* startBot(world, { settings })
      const given = () => chats.filter((each) => (world.database.conversations.get(each)?.stored.version ?? 0) > 1)
      yield* settle
      assert.sameMembers([...given()], chats.slice(-100))
      yield* TestClock.adjust("1 second")
      assert.sameMembers([...given()], chats.slice(-200))
      world.room.write(conversation(1), boris, "инфо", Math.floor(yield* now))
      yield* settle
      assert.include(given(), conversation(1))
      yield* TestClock.adjust("3 seconds")
      assert.sameMembers([...given()], chats)
      yield* stopBot(next)
    })
)

it.effect("a game that moved after the last heartbeat was alive until then", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* choosing()
    const [one, two] = [deadlineOf(world), deadlineOf(world, other)]
    const atMs = yield* now
    assert.strictEqual(lastBeat(world), atMs - 500)
    world.room.write(chat, boris, "инфо", atMs)
    yield* settle
    bot.mortal.kill()
    yield* TestClock.adjust("1 minute")
    const next = yield* startBot(world, { settings })
    yield* settle
    assert.strictEqual(deadlineOf(world), one + minute)
    assert.strictEqual(deadlineOf(world, other), two + minute + 500)
    yield* stopBot(next)
  })
)

it.effect("a planned stop and start gives back the time between", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* choosing()
    const before = deadlineOf(world)
    yield* stopBot(bot)
    yield* TestClock.adjust("20 seconds")
    const lostMs = (yield* now) - lastBeat(world)
    const next = yield* startBot(world, { settings })
    yield* settle
    assert.strictEqual(deadlineOf(world), before + lostMs)
    yield* stopBot(next)
  })
)

/** A store that is away from the moment it is told. */
const switchable = () => {
  const store = { away: false }
  const faults: Faults = () => (store.away ? unavailable() : null)
  return { store, faults }
}

it.effect(
  "a store that was away while the process lived: no timer fires in it, its time is given back and told once",
  () =>
    Effect.gen(function* () {
      const { faults, store } = switchable()
      const { bot, world } = yield* choosing({ faults })
      const [one, two] = [deadlineOf(world), deadlineOf(world, other)]
      const since = lastBeat(world)
      store.away = true
      yield* TestClock.adjust("5 minutes")
      store.away = false
      yield* TestClock.adjust("4 seconds")
      for (const [where, before] of [
        [chat, one],
        [other, two]
      ] as const) {
        assert.strictEqual(stateOf(world, where)?._tag, "Choice")
        const givenBack = deadlineOf(world, where) - before
        const outages = logOf(world, where).flatMap(({ event }) => (event._tag === "OutageEnded" ? [event] : []))
        assert.strictEqual(timesTold(world, where), 1)
        assert.strictEqual(
          givenBack,
          outages.reduce((sum, { lostMs }) => sum + lostMs, 0)
        )
        assert.strictEqual(givenBack, (outages.at(-1)?.atMs ?? NaN) - since)
        assert.isAtLeast(givenBack, 5 * minute)
      }
      yield* TestClock.adjust("1 minute")
      assert.strictEqual(timesTold(world), 1)
      yield* stopBot(bot)
    })
)

it.effect("what people asked for while the store was away costs them none of their time", () =>
  Effect.gen(function* () {
    const { faults, store } = switchable()
    const { bot, world } = yield* choosing({ faults })
    const before = deadlineOf(world)
    store.away = true
    yield* TestClock.adjust("1 minute")
    world.room.write(chat, boris, "инфо", Math.floor(yield* now))
    yield* TestClock.adjust("1 minute")
    store.away = false
    yield* TestClock.adjust("4 seconds")
    assert.isAtLeast(deadlineOf(world) - before, 2 * minute)
    assert.isAtMost(deadlineOf(world) - before, 2 * minute + 4_500)
    assert.strictEqual(timesTold(world), 1)
    yield* stopBot(bot)
  })
)

it.effect("a move made while the store was away counts, and what it begins has its full time", () =>
  Effect.gen(function* () {
    const { faults, store } = switchable()
    const { bot, world } = yield* choosing({ faults })
    const choice = stateOf(world, chat)
    const captain = choice?._tag === "Choice" ? choice.players.find(({ id }) => id === choice.captain) : undefined
    if (captain === undefined) throw new Error("there is no captain")
    store.away = true
    yield* TestClock.adjust("10 seconds")
    world.room.pressLabel(chat, captain, "Борис", Math.floor(yield* now))
    yield* TestClock.adjust("3 minutes")
    store.away = false
    const back = yield* now
    yield* TestClock.adjust("4 seconds")
    assert.strictEqual(stateOf(world, chat)?._tag, "Answer")
    assert.isAtLeast(deadlineOf(world), back + settings.answerMs)
    yield* stopBot(bot)
  })
)

it.effect("a hiccup of the store is nobody's loss and nobody hears of it", () =>
  Effect.gen(function* () {
    const { faults, store } = switchable()
    const { bot, world } = yield* choosing({ faults })
    const before = deadlineOf(world)
    store.away = true
    yield* TestClock.adjust("3 seconds")
    store.away = false
    yield* TestClock.adjust("20 seconds")
    assert.strictEqual(deadlineOf(world), before)
    assert.strictEqual(timesTold(world), 0)
    yield* stopBot(bot)
  })
)
