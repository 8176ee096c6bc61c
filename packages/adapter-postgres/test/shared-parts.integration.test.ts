/** What memory holds of a game that was read: as little of its own as it can. */
import { assert, it } from "@effect/vitest"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { type GameState, unpaused } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { GameStore } from "@znatoki/ports/game-store"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { commitOf, conversation, discussion, question } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect } from "effect"
import { emptyStores } from "./empty-stores.ts"

const playing = discussion(1, { timer: "1/discussion", atMs: 60_000 })
const paused = (held: GameState): GameState =>
  held._tag === "Discussion"
    ? {
        _tag: "Paused",
        game: held.game,
        settings: held.settings,
        held,
        why: "asked",
        heldBefore: null,
        pausedAtMs: 5_000,
        deadline: { timer: "1/pause", atMs: 90_000 }
      }
    : held

const read = Effect.fnUntraced(function* (id: ConversationId) {
  const { load } = yield* GameStore
  const state = (yield* load([id])).get(id)?.state
  assert(state !== undefined)
  const { settings, ...rest } = unpaused(state)
  return { settings, outer: state.settings, question: "question" in rest ? rest.question : null }
})

describePostgres("games read", (postgres) => {
  it.live("have one object for the question that others are asked too, drawn or read, and one for equal settings", () =>
    Effect.gen(function* () {
      const { draw } = yield* QuestionBank
      const { commit } = yield* GameStore
      const [drawn] = yield* draw([{ conversation: conversation(3), seed: 1 }])
      yield* commit([
        commitOf(conversation(1), 1, { state: playing }),
        commitOf(conversation(2), 1, { state: paused(playing) })
      ])
      const [one, other] = [yield* read(conversation(1)), yield* read(conversation(2))]
      assert.strictEqual(one.question, drawn?.question)
      assert.strictEqual(other.question, one.question)
      assert.strictEqual(other.settings, one.settings)
      assert.strictEqual(other.outer, one.settings)
    }).pipe(Effect.provide(emptyStores(postgres, [question(1)])))
  )
})
