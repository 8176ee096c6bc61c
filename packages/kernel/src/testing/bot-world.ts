/** The real bot on stores in memory and a chat room: started, killed and started again on the same world. */
import type { Question, Settings } from "@znatoki/engine"
import type { Incoming } from "@znatoki/chat/chat-input"
import { Deadlines } from "../deadlines/deadlines.ts"
import * as Deliver from "../deliver/deliver.ts"
import { CursorStore } from "@znatoki/ports/cursor-store"
import { Dice } from "@znatoki/ports/dice"
import { GameStore } from "@znatoki/ports/game-store"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Inbox } from "@znatoki/ports/inbox"
import { Messenger } from "@znatoki/ports/messenger"
import { Outbox } from "@znatoki/ports/outbox"
import { Parking } from "@znatoki/ports/parking"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { wholeSlice } from "@znatoki/ports/slice"
import { Pulse } from "../outage/pulse.ts"
import { runBot } from "../roles/run-bot.ts"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import * as Worker from "../play/worker.ts"
import { type Context, Effect, Exit, Layer, Random, Scope } from "effect"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as MemoryStores from "@znatoki/test-contracts/memory/memory-stores"
import { brisk } from "./brisk-settings.ts"
import type { ChatRoom } from "./chat-room.ts"
import { type CrashPoint, Mortal } from "./crash.ts"
import { type Faults, faulty } from "./store-faults.ts"

export interface World {
  readonly database: MemoryDatabase["Service"]
  readonly room: ChatRoom
  /** How many calls and answers have gone through ports: while it grows, something goes on. */
  calls: number
}

export const makeWorld = Effect.fnUntraced(function* (room: ChatRoom, questions: ReadonlyArray<Question>) {
  const context = yield* Layer.build(MemoryDatabase.layer(questions))
  const database = yield* Effect.provide(MemoryDatabase, context)
  const world: World = { database, room, calls: 0 }
  return world
})

export interface BotOptions {
  readonly settings?: Settings
  readonly crash?: CrashPoint
  /** Every roll is this one, so that a game played again is the same game. */
  readonly seed?: number
  readonly role?: string
  /** What goes wrong with the stores. */
  readonly faults?: Faults
  /** An old cursor of the inbox: how many events it had read. */
  readonly readFrom?: number
  /** Which events reach this bot; the others are somebody else's. */
  readonly hears?: (incoming: Incoming) => boolean
  readonly limits?: Partial<Limits>
}

interface Limits {
  readonly lanes: number
  readonly batchMax: number
  readonly queueMax: number
  readonly residentMax: number
  readonly pendingMax: number
}

const roomy: Limits = { lanes: 1, batchMax: 500, queueMax: 10_000, residentMax: 1_000, pendingMax: 10_000 }

const portsOf = (
  { database, room }: World,
  mortal: Mortal,
  { faults = () => null, hears, readFrom, seed = 7 }: BotOptions
) => {
  const mortalPort = <I, S extends object>(port: Context.Service<I, S>) =>
    Layer.effect(
      port,
      Effect.map(port, (service) => mortal.wrap(faulty(service, faults)))
    )
  const stores = Layer.provide(MemoryStores.layer, Layer.succeed(MemoryDatabase, database))
  return Layer.mergeAll(
    mortalPort(GameStore),
    mortalPort(Outbox),
    mortalPort(QuestionBank),
    mortalPort(CursorStore),
    mortalPort(Heartbeat),
    mortalPort(Parking)
  ).pipe(
    Layer.provide(stores),
    Layer.merge(Layer.succeed(Dice, { roll: () => seed })),
    Layer.merge(
      Layer.succeed(
        Inbox,
        mortal.wrap({
          take: room.reader(readFrom, hears),
          ask: Effect.sync(() => void room.asks++)
        } satisfies Inbox["Service"])
      )
    ),
    Layer.merge(
      Layer.succeed(
        Messenger,
        mortal.wrap({
          textMax: Infinity,
          batchSize: 25,
          deliver: (batch) => Effect.sync(() => room.deliver(batch)),
          answerPress: (press, notice) => Effect.sync(() => void room.notices.push({ press, notice }))
        } satisfies Messenger["Service"])
      )
    )
  )
}

/** One life of the bot. It ends with the scope, or at its crash point without any farewell. */
export const startBot = Effect.fnUntraced(function* (world: World, options: BotOptions = {}) {
  const mortal = new Mortal(options.crash ?? { call: 0, when: "before" }, () => void world.calls++)
  const { pendingMax, ...limits } = { ...roomy, ...options.limits }
  const kernel = Worker.layer({ slice: wholeSlice, settings: options.settings ?? brisk, ...limits }).pipe(
    Layer.provideMerge(Deliver.layer({ slice: wholeSlice, pendingMax, concurrency: 2 })),
    Layer.provideMerge(Deadlines.layer),
    Layer.provideMerge(Pulse.layer),
    Layer.provideMerge(StoreTrouble.layer),
    Layer.provideMerge(portsOf(world, mortal, options))
  )
  const scope = yield* Scope.make()
  let worker: Worker.Worker["Service"] | null = null
  const life = Effect.gen(function* () {
    worker = yield* Worker.Worker
    return yield* runBot({ role: options.role ?? "bot", slice: wholeSlice })
  })
  yield* life.pipe(
    Effect.provide(kernel),
    // The kernel waits a little at random before it tries again.
    Random.withSeed("bot"),
    Effect.forkIn(scope)
  )
  const forget = Effect.suspend(() => worker?.forget ?? Effect.void)
  return { mortal, forget, stop: Scope.close(scope, Exit.void) }
})
