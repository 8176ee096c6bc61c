/** Every port of the kernel, with stores in memory; each store goes through somebody's hands. */
import { Dice } from "@znatoki/ports/dice"
import { GameStore } from "@znatoki/ports/game-store"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Inbox } from "@znatoki/ports/inbox"
import { Messenger } from "@znatoki/ports/messenger"
import { Outbox } from "@znatoki/ports/outbox"
import { Parking } from "@znatoki/ports/parking"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { Statistics } from "@znatoki/ports/statistics"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as MemoryStores from "@znatoki/test-contracts/memory/memory-stores"
import { type Context, Effect, Layer } from "effect"

export interface Outside {
  readonly dice: Dice["Service"]
  readonly inbox: Inbox["Service"]
  readonly messenger: Messenger["Service"]
}

export const memoryPorts = (
  database: MemoryDatabase["Service"],
  hands: <S extends object>(store: S) => S,
  { dice, inbox, messenger }: Outside
) => {
  const store = <I, S extends object>(port: Context.Service<I, S>) => Layer.effect(port, Effect.map(port, hands))
  return Layer.mergeAll(
    store(GameStore),
    store(Outbox),
    store(QuestionBank),
    store(QuestionShelves),
    store(Heartbeat),
    store(Parking),
    store(Statistics),
    store(QuestionVotes)
  ).pipe(
    Layer.provide(Layer.provide(MemoryStores.layer, Layer.succeed(MemoryDatabase, database))),
    Layer.merge(Layer.succeed(Dice, dice)),
    Layer.merge(Layer.succeed(Inbox, inbox)),
    Layer.merge(Layer.succeed(Messenger, messenger))
  )
}
