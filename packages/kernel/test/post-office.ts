/** Delivery alone: messages are committed to stores in memory and carried to a chat room. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Outgoing } from "@znatoki/chat/message"
import * as Deliver from "@znatoki/kernel/deliver/deliver"
import * as DirectBell from "@znatoki/kernel/in-process/direct-bell"
import { Doorbell } from "@znatoki/ports/doorbell"
import { GameStore } from "@znatoki/ports/game-store"
import { Messenger } from "@znatoki/ports/messenger"
import { Outbox } from "@znatoki/ports/outbox"
import { wholeSlice } from "@znatoki/ports/slice"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Effect, Exit, Layer, Scope } from "effect"
import { commitOf, queued } from "@znatoki/test-contracts/contracts/sample-commits"
import { makeWorld, type World } from "../src/testing/bot-world.ts"
import { ChatRoom } from "../src/testing/chat-room.ts"
import { type Faults, faulty } from "../src/testing/store-faults.ts"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as MemoryStores from "@znatoki/test-contracts/memory/memory-stores"

export interface Options {
  readonly world?: World
  readonly pendingMax?: number
  readonly faults?: Faults
  readonly deliver?: Messenger["Service"]["deliver"]
}

export const openPost = Effect.fnUntraced(function* (options: Options = {}) {
  const world = options.world ?? (yield* makeWorld(new ChatRoom(), []))
  const { database, room } = world
  const messenger = Layer.succeed(Messenger, {
    textMax: Infinity,
    batchSize: 25,
    deliver: options.deliver ?? ((batch) => Effect.sync(() => room.deliver(batch))),
    decorate: (batch) => Effect.sync(() => room.decorate(batch)),
    answerPress: () => Effect.void
  })
  const stores = Layer.provideMerge(MemoryStores.layer, Layer.succeed(MemoryDatabase, database))
  const outbox = Layer.effect(
    Outbox,
    Effect.map(Outbox, (service) => faulty(service, options.faults ?? (() => null)))
  ).pipe(Layer.provide(stores))
  const office = Deliver.layer({ slice: wholeSlice, pendingMax: options.pendingMax ?? 1_000, concurrency: 2 }).pipe(
    Layer.provideMerge(Layer.provide(DirectBell.layer, messenger)),
    Layer.provide([outbox, messenger, StoreTrouble.layer]),
    Layer.merge(stores)
  )
  const scope = yield* Scope.make()
  const context = yield* Layer.buildWithScope(office, scope)
  const bell = yield* Effect.provide(Doorbell, context)
  const deliverer = yield* Effect.provide(Deliver.Deliverer, context)
  const store = yield* Effect.provide(GameStore, context)

  /** The next commit of the conversation says these; the bell is rung for them unless told otherwise. */
  const say = Effect.fnUntraced(function* (
    conversation: ConversationId,
    messages: ReadonlyArray<Outgoing>,
    rung = true
  ) {
    const before = database.conversations.get(conversation)?.stored
    const outgoing = queued((before?.lastSeq ?? 0) + 1, ...messages)
    yield* store.commit([commitOf(conversation, (before?.version ?? 0) + 1, { outgoing })])
    const ring = { conversation, upTo: outgoing.at(-1)?.seq ?? 0, messages: outgoing }
    if (rung) yield* bell.ring([ring])
    return ring
  })
  const pendingOf = (conversation: ConversationId) => database.conversations.get(conversation)?.pending.size ?? 0
  return { world, room, bell, deliverer, say, pendingOf, stop: Scope.close(scope, Exit.void) }
})

export const textsIn = (room: ChatRoom, conversation: ConversationId): ReadonlyArray<string> =>
  room.messages(conversation).map(({ text }) => text.replace("Анна", ""))
