/** Two processes that both believe they own a conversation cannot both win, and nothing of either is lost. */
import { assert, it } from "@effect/vitest"
import type { Incoming } from "@znatoki/chat/chat-input"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation, person } from "../src/testing/chat-room.ts"
import { seqsSaid } from "./seqs-said.ts"
import { logOf, outcomeOf, play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const numberOf = ({ source }: Incoming): number => Number(source.split(":")[1])

const gameOf = Effect.fnUntraced(function* (...hears: ReadonlyArray<(incoming: Incoming) => boolean>) {
  yield* TestClock.setTime(0)
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bots = []
  for (const [i, each] of hears.entries()) bots.push(yield* startBot(world, { role: `bot ${i}`, hears: each }))
  yield* play(world, [chat])
  yield* settle
  for (const bot of bots) yield* stopBot(bot)
  const sources = logOf(world, chat).flatMap(({ source }) => source ?? [])
  return {
    outcome: outcomeOf(stateOf(world, chat)),
    sources,
    seqs: seqsSaid(world, chat),
    transcript: world.room.transcript(chat)
  }
})

const everything = (incoming: Incoming) => incoming.conversation === chat

it.effect("when both hear everything each event counts once and each message is said once", () =>
  Effect.gen(function* () {
    const alone = yield* gameOf(everything)
    const both = yield* gameOf(everything, everything)
    assert.deepStrictEqual(both, alone)
    assert.strictEqual(new Set(both.sources).size, both.sources.length)
  })
)

it.effect("of many people who sit down at once through two processes every one gets a seat", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    const bots = [
      yield* startBot(world, { role: "even", hears: (incoming) => numberOf(incoming) % 2 === 0 }),
      yield* startBot(world, { role: "odd", hears: (incoming) => numberOf(incoming) % 2 === 1 })
    ]
    const people = Array.from({ length: 8 }, (_, i) => person(i + 1, `Игрок ${i + 1}`))
    for (const [i, each] of people.entries()) {
      room.write(chat, each, i === 0 ? "Начать игру" : "Я играю", 0)
      if (i === 0) yield* settle
    }
    yield* settle
    const lobby = stateOf(world, chat)
    const seated = lobby?._tag === "Lobby" ? lobby.players.map(({ id }) => id) : []
    assert.deepStrictEqual(seated.toSorted(), people.map(({ id }) => id).toSorted())
    assert.isTrue(room.acknowledged.every((times) => times === 1))
    for (const bot of bots) yield* stopBot(bot)
  })
)
