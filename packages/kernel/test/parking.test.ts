/** A conversation in which the code fails stands still until an admin releases it: nothing of it is lost, and nobody else notices. */
import { assert, it } from "@effect/vitest"
import type { Settings } from "@znatoki/engine"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { brisk } from "../src/testing/brisk-settings.ts"
import { type BotOptions, makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation, person } from "../src/testing/chat-room.ts"
import type { CrashPoint } from "../src/testing/crash.ts"
import { broken, type Faults, unavailable } from "../src/testing/store-faults.ts"
import { parkedIn, poisonOf, release, sicken, sourcesOf, waitingIn } from "./parked-chat.ts"
import { seqsSaid } from "./seqs-said.ts"
import { anna, boris, outcomeOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const vera = person(3, "Вера")
const minute = 60_000
/** Long waits, so that nobody has to hurry; no word about time that was lost. */
const settings: Settings = { ...brisk, lobbyMs: 10 * minute, outageNoticeMs: 1_000 * minute }

const worldWith = Effect.fnUntraced(function* (options: BotOptions = {}) {
  yield* TestClock.setTime(0)
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bot = yield* startBot(world, { settings, ...options })
  return { world, bot }
})

/** One that has a game in memory does not see how it is stored. */
const startAnew = Effect.fnUntraced(function* (world: World, bot: Parameters<typeof stopBot>[0]) {
  yield* stopBot(bot)
  return yield* startBot(world, { settings })
})

const seated = (world: World, where = chat) => {
  const state = stateOf(world, where)
  return state?._tag === "Lobby" ? state.players.map(({ name }) => name) : null
}

const deadlineOf = (world: World) => {
  const state = stateOf(world, chat)
  return state !== null && "deadline" in state ? state.deadline.atMs : null
}

const now = TestClock.testClockWith((clock) => clock.currentTimeMillis)

/** The bot looks for what was released. */
const aSecond = Effect.andThen(settle, Effect.andThen(TestClock.adjust("1 second"), settle))

/** All in one batch: Anna opens the table, Boris's words break the code, Vera sits down and asks for the rules. */
const begin = (world: World) => {
  const { room } = world
  room.write(chat, anna, "Начать игру", 0)
  room.arrive(poisonOf("poison", chat, boris, "Я играю"))
  room.write(chat, vera, "Я играю", 0)
  room.write(chat, vera, "Правила", 0)
}

for (const [way, expected] of [
  ["retry", ["Анна", "Борис", "Вера"]],
  ["skip", ["Анна", "Вера"]]
] as const) {
  it.effect(
    `an event that makes the code throw parks its conversation, twenty others play on, and after «${way}» it goes on in order`,
    () =>
      Effect.gen(function* () {
        const { bot, world } = yield* worldWith()
        const others = Array.from({ length: 20 }, (_, i) => conversation(i + 2))
        begin(world)
        for (const other of others) world.room.write(other, anna, "Начать игру", 0)
        yield* settle
        assert.deepStrictEqual(seated(world), ["Анна"])
        assert.deepInclude(yield* parkedIn(world, chat), { source: "poison", waiting: 2, release: null })

        yield* play(world, others)
        for (const other of others) assert.strictEqual(stateOf(world, other)?._tag, "Finished")
        assert.deepStrictEqual(seated(world), ["Анна"])
        assert.isTrue(world.room.acknowledged.every((times) => times === 1))

        assert.isTrue(yield* release(world, chat, way))
        yield* aSecond
        assert.deepStrictEqual(seated(world), [...expected])
        assert.isNull(yield* parkedIn(world, chat))
        assert.strictEqual(world.database.parked.size, 0)
        const played = sourcesOf(world, chat).filter((source) => !source.startsWith("outage:"))
        assert.deepStrictEqual(played, ["room:1", ...(way === "retry" ? ["poison"] : []), "room:2", "room:3"])
        assert.deepStrictEqual(
          seqsSaid(world, chat),
          seqsSaid(world, chat).toSorted((a, b) => a - b)
        )
        world.room.pressLabel(chat, anna, "Поехали", 0)
        yield* settle
        assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
        yield* stopBot(bot)
      })
  )
}

it.effect("an admin sees the event, the error with its place in the code, and the state it met", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* worldWith()
    yield* TestClock.adjust("90 seconds")
    begin(world)
    yield* settle
    const parked = yield* parkedIn(world, chat)
    assert.deepInclude(JSON.parse(parked?.task ?? ""), { _tag: "Chat" })
    assert.include(parked?.task, "Я играю")
    assert.match(parked?.error ?? "", /no text in here[^]*parked-chat/)
    assert.deepInclude(JSON.parse(parked?.met?.snapshot ?? "").s, { _tag: "Lobby", players: [anna] })
    assert.strictEqual(parked?.met?.version, 1)
    assert.strictEqual(parked?.failedAtMs, 90_000)
    yield* stopBot(bot)
  })
)

it.effect("presses of a parked conversation are answered, and played when it is released", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* worldWith()
    begin(world)
    yield* settle
    world.room.pressLabel(chat, person(4, "Глеб"), "Я играю", 0)
    yield* settle
    assert.deepStrictEqual(
      world.room.notices.map(({ notice }) => notice),
      [null]
    )
    yield* release(world, chat, "skip")
    yield* aSecond
    assert.deepStrictEqual(seated(world), ["Анна", "Вера", "Глеб"])
    yield* stopBot(bot)
  })
)

it.effect("a restart keeps it parked: its clock stands, and the time is given back at the release, exactly", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* worldWith()
    begin(world)
    yield* settle
    const before = deadlineOf(world) ?? assert.fail()
    yield* TestClock.adjust("5 seconds")
    bot.mortal.kill()
    yield* TestClock.adjust("1 minute")
    const next = yield* startBot(world, { settings })
    yield* settle
    // Long past the end of the lobby.
    yield* TestClock.adjust("20 minutes")
    world.room.write(chat, person(4, "Глеб"), "Я играю", 0)
    yield* settle
    assert.deepStrictEqual(seated(world), ["Анна"])
    assert.strictEqual(deadlineOf(world), before)
    yield* release(world, chat, "retry")
    yield* aSecond
    assert.deepStrictEqual(seated(world), ["Анна", "Борис", "Вера", "Глеб"])
    assert.strictEqual(deadlineOf(world), before + (yield* now))
    yield* TestClock.adjust("10 minutes")
    yield* settle
    assert.notStrictEqual(stateOf(world, chat)?._tag, "Lobby")
    yield* stopBot(next)
  })
)

it.effect(
  "what fails again is parked again, as often as it does; the order stays, and the whole time is given back",
  () =>
    Effect.gen(function* () {
      const { bot: first, world } = yield* worldWith()
      world.room.write(chat, anna, "Начать игру", 0)
      yield* settle
      const before = deadlineOf(world) ?? assert.fail()
      const heal = sicken(world, chat, "players")
      const bot = yield* startAnew(world, first)
      for (const who of [boris, vera]) world.room.write(chat, who, "Я играю", 0)
      yield* settle
      for (let i = 0; i < 3; i++) {
        assert.deepStrictEqual(yield* waitingIn(world, chat), ["room:2", "room:3"])
        yield* release(world, chat, "retry")
        yield* aSecond
        assert.deepInclude(yield* parkedIn(world, chat), { source: "room:2", waiting: 1, release: null })
      }
      // Without Boris it is Vera's turn to fail.
      yield* release(world, chat, "skip")
      yield* aSecond
      assert.deepInclude(yield* parkedIn(world, chat), { source: "room:3", waiting: 0, release: null })
      heal()
      yield* release(world, chat, "retry")
      yield* aSecond
      assert.deepStrictEqual(seated(world), ["Анна", "Вера"])
      assert.strictEqual(deadlineOf(world), before + (yield* now))
      yield* stopBot(bot)
    })
)

it.effect("where giving time back fails, «skip» goes on without it, and «retry» gives all of it once it can", () =>
  Effect.gen(function* () {
    for (const way of ["retry", "skip"] as const) {
      const { bot, world } = yield* worldWith()
      world.room.write(chat, anna, "Начать игру", 0)
      yield* TestClock.adjust("2 seconds")
      const before = deadlineOf(world) ?? assert.fail()
      const lastBeat = world.database.heartbeats.get("bot") ?? assert.fail()
      const heal = sicken(world, chat, "settings")
      bot.mortal.kill()
      yield* TestClock.adjust("1 minute")
      const second = yield* startBot(world, { settings })
      world.room.write(chat, boris, "Я играю", 0)
      yield* settle
      assert.match((yield* parkedIn(world, chat))?.source ?? "", /^outage:/)
      yield* release(world, chat, "retry")
      yield* aSecond
      assert.match((yield* parkedIn(world, chat))?.source ?? "", /^outage:/)
      if (way === "retry") heal()
      yield* release(world, chat, way)
      if (way === "skip") heal()
      const next = way === "skip" ? yield* startAnew(world, second) : second
      yield* aSecond
      assert.isNull(yield* parkedIn(world, chat))
      assert.deepStrictEqual(seated(world), ["Анна", "Борис"])
      assert.strictEqual(deadlineOf(world), way === "skip" ? before : before + (yield* now) - lastBeat)
      yield* stopBot(next)
    }
  })
)

it.effect("a task that cannot be stored even alone parks its conversation too", () =>
  Effect.gen(function* () {
    let sick = false
    const { bot, world } = yield* worldWith({ faults: ({ method }) => (sick && method === "commit" ? broken : null) })
    world.room.write(chat, anna, "Начать игру", 0)
    yield* settle
    sick = true
    for (const who of [boris, vera]) world.room.write(chat, who, "Я играю", 0)
    yield* settle
    const parked = yield* parkedIn(world, chat)
    assert.deepInclude(parked, { source: "room:2", waiting: 1 })
    assert.include(parked?.error, "makes no sense")
    assert.strictEqual(parked?.met?.version, 1)
    sick = false
    yield* release(world, chat, "retry")
    yield* aSecond
    assert.deepStrictEqual(seated(world), ["Анна", "Борис", "Вера"])
    yield* stopBot(bot)
  })
)

it.effect("where parking itself is broken the event is left out, and those before and after it count", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* worldWith({ faults: ({ method }) => (method === "park" ? broken : null) })
    begin(world)
    yield* settle
    assert.deepStrictEqual(seated(world), ["Анна", "Вера"])
    assert.deepStrictEqual(world.room.acknowledged, [1, 1, 1, 1])
    yield* stopBot(bot)
  })
)

it.effect("events that come twice are parked once, and one that was played before is not played again", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(0)
    const room = new ChatRoom()
    room.copies = 2
    const world = yield* makeWorld(room, questions)
    const bot = yield* startBot(world, { settings })
    begin(world)
    yield* settle
    bot.mortal.kill()
    // An old cursor: everything comes once more.
    const next = yield* startBot(world, { settings, readFrom: 0 })
    yield* settle
    assert.deepStrictEqual(yield* waitingIn(world, chat), ["poison", "room:2", "room:3", "room:1"])
    yield* release(world, chat, "retry")
    yield* aSecond
    assert.deepStrictEqual(seated(world), ["Анна", "Борис", "Вера"])
    const sources = sourcesOf(world, chat)
    assert.strictEqual(new Set(sources).size, sources.length)
    yield* stopBot(next)
  })
)

it.effect("what waits and cannot be read parks the conversation again, and can be skipped", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* worldWith()
    begin(world)
    yield* settle
    const parked = world.database.parked.get(chat) ?? assert.fail()
    const tasks = new Map([...parked.tasks].map(([source, task]) => [source, source === "room:2" ? "{}" : task]))
    world.database.parked.set(chat, { ...parked, tasks })
    yield* release(world, chat, "retry")
    yield* aSecond
    assert.deepInclude(yield* parkedIn(world, chat), { source: "room:2", waiting: 1, release: null })
    yield* release(world, chat, "skip")
    yield* aSecond
    assert.isNull(yield* parkedIn(world, chat))
    assert.deepStrictEqual(seated(world), ["Анна", "Борис"])
    assert.strictEqual(sourcesOf(world, chat).at(-1), "room:3")
    yield* stopBot(bot)
  })
)

it.effect("one whose line cannot be read keeps no other from playing on", () =>
  Effect.gen(function* () {
    const other = conversation(2)
    const { bot, world } = yield* worldWith({
      faults: ({ args, method }) => (method === "waiting" && args[0] === chat ? broken : null)
    })
    for (const where of [chat, other]) {
      world.room.write(where, anna, "Начать игру", 0)
      world.room.arrive(poisonOf(`poison ${where}`, where, boris, "Я играю"))
      world.room.write(where, vera, "Я играю", 0)
    }
    yield* settle
    for (const where of [chat, other]) yield* release(world, where, "skip")
    yield* aSecond
    yield* aSecond
    assert.deepStrictEqual(seated(world, other), ["Анна", "Вера"])
    assert.deepStrictEqual(seated(world), ["Анна"])
    yield* stopBot(bot)
  })
)

it.effect("a conversation that somebody else let go on is played on as soon as something happens in it", () =>
  Effect.gen(function* () {
    const { bot, world } = yield* worldWith()
    begin(world)
    yield* settle
    world.database.parked.delete(chat)
    world.room.write(chat, boris, "Я играю", 0)
    yield* settle
    assert.deepStrictEqual(seated(world), ["Анна", "Борис"])
    assert.isTrue(world.room.acknowledged.every((times) => times === 1))
    yield* stopBot(bot)
  })
)

/** Parked in one batch, talked to while it stands, released, played to its end; a dead bot is started again at once. */
const storyWith = Effect.fnUntraced(function* (options: { readonly crash?: CrashPoint; readonly faults?: Faults }) {
  const { bot: first, world } = yield* worldWith(options)
  let bot = first
  let crashed = false
  const again = Effect.gen(function* () {
    if (bot.mortal.alive) return
    crashed = true
    bot = yield* startBot(world, { settings })
  })
  const pass = Effect.gen(function* () {
    for (let i = 0; i < 4; i++) {
      yield* TestClock.adjust("1 second")
      yield* settle
      yield* again
      yield* settle
    }
  })
  begin(world)
  yield* pass
  world.room.pressLabel(chat, person(4, "Глеб"), "Я играю", 0)
  yield* pass
  yield* release(world, chat, "retry")
  yield* pass
  const table = seated(world)
  world.room.write(chat, anna, "Поехали", 0)
  yield* pass
  const { answered, calls } = bot.mortal
  const known = { calls, answered: new Set(answered), crashed }
  yield* stopBot(bot)
  return {
    ...known,
    seen: {
      table,
      phase: stateOf(world, chat)?._tag,
      outcome: outcomeOf(stateOf(world, chat)),
      texts: world.room.messages(chat).map(({ text }) => text),
      seqs: seqsSaid(world, chat),
      sources: sourcesOf(world, chat).filter((source) => !source.startsWith("outage:")),
      parked: world.database.parked.size
    }
  }
}, Effect.scoped)

it.effect("a crash before or after any call, those of parking among them, loses nothing and says nothing twice", () =>
  Effect.gen(function* () {
    const whole = yield* storyWith({})
    assert.deepStrictEqual(whole.seen.table, ["Анна", "Борис", "Вера", "Глеб"])
    assert.strictEqual(whole.seen.parked, 0)
    for (const when of ["before", "after"] as const) {
      for (let call = 1; call <= whole.calls; call++) {
        if (when === "after" && !whole.answered.has(call)) continue
        const story = yield* storyWith({ crash: { call, when } })
        const where = `crash ${when} call ${call}`
        assert.isTrue(story.crashed, where)
        assert.deepStrictEqual(story.seen, whole.seen, where)
      }
    }
  })
)

it.effect("a call of parking that fails, or whose answer is lost, changes nothing", () =>
  Effect.gen(function* () {
    const whole = yield* storyWith({})
    for (const method of ["park", "append", "parked", "released", "waiting", "clear"]) {
      for (const when of ["before", "after"] as const) {
        for (const n of [1, 2, 3]) {
          let calls = 0
          const faults: Faults = (call) => (call.method === method && ++calls === n ? unavailable(when) : null)
          const story = yield* storyWith({ faults })
          assert.isAbove(calls, 0, method)
          assert.deepStrictEqual(story.seen, whole.seen, `${method} ${n} ${when}`)
        }
      }
    }
  })
)
