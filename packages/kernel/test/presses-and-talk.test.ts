/** Everyone who pressed is answered, and words that come again are never taken for an answer to what came after them. */
import { assert, it } from "@effect/vitest"
import { presets, type Settings } from "@znatoki/engine"
import { SourceId } from "@znatoki/chat/chat-input"
import { Effect } from "effect"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation, person } from "../src/testing/chat-room.ts"
import { unavailable } from "../src/testing/store-faults.ts"
import { anna, boris, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const settings: Settings = presets.classic

const vera = person(3, "Вера")

const noticesOf = ({ room }: World) => room.notices.map(({ notice }) => notice)

const inLobby = Effect.fnUntraced(function* (
  copies: number,
  faults = () => null as ReturnType<typeof unavailable> | null
) {
  const room = new ChatRoom()
  room.copies = copies
  const world = yield* makeWorld(room, questions)
  const bot = yield* startBot(world, { settings, faults })
  room.write(chat, anna, "Начать игру", 0)
  yield* settle
  return { bot, room, world }
})

it.effect("each press is answered once: accepted, refused, or delivered twice", () =>
  Effect.gen(function* () {
    for (const copies of [1, 2]) {
      const { bot, room, world } = yield* inLobby(copies)
      room.pressLabel(chat, boris, "Я играю", 0)
      room.pressLabel(chat, boris, "Я играю", 0)
      room.pressLabel(chat, anna, "Поехали", 0)
      room.pressLabel(chat, boris, "Поехали", 0)
      yield* settle
      assert.strictEqual(noticesOf(world).length, 4)
      assert.strictEqual(new Set(room.notices.map(({ press }) => press)).size, 4)
      assert.deepStrictEqual(noticesOf(world).slice(0, 3), ["Вы в игре!", "Вы уже за столом", null])
      assert.isTrue(room.acknowledged.every((times) => times === 1))
      yield* stopBot(bot)
    }
  })
)

it.effect("a press whose commit lost its answer is answered once, and not as if it came too late", () =>
  Effect.gen(function* () {
    let commits = 0
    const { bot, room, world } = yield* inLobby(1)
    yield* stopBot(bot)
    const next = yield* startBot(world, {
      settings,
      faults: ({ method }) => (method === "commit" && ++commits === 1 ? unavailable("after") : null)
    })
    yield* settle
    room.pressLabel(chat, boris, "Я играю", 0)
    yield* settle
    yield* play(world, [chat], { until: (state) => state?._tag === "Lobby" && state.players.length === 2 })
    yield* stopBot(next)
    assert.deepStrictEqual(noticesOf(world), [null])
  })
)

it.effect("words written before the question, delivered again after a crash, are not the answer", () =>
  Effect.gen(function* () {
    const { bot, room, world } = yield* inLobby(1)
    room.pressLabel(chat, boris, "Я играю", 0)
    yield* settle
    // Talk alone in its batch: nothing of it is stored.
    for (const each of [anna, boris]) room.write(chat, each, "Пушкин", 0)
    yield* settle
    yield* play(world, [chat], { until: (state) => state?._tag === "Answer" })
    bot.mortal.kill()
    const again = yield* startBot(world, { settings, readFrom: 0 })
    yield* settle
    const state = stateOf(world, chat)
    assert.strictEqual(state?._tag, "Answer")
    // New words are.
    room.write(chat, state?._tag === "Answer" && state.answerer === anna.id ? anna : boris, "Пушкин", 0)
    yield* settle
    assert.deepInclude(stateOf(world, chat), { _tag: "Verdict", score: { team: 1, bot: 0 } })
    yield* stopBot(again)
  })
)

it.effect("the greeting asks for access until plain words have been heard, and a restart remembers it", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const invited = { _tag: "Invited", by: anna } as const
    let invitations = 0
    const asksForAccess = Effect.gen(function* () {
      room.arrive({ source: SourceId.make(`invited:${invitations++}`), conversation: chat, atMs: 0, input: invited })
      yield* settle
      return room.messages(chat).at(-1)?.text.includes("Доступ ко всей переписке")
    })
    const bot = yield* startBot(world, { settings })
    assert.isTrue(yield* asksForAccess)
    room.write(chat, anna, "всем привет", 0)
    assert.isFalse(yield* asksForAccess)
    yield* stopBot(bot)
    const again = yield* startBot(world, { settings })
    assert.isFalse(yield* asksForAccess)
    room.happen(chat, { _tag: "Removed" }, 0)
    assert.isTrue(yield* asksForAccess)
    yield* stopBot(again)
  })
)

it.effect("thirty people who want to sit down at a full table, all in one second, hear one refusal", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const bot = yield* startBot(world, { settings: { ...settings, playersMax: 1 } })
    room.write(chat, anna, "Начать игру", 0)
    yield* settle
    const before = room.messages(chat).length
    for (let i = 0; i < 15; i++) for (const each of [boris, vera]) room.write(chat, each, "я играю", 0)
    yield* settle
    const refusals = room.messages(chat).slice(before)
    assert.deepStrictEqual(
      refusals.map(({ text }) => text),
      ["Борис, мест больше нет: за столом 1 игрок."]
    )
    yield* stopBot(bot)
  })
)

// In the third round nobody said a word before: the first one is stored.
it.effect.each([1, 3])(
  "an answer that is delivered after what others said later is the answer, and only once, in round %d",
  (round) =>
    Effect.gen(function* () {
      const { bot, room, world } = yield* inLobby(1)
      room.pressLabel(chat, boris, "Я играю", 0)
      yield* settle
      yield* play(world, [chat], { until: (state) => state?._tag === "Answer" && state.round === round })
      const state = stateOf(world, chat)
      const [answerer, other] = state?._tag === "Answer" && state.answerer === anna.id ? [anna, boris] : [boris, anna]
      const say = (by: typeof anna, text: string, order: number): void =>
        room.arrive({
          source: SourceId.make(`late:${order}`),
          conversation: chat,
          atMs: 0,
          input: { _tag: "Wrote", by, text, action: null, order }
        })
      say(other, "ну как?", 1_001)
      yield* settle
      say(answerer, "Пушкин", 1_000)
      say(answerer, "Пушкин", 1_000)
      yield* settle
      const after = stateOf(world, chat)
      assert.strictEqual(after?._tag, "Verdict")
      assert.deepInclude(after?._tag === "Verdict" ? after.results.at(-1) : null, { given: "Пушкин", right: true })
      yield* stopBot(bot)
    })
)
