/** What every Conversations does: remembers titles, also before the first game, and finds who is named in short. */
import { assert } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import { Conversations } from "@znatoki/ports/conversations"
import { GameArchive } from "@znatoki/ports/game-archive"
import { GameStore } from "@znatoki/ports/game-store"
import { wholeSlice } from "@znatoki/ports/slice"
import { Effect, type Layer } from "effect"
import { commitOf, conversation, discussion, finished } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

type Stores = Conversations | GameArchive | GameStore

const a = conversation("a")
const b = conversation("b")

export const conversationsContract = <E>(name: string, empty: Layer.Layer<Stores, E>): void => {
  contract("Conversations", name, empty, (proves) => {
    titling(proves)
    finding(proves)
    playing(proves)
  })
}

const playing = (proves: Sentence<Stores>) => {
  proves("where a game runs is told page by page, with how far it was heard", () =>
    Effect.gen(function* () {
      const [conversations, store] = [yield* Conversations, yield* GameStore]
      const state = discussion(1, { timer: "1/discussion", atMs: 9_000 })
      const over = conversation("over")
      yield* store.commit([
        commitOf(b, 1, { state, lastOrder: 17 }),
        commitOf(over, 1, { state: finished(1) }),
        commitOf(a, 1, { state, lastOrder: 4, hearsAll: true })
      ])
      yield* conversations.setTitle(conversation("c"), "Ещё не играли")
      const [first, second] = [
        { conversation: a, lastOrder: 4, hearsAll: true },
        { conversation: b, lastOrder: 17, hearsAll: false }
      ]
      assert.deepStrictEqual(yield* conversations.playing(null, 9), [first, second])
      assert.deepStrictEqual(yield* conversations.playing(null, 1), [first])
      assert.deepStrictEqual(yield* conversations.playing(a, 9), [second])
      assert.deepStrictEqual(yield* conversations.playing(b, 9), [])
    })
  )
}

const titlesOf = Effect.gen(function* () {
  const games = yield* (yield* GameArchive).list({ status: null, conversation: null }, null, 9)
  return new Map(games.map(({ conversation, title }) => [conversation, title]))
})

const titling = (proves: Sentence<Stores>) => {
  proves("a game is shown with the title its conversation has now, or with none", () =>
    Effect.gen(function* () {
      const [conversations, store] = [yield* Conversations, yield* GameStore]
      yield* store.commit([a, b].map((id) => commitOf(id, 1)))
      yield* conversations.setTitle(a, "Знатоки")
      yield* conversations.setTitle(a, "Знатоки «всего» & \\ 'света'")
      assert.deepStrictEqual(
        yield* titlesOf,
        new Map([
          [a, "Знатоки «всего» & \\ 'света'"],
          [b, null]
        ])
      )
      assert.strictEqual((yield* (yield* GameArchive).get(`${a}-1`))?.summary.title, "Знатоки «всего» & \\ 'света'")
    })
  )

  proves("a title comes before the first game and stays; until then nothing was played, and nothing waits", () =>
    Effect.gen(function* () {
      const [conversations, store] = [yield* Conversations, yield* GameStore]
      yield* conversations.setTitle(a, "Раньше игры")
      assert.deepStrictEqual(yield* store.load([a]), new Map())
      assert.deepStrictEqual(yield* store.timersUnmoved(wholeSlice, 1e15, { after: null, limit: 9 }), [])
      assert.deepStrictEqual(yield* titlesOf, new Map())
      const state = discussion(1, { timer: "1/discussion", atMs: 9_000 })
      assert.deepStrictEqual(yield* store.commit([commitOf(a, 1, { state })]), [{ _tag: "Committed" }])
      assert.deepStrictEqual(yield* store.commit([commitOf(a, 2, { state })]), [{ _tag: "Committed" }])
      assert.strictEqual((yield* store.load([a])).get(a)?.version, 2)
      assert.lengthOf(yield* store.timersUnmoved(wholeSlice, 1e15, { after: null, limit: 9 }), 1)
      assert.deepStrictEqual(yield* titlesOf, new Map([[a, "Раньше игры"]]))
    })
  )
}

const finding = (proves: Sentence<Stores>) => {
  proves("a conversation is found by its id, and by the end of it", () =>
    Effect.gen(function* () {
      const conversations = yield* Conversations
      yield* (yield* GameStore).commit([a, b].map((id) => commitOf(id, 1)))
      assert.strictEqual(yield* conversations.find(a), a)
      assert.strictEqual(yield* conversations.find("b"), b)
      for (const nobody of ["c", "vk:1:c", "", "vk:1", "1:a", ":a", "%"]) {
        assert.isNull(yield* conversations.find(nobody))
      }
    })
  )
}

/** Where ids of several communities can be. */
export const communitiesContract = <E>(name: string, empty: Layer.Layer<Stores, E>): void => {
  contract("Conversations of communities", name, empty, (proves) => {
    proves("whose number is another's too is found by the whole id alone", () =>
      Effect.gen(function* () {
        const conversations = yield* Conversations
        const ids = ["vk:1:5", "vk:10:5", "vk:2:5", "vk:2:6", "vk:3:7"].map((id) => ConversationId.make(id))
        yield* (yield* GameStore).commit(ids.map((id) => commitOf(id, 1)))
        assert.isNull(yield* conversations.find("5"))
        assert.strictEqual(yield* conversations.find("6"), "vk:2:6")
        assert.strictEqual(yield* conversations.find("7"), "vk:3:7")
        for (const id of ids) assert.strictEqual(yield* conversations.find(id), id)
      })
    )
  })
}
