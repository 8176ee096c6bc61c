/** Whatever the stores do to a bot, people see the same game: nothing lost, nothing twice, everything in its order. */
import { assert, it } from "@effect/vitest"
import type { Settings } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { SourceId } from "@znatoki/chat/chat-input"
import { Effect, Logger } from "effect"
import { TestClock } from "effect/testing"
import { brisk } from "../src/testing/brisk-settings.ts"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { broken, doneLate, type Fault, type Faults, unavailable } from "../src/testing/store-faults.ts"
import { seqsSaid } from "./seqs-said.ts"
import { anna, boris, logOf, outcomeOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const [chat, other] = [conversation(1), conversation(2)]
const minute = 60_000
/** Long waits, so that a few seconds without a store end none of them. */
const patient: Settings = {
  ...brisk,
  discussionMs: minute,
  choiceMs: minute,
  answerMs: minute,
  verdictMs: minute,
  outageNoticeMs: 60 * minute
}

const gameWith = Effect.fnUntraced(function* (faults: Faults) {
  yield* TestClock.setTime(0)
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bot = yield* startBot(world, { settings: patient, faults })
  yield* play(world, [chat])
  yield* stopBot(bot)
  return resultOf(world, chat)
})

const resultOf = (world: World, conversation: ConversationId) => ({
  transcript: world.room.transcript(conversation),
  outcome: outcomeOf(stateOf(world, conversation)),
  seqs: seqsSaid(world, conversation),
  events: logOf(world, conversation).map(({ event }) => event._tag)
})

/** The `n`th call of `method` meets this fault; all others go well. */
const nth = (method: string, n: number, fault: Fault): Faults & { calls: number } => {
  const faults = Object.assign(
    (call: { readonly method: string }) => (call.method === method && ++faults.calls === n ? fault : null),
    { calls: 0 }
  )
  return faults
}

const trouble: ReadonlyArray<readonly [string, Fault]> = [
  ["is refused", unavailable("before")],
  ["is done and its answer lost", unavailable("after")],
  ["is done at once and answered late", { when: "slow", ms: 700 }],
  ["fails and is done a moment later all the same", doneLate(10)],
  ["fails and is done long after all the same", doneLate(300)]
]

for (const [what, fault] of trouble) {
  it.effect(`a commit that ${what}, whichever of the game it is, changes nothing for the people`, () =>
    Effect.gen(function* () {
      const counting = nth("commit", 0, fault)
      const whole = yield* gameWith(counting)
      assert.isAbove(counting.calls, 12)
      for (let n = 1; n <= counting.calls; n++) {
        const game = yield* gameWith(nth("commit", n, fault))
        assert.deepStrictEqual(game, whole, `commit ${n}`)
      }
    })
  )
}

it.effect(
  "a commit that is done between the second look and the second try is found out, and what it said is said first",
  () =>
    Effect.gen(function* () {
      for (const looked of ["applied", "load"]) {
        yield* TestClock.setTime(0)
        const room = new ChatRoom()
        const world = yield* makeWorld(room, questions)
        const calls = { commit: 0, load: 0 }
        const bot = yield* startBot(world, {
          settings: patient,
          faults: ({ method }) => {
            if (method === "commit" && ++calls.commit === 1) return doneLate(300)
            if (method === "load") calls.load++
            const second = method === looked && (method === "applied" || calls.load === 2)
            return second ? { when: "slow", ms: 500 } : null
          }
        })
        room.write(chat, anna, "Начать игру", 0)
        yield* settle
        room.write(chat, boris, "Я играю", 0)
        yield* TestClock.adjust("2 seconds")
        yield* settle
        assert.deepStrictEqual(seqsSaid(world, chat), [1], looked)
        assert.include(room.transcript(chat), boris.name)
        assert.strictEqual(world.database.conversations.get(chat)?.pending.size, 0)
        assert.deepStrictEqual(room.acknowledged, [1, 1])
        yield* stopBot(bot)
      }
    })
)

it.effect("any other call of a store that fails once, or whose answer is lost, changes nothing for the people", () =>
  Effect.gen(function* () {
    const methods = [
      "load",
      "draw",
      "settle",
      "pending",
      "timersDue",
      "externalId",
      "wake",
      "beat",
      "timersUnmoved",
      "forget"
    ]
    const whole = yield* gameWith(() => null)
    let met = 0
    for (const method of methods) {
      for (const when of ["before", "after"] as const) {
        for (const n of [1, 2, 5]) {
          const faults = nth(method, n, unavailable(when))
          assert.deepStrictEqual(yield* gameWith(faults), whole, `${method} ${n} ${when}`)
          if (faults.calls >= n) met++
        }
      }
    }
    assert.isAbove(met, 20)
  })
)

it.effect("a store that is away for many calls in a row holds the game up and loses nothing of it", () =>
  Effect.gen(function* () {
    const whole = yield* gameWith(() => null)
    for (const start of [1, 10, 30]) {
      let calls = 0
      const game = yield* gameWith(({ method }) => {
        if (method === "beat") return null
        calls++
        return calls >= start && calls < start + 8 ? unavailable(calls % 2 === 0 ? "before" : "after") : null
      })
      assert.deepStrictEqual(game, whole, `away from call ${start}`)
    }
  })
)

const ofStore = (lines: ReadonlyArray<string>) => lines.filter((line) => /store|heartbeat|cursor/.test(line))

/** Two games begin while these calls of the stores fail: the log is told when that begins and when it ends, and no more. */
const isToldOnce = Effect.fnUntraced(function* (fails: (method: string) => boolean, awayMs: number) {
  const lines: Array<string> = []
  const listen = Logger.layer([
    Logger.make(({ logLevel, message }) => void lines.push(`${logLevel} ${JSON.stringify(message)}`))
  ])
  yield* TestClock.setTime(0)
  const world = yield* makeWorld(new ChatRoom(), questions)
  let isAway = false
  const faults: Faults = ({ method }) => (isAway && fails(method) ? unavailable() : null)
  const chats = [chat, other]
  yield* Effect.gen(function* () {
    const bot = yield* startBot(world, { settings: patient, faults, limits: { lanes: 2 } })
    yield* settle
    isAway = true
    for (const each of chats) world.room.write(each, anna, "Начать игру", 0)
    yield* TestClock.adjust(awayMs)
    yield* settle
    const during = lines.splice(0)
    isAway = false
    yield* TestClock.adjust("10 seconds")
    yield* settle
    const after = lines.splice(0)
    for (const each of chats) assert.strictEqual(stateOf(world, each)?._tag, "Lobby")
    assert.deepStrictEqual(
      chats.map((each) => seqsSaid(world, each)),
      [[1], [1]]
    )
    yield* stopBot(bot)
    assert.deepStrictEqual(
      [ofStore(during).length, ofStore(after).length],
      [1, 1],
      [...during, "---", ...after].join("\n")
    )
    assert.include(ofStore(during)[0], "the store cannot do what it is asked")
    assert.include(ofStore(after)[0], "the store does what it is asked again")
  }).pipe(Effect.provide(listen))
})

it.effect("a store that nothing can be asked of is told of once when that begins and once when it ends", () =>
  isToldOnce(() => true, 60_000)
)

it.effect("a store whose heart beats while games cannot be stored is told of once and once as well", () =>
  isToldOnce((method) => method === "commit", 60_000)
)

it.effect("a heart alone that cannot beat is told of once and once", () =>
  isToldOnce((method) => method === "beat", 60_000)
)

it.effect(
  "a conversation that cannot be stored leaves the others playing, and its events are not asked for again",
  () =>
    Effect.gen(function* () {
      const room = new ChatRoom()
      const world = yield* makeWorld(room, questions)
      const bot = yield* startBot(world, {
        settings: patient,
        faults: ({ args, method }) => (method === "commit" && JSON.stringify(args).includes(chat) ? broken : null)
      })
      // All of one batch, good and bad among each other.
      const chats = Array.from({ length: 20 }, (_, i) => conversation(i + 1))
      for (const each of [...chats, ...chats]) room.write(each, anna, "Начать игру", 0)
      yield* settle
      assert.isNull(stateOf(world, chat))
      for (const each of chats.slice(1)) assert.strictEqual(stateOf(world, each)?._tag, "Lobby")
      assert.isTrue(room.acknowledged.every((times) => times === 1))
      yield* stopBot(bot)
      assert.deepStrictEqual(
        chats.slice(1).map((each) => room.messages(each).length),
        chats.slice(1).map(() => 2)
      )
    })
)

it.effect("a press of a conversation that cannot be stored is answered all the same", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    let sick = false
    const bot = yield* startBot(world, {
      settings: patient,
      faults: ({ method }) => (sick && method === "commit" ? broken : null)
    })
    room.write(chat, anna, "Начать игру", 0)
    yield* settle
    sick = true
    room.pressLabel(chat, boris, "Я играю", 0)
    yield* settle
    assert.deepStrictEqual(
      room.notices.map(({ notice }) => notice),
      [null]
    )
    assert.deepStrictEqual(room.acknowledged, [1, 1])
    yield* stopBot(bot)
  })
)

it.effect(
  "an event that cannot even be written down to be parked is left out, and those before and after it count",
  () =>
    Effect.gen(function* () {
      const room = new ChatRoom()
      const world = yield* makeWorld(room, questions)
      const bot = yield* startBot(world, { settings: patient })
      room.write(chat, anna, "Начать игру", 0)
      room.arrive({
        source: SourceId.make("poison"),
        conversation: chat,
        atMs: 0,
        input: {
          _tag: "Wrote",
          by: anna,
          action: null,
          order: 100,
          get text(): string {
            throw new Error("no text in here")
          }
        }
      })
      room.write(other, anna, "Начать игру", 0)
      room.write(chat, boris, "Я играю", 0)
      yield* settle
      const lobby = stateOf(world, chat)
      assert.deepStrictEqual(lobby?._tag === "Lobby" ? lobby.players : [], [anna, boris])
      assert.strictEqual(stateOf(world, other)?._tag, "Lobby")
      assert.deepStrictEqual(room.acknowledged, [1, 1, 1, 1])
      assert.isFalse(logOf(world, chat).some(({ source }) => source === "poison"))
      yield* stopBot(bot)
    })
)

it.effect("a conversation is played on as it is when memory is too small for all that play", () =>
  Effect.gen(function* () {
    const alone = yield* gameWith(() => null)
    yield* TestClock.setTime(0)
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world, { settings: patient, limits: { residentMax: 2 } })
    const chats = Array.from({ length: 7 }, (_, i) => conversation(i + 1))
    yield* play(world, chats)
    yield* stopBot(bot)
    assert.strictEqual(resultOf(world, chat).transcript, alone.transcript)
    for (const each of chats) assert.deepInclude(outcomeOf(stateOf(world, each)), { reason: "everything played" })
  })
)
