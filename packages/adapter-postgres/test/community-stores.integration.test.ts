/** Each community's stores show what is its own to who looks through all there is; whoever names a conversation gets it. */
import { assert, layer } from "@effect/vitest"
import { CommunityNotYet, communityStores, everybodysStores } from "@znatoki/adapter-postgres/conversation-stores"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { ConversationId } from "@znatoki/chat/chat-input"
import { GameStore } from "@znatoki/ports/game-store"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Outbox } from "@znatoki/ports/outbox"
import { Parking } from "@znatoki/ports/parking"
import { wholeSlice } from "@znatoki/ports/slice"
import { commitOf, queued, say, source } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect } from "effect"
import { beforeLift, lift } from "./bare-stores.ts"
import { emptyStores } from "./empty-stores.ts"

/** The second would be found among the first's if only the beginning of the number counted. */
const communities = ["vk:1", "vk:10", "vk:2"] as const
const peers = ["2000000001", "2000000002"]
const all = communities.flatMap((community) => peers.map((peer) => ConversationId.make(`${community}:${peer}`)))

/** What is shown of all there is. */
const shown = Effect.gen(function* () {
  const [store, outbox, parking] = [yield* GameStore, yield* Outbox, yield* Parking]
  const page = { after: null, limit: 99 }
  const due = yield* store.timersDue(wholeSlice, 1e15, page)
  const unmoved = yield* store.timersUnmoved(wholeSlice, 1e15, page)
  const { messages } = yield* outbox.pending(wholeSlice, null, 99)
  const released = yield* parking.released(wholeSlice, 99)
  const parked = [...(yield* parking.parked(wholeSlice))].toSorted()
  const ids = [due, unmoved, messages, released].map((rows) => rows.map(({ conversation }) => conversation))
  return [...ids, parked]
})

const played = Effect.gen(function* () {
  const [store, parking] = [yield* GameStore, yield* Parking]
  yield* store.commit(all.map((id) => commitOf(id, 1, { outgoing: queued(1, say("раз")) })))
  yield* parking.park(
    all.map((conversation) => {
      const failed = { source: source(conversation), task: "{}", error: "no", met: null }
      return { conversation, ...failed, atMs: 1, sinceMs: 1 }
    })
  )
  for (const id of all) yield* parking.release(id, "retry")
})

describePostgres("the stores of a community", (postgres) => {
  layer(emptyStores(postgres))("beside others", (it) => {
    it.effect("show its conversations and no other's", () =>
      Effect.gen(function* () {
        yield* played
        for (const community of communities) {
          const own = all.filter((id) => id.startsWith(`${community}:`))
          const found = yield* Effect.provide(shown, yield* communityStores(community))
          assert.deepStrictEqual(found, [own, own, own, own, own])
        }
        const found = yield* Effect.provide(shown, yield* everybodysStores)
        assert.deepStrictEqual(
          found.map((ids) => ids.toSorted()),
          found.map(() => all.toSorted())
        )
      })
    )
  })

  layer(emptyStores(postgres))("where another's conversations are stored bare", (it) => {
    it.effect(
      "are refused until those are whole; that one's show them all all the time, and go on from the one heart there was",
      () =>
        Effect.gen(function* () {
          yield* beforeLift
          yield* (yield* Heartbeat).beat("bot", 5)
          assert.instanceOf(yield* Effect.flip(communityStores("vk:2")), CommunityNotYet)
          const stores = yield* communityStores("vk:1")
          const own = all.filter((id) => id.startsWith("vk:1:"))
          const found = yield* Effect.gen(function* () {
            yield* (yield* GameStore).commit(own.map((id) => commitOf(id, 1)))
            assert.strictEqual(yield* (yield* Heartbeat).last("bot/vk:1"), 5)
            return yield* shown
          }).pipe(Effect.provide(stores))
          assert.deepStrictEqual(found.slice(0, 2), [own, own])
          yield* lift
          assert.deepStrictEqual((yield* Effect.provide(shown, yield* communityStores("vk:2")))[0], [])
          assert.deepStrictEqual((yield* Effect.provide(shown, stores))[0], own)
        })
    )
  })
})
