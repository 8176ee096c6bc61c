/** What an admin wants of a game happens to it once, and its people are told. */
import { assert, it } from "@effect/vitest"
import { type GameState, type Settings, unpaused } from "@znatoki/engine"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { wholeSlice } from "@znatoki/ports/slice"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import * as AdminOrdersMemory from "@znatoki/test-contracts/memory/admin-orders"
import { Clock, Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { brisk } from "../src/testing/brisk-settings.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { poisonOf, release } from "./parked-chat.ts"
import { anna, boris, logOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const settings: Settings = { ...brisk, appeals: 1, appealBy: "admin", silentRoundsMax: 0 }

const lostRound = (state: GameState | null): boolean =>
  state?._tag === "Verdict" && state.results.at(-1)?.right === false
const isOver = (state: GameState | null): boolean => state?._tag === "Finished"
const scoreOf = (state: GameState | null): unknown => {
  const now = state === null ? null : unpaused(state)
  return now !== null && "score" in now ? now.score : null
}
const texts = ({ room }: World): ReadonlyArray<string> => room.messages(chat).map(({ text }) => text)
const look = Effect.andThen(TestClock.adjust("1 second"), settle)

/** The captain has appealed against the round just lost. */
const appealed = Effect.gen(function* () {
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bot = yield* startBot(world, { settings })
  yield* play(world, [chat], { until: lostRound })
  const state = stateOf(world, chat)
  if (state?._tag !== "Verdict") return yield* Effect.die(new Error("no verdict"))
  world.room.write(chat, state.captain === anna.id ? anna : boris, "апелляция", yield* Clock.currentTimeMillis)
  yield* settle
  return { bot, world, round: state.round, game: state.game }
})

it.effect(
  "a ruling corrects the score, also after the game, and the chat is told; once, however often it is found",
  () =>
    Effect.gen(function* () {
      const orders = yield* AdminOrders
      const { bot, game, round, world } = yield* appealed
      assert.include(texts(world).at(-1), "рассмотрит администратор")
      yield* play(world, [chat], { until: isOver })
      const before = scoreOf(stateOf(world, chat)) as { readonly team: number; readonly bot: number }
      const rule = { conversation: chat, order: { _tag: "Rule", game, round, accepted: true } as const, atMs: 1 }
      yield* orders.give(rule)
      yield* look
      const after = { team: before.team + 1, bot: before.bot - 1 }
      assert.deepStrictEqual(scoreOf(stateOf(world, chat)), after)
      assert.include(texts(world).at(-1), "Апелляция по раунду")
      assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
      const count = texts(world).length
      // Another one on what is ruled on, and one on a game that is not.
      yield* orders.give(rule)
      yield* orders.give({ ...rule, order: { ...rule.order, game: game + 1 } })
      yield* look
      assert.deepStrictEqual(scoreOf(stateOf(world, chat)), after)
      assert.lengthOf(texts(world), count)
      assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
      assert.lengthOf(
        logOf(world, chat).filter(({ event }) => event._tag === "RulingMade"),
        1
      )
      yield* stopBot(bot)
    }).pipe(Effect.provide(AdminOrdersMemory.layer))
)

it.effect("a game is stopped, and a bot that was not told that it is done does it no second time", () =>
  Effect.gen(function* () {
    const orders = yield* AdminOrders
    const forgetful = { ...orders, done: () => Effect.fail(new StoreUnavailable({ operation: "x", cause: "y" })) }
    const world = yield* makeWorld(new ChatRoom(), questions)
    const first = yield* startBot(world, { settings }).pipe(Effect.provideService(AdminOrders, forgetful))
    yield* play(world, [chat], { until: (state) => state?._tag === "Discussion" })
    yield* orders.give({ conversation: chat, order: { _tag: "Stop", game: 1 }, atMs: 1 })
    yield* look
    assert.isTrue(isOver(stateOf(world, chat)))
    const said = texts(world)
    yield* stopBot(first)
    assert.lengthOf(yield* orders.waiting(wholeSlice, 9), 1)
    const second = yield* startBot(world, { settings })
    yield* look
    assert.deepStrictEqual(texts(world), said)
    assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
    assert.lengthOf(
      logOf(world, chat).filter(({ event }) => event._tag === "StopOrdered"),
      1
    )
    yield* stopBot(second)
  }).pipe(Effect.provide(AdminOrdersMemory.layer))
)

it.effect(
  "what an admin wants of a game that stands still is done when it is released; a reminder of then is said to nobody",
  () =>
    Effect.gen(function* () {
      const orders = yield* AdminOrders
      const world = yield* makeWorld(new ChatRoom(), questions)
      const bot = yield* startBot(world, { settings })
      yield* play(world, [chat], { until: (state) => state?._tag === "Discussion" })
      world.room.arrive(poisonOf("poison", chat, boris, "Париж"))
      yield* settle
      yield* orders.give({ conversation: chat, order: { _tag: "Remind" }, atMs: 1 })
      yield* orders.give({ conversation: chat, order: { _tag: "Stop", game: 1 }, atMs: 1 })
      yield* look
      assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
      yield* release(world, chat, "skip")
      yield* look
      assert.isTrue(isOver(stateOf(world, chat)))
      assert.include(texts(world).at(-1), "🏁")
      assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
      yield* stopBot(bot)
    }).pipe(Effect.provide(AdminOrdersMemory.layer))
)
