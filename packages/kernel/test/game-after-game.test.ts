/** One batch may end a game and begin the next; each keeps its own log and its own last state. */
import { assert, it } from "@effect/vitest"
import { replay } from "@znatoki/engine"
import { Effect } from "effect"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { anna, boris, questions, settle } from "./scripted-game.ts"

const chat = conversation(1)

it.effect("a game that ends and one that begins at once are two games with a log each", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    for (const text of ["Начать игру", "я играю", "стоп", "стоп", "Начать игру", "стоп", "Начать игру"]) {
      room.write(chat, text === "я играю" ? boris : anna, text, 0)
    }
    yield* startBot(world)
    yield* settle
    const games = [...(world.database.conversations.get(chat)?.games.values() ?? [])]
    assert.deepStrictEqual(
      games.map(({ game, state }) => [game, state._tag]),
      [
        [1, "Finished"],
        [2, "Finished"],
        [3, "Lobby"]
      ]
    )
    for (const { game, log, state } of games) {
      const events = log.map(({ event }) => event)
      const before = { _tag: "Idle", game: game - 1, settings: state.settings } as const
      assert.deepStrictEqual(replay(before, events).state, state, `game ${game}`)
    }
  }).pipe(Effect.scoped)
)
