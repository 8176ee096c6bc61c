/** What is known of a conversation and not stored. */
import { assert, it } from "@effect/vitest"
import { type ChatInput, type ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { initialState, PlayerId, presets } from "@znatoki/engine"
import type { StoredGame } from "@znatoki/ports/game-store"
import { Effect } from "effect"
import { Overheard } from "../src/play/overheard.ts"
import type { Task } from "../src/play/task.ts"
import { conversation } from "../src/testing/chat-room.ts"

const [chat, other] = [conversation(1), conversation(2)]

const by = { id: PlayerId.make("1"), name: "Анна" }

const presence = (isHere: boolean, atMs: number): Task => ({
  _tag: "Presence",
  conversation: chat,
  isHere,
  atMs,
  done: Effect.void
})

/** As it is known of a game: whose, and when it last moved. */
const moved = (where: ConversationId, updatedAtMs = 0): StoredGame => ({
  conversation: where,
  version: 1,
  state: initialState(presets.classic),
  lastOrder: 0,
  hearsAll: true,
  lastSeq: 0,
  updatedAtMs
})

const happened = (input: ChatInput, atMs: number): Task => ({
  _tag: "Chat",
  incoming: { source: SourceId.make(`${input._tag} ${atMs}`), conversation: chat, atMs, input },
  done: Effect.void
})

it.effect("that it was put out counts for nothing when it is known that it was let in since", () =>
  Effect.gen(function* () {
    const overheard = yield* Overheard
    const [out, back] = [happened({ _tag: "Removed" }, 4_000), happened({ _tag: "Invited", by }, 5_000)]
    const again = happened({ _tag: "Removed" }, 5_000)
    assert.deepStrictEqual(overheard.withoutOutdated(moved(chat), [out, back]), [out, back])
    assert.deepStrictEqual(overheard.withoutOutdated(moved(chat), [out, again]), [again])
  }).pipe(Effect.provide(Overheard.layerOf(10)))
)

it.effect("that nothing can be said counts for nothing when it is known that something could be since", () =>
  Effect.gen(function* () {
    const overheard = yield* Overheard
    const [early, back, late, again] = [presence(false, 1), presence(true, 5), presence(false, 4), presence(false, 6)]
    assert.deepStrictEqual(overheard.withoutOutdated(moved(chat), [early, back, late]), [early, back])
    assert.deepStrictEqual(overheard.withoutOutdated(moved(chat), [late, again]), [again])
    assert.deepStrictEqual(overheard.withoutOutdated(moved(other), [late]), [late])
  }).pipe(Effect.provide(Overheard.layerOf(10)))
)

it.effect(
  "that nothing can be said counts for nothing where the game has moved since, for that says something too",
  () =>
    Effect.gen(function* () {
      const overheard = yield* Overheard
      const [gone, here] = [presence(false, 4), presence(true, 4)]
      assert.deepStrictEqual(overheard.withoutOutdated(moved(chat, 5), [gone]), [])
      assert.deepStrictEqual(overheard.withoutOutdated(moved(chat, 4), [gone]), [gone])
      assert.deepStrictEqual(overheard.withoutOutdated(moved(chat, 5), [here]), [here])
      const [out, back] = [happened({ _tag: "Removed" }, 4_000), happened({ _tag: "Invited", by }, 4_000)]
      assert.deepStrictEqual(overheard.withoutOutdated(moved(chat, 5_000), [out]), [out])
      assert.deepStrictEqual(overheard.withoutOutdated(moved(chat, 5_001), [out]), [])
      assert.deepStrictEqual(overheard.withoutOutdated(moved(chat, 5_001), [back]), [back])
    }).pipe(Effect.provide(Overheard.layerOf(10)))
)
