/** What admins settle for a conversation: the next game begins with it, and a silenced bot says nothing. */
import { assert, it } from "@effect/vitest"
import { type GameState, nextSettingsOf, presets, type Settings } from "@znatoki/engine"
import { ConversationSettings } from "@znatoki/ports/conversation-settings"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { wholeSlice } from "@znatoki/ports/slice"
import * as AdminOrdersMemory from "@znatoki/test-contracts/memory/admin-orders"
import * as ConversationSettingsMemory from "@znatoki/test-contracts/memory/conversation-settings"
import { Clock, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { brisk } from "../src/testing/brisk-settings.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { poisonOf, release } from "./parked-chat.ts"
import { anna, logOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const ours: Settings = { ...brisk, preset: "ours", rounds: 2 }
const stores = Layer.merge(AdminOrdersMemory.layer, ConversationSettingsMemory.layer)

const texts = ({ room }: World): ReadonlyArray<string> => room.messages(chat).map(({ text }) => text)
const look = Effect.andThen(TestClock.adjust("1 second"), settle)
const isOver = (state: GameState | null): boolean => state?._tag === "Finished"
const discusses = (state: GameState | null): boolean => state?._tag === "Discussion"
const write = Effect.fnUntraced(function* ({ room }: World, text: string) {
  room.write(chat, anna, text, yield* Clock.currentTimeMillis)
  yield* settle
})
const presetOf = (world: World): string | undefined => {
  const state = stateOf(world, chat)
  return state === null ? undefined : nextSettingsOf(state).preset
}
const settled = Effect.fnUntraced(function* (change: { readonly settings?: Settings; readonly muted?: boolean }) {
  yield* (yield* ConversationSettings).settle(chat, change, null, yield* Clock.currentTimeMillis)
  yield* look
})

it.effect("settings that were settled are the next game's, also where nobody has played yet and after a restart", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    const first = yield* startBot(world)
    yield* settled({ settings: ours })
    assert.deepStrictEqual(yield* (yield* ConversationSettings).unnoticed(wholeSlice, 9), [])
    yield* stopBot(first)
    const second = yield* startBot(world)
    yield* write(world, "старт")
    assert.strictEqual(stateOf(world, chat)?._tag, "Lobby")
    assert.strictEqual(stateOf(world, chat)?.settings.preset, "ours")
    yield* stopBot(second)
  }).pipe(Effect.provide(stores))
)

it.effect("a game that runs keeps its own; the next one has what was settled, until people choose otherwise", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world)
    yield* play(world, [chat], { until: discusses })
    yield* settled({ settings: ours })
    assert.strictEqual(stateOf(world, chat)?.settings.preset, brisk.preset)
    yield* play(world, [chat], { until: isOver })
    assert.strictEqual(presetOf(world), "ours")
    yield* write(world, "пресет быстрая")
    assert.strictEqual(presetOf(world), "quick")
    // A change of something else does not bring it back.
    yield* settled({ muted: false })
    yield* write(world, "инфо")
    assert.strictEqual(presetOf(world), "quick")
    yield* settled({ settings: { ...presets.slow } })
    yield* write(world, "старт")
    assert.strictEqual(stateOf(world, chat)?.settings.preset, "slow")
    yield* stopBot(bot)
  }).pipe(Effect.provide(stores))
)

it.effect("a silenced bot says nothing and holds the game; when it may speak again, the game goes on as it was", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world)
    yield* play(world, [chat], { until: discusses })
    yield* settled({ muted: true })
    const said = texts(world)
    assert.strictEqual(stateOf(world, chat)?._tag, "Paused")
    for (const text of ["инфо", "стоп", "продолжаем", "рейтинг"]) yield* write(world, text)
    world.room.happen(chat, { _tag: "Invited", by: anna }, yield* Clock.currentTimeMillis)
    yield* settle
    yield* TestClock.adjust("1 minute")
    yield* settle
    assert.deepStrictEqual(texts(world), said)
    assert.strictEqual(stateOf(world, chat)?._tag, "Paused")
    yield* settled({ muted: false })
    assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
    assert.isAbove(texts(world).length, said.length)
    yield* play(world, [chat], { until: isOver })
    yield* stopBot(bot)
  }).pipe(Effect.provide(stores))
)

it.effect("of a silenced bot an admin's order is heard, and a pause that ends in silence is not", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world)
    yield* play(world, [chat], { until: discusses })
    yield* settled({ muted: true })
    const before = texts(world).length
    yield* (yield* AdminOrders).give({ conversation: chat, order: { _tag: "Stop", game: 1 }, atMs: 1 })
    yield* look
    assert.isTrue(isOver(stateOf(world, chat)))
    assert.include(texts(world).at(-1), "🏁")
    assert.lengthOf(texts(world), before + 1)
    yield* write(world, "старт")
    assert.isTrue(isOver(stateOf(world, chat)))
    assert.isTrue(logOf(world, chat).some(({ event }) => event._tag === "HostGone"))
    yield* stopBot(bot)
  }).pipe(Effect.provide(stores))
)

it.effect("a bot that was silenced while the conversation stood still holds the game when it is released", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), questions)
    const bot = yield* startBot(world)
    yield* play(world, [chat], { until: discusses })
    world.room.arrive(poisonOf("poison", chat, anna, "Париж"))
    yield* settle
    yield* settled({ muted: true })
    yield* release(world, chat, "skip")
    yield* look
    assert.strictEqual(stateOf(world, chat)?._tag, "Paused")
    yield* stopBot(bot)
  }).pipe(Effect.provide(stores))
)
