/** The real bot on stores in memory and a chat room: started, killed and started again on the same world. */
import type { Question, Settings } from "@znatoki/engine"
import type { Incoming } from "@znatoki/chat/chat-input"
import type { Inbox } from "@znatoki/ports/inbox"
import type { Messenger } from "@znatoki/ports/messenger"
import { wholeSlice } from "@znatoki/ports/slice"
import { runBot } from "../roles/run-bot.ts"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { kernel } from "../roles/kernel.ts"
import { Effect, Exit, Layer, Random, Scope } from "effect"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import { brisk } from "./brisk-settings.ts"
import type { ChatRoom } from "./chat-room.ts"
import { type CrashPoint, Mortal } from "./crash.ts"
import { memoryPorts } from "./memory-ports.ts"
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
) =>
  memoryPorts(database, (store) => mortal.wrap(faulty(store, faults)), {
    dice: { roll: () => seed },
    inbox: mortal.wrap({
      take: room.reader(readFrom, hears),
      ask: Effect.sync(() => void room.asks++)
    } satisfies Inbox["Service"]),
    messenger: mortal.wrap({
      textMax: Infinity,
      batchSize: 25,
      deliver: (batch) => Effect.sync(() => room.deliver(batch)),
      decorate: (batch) => Effect.sync(() => room.decorate(batch)),
      answerPress: (press, notice) => Effect.sync(() => void room.notices.push({ press, notice }))
    } satisfies Messenger["Service"])
  })

/** One life of the bot. It ends with the scope, or at its crash point without any farewell. */
export const startBot = Effect.fnUntraced(function* (world: World, options: BotOptions = {}) {
  const mortal = new Mortal(options.crash ?? { call: 0, when: "before" }, () => void world.calls++)
  const life = kernel({
    ...roomy,
    ...options.limits,
    slice: wholeSlice,
    settings: options.settings ?? brisk,
    concurrency: 2
  }).pipe(Layer.provideMerge(StoreTrouble.layer), Layer.provideMerge(portsOf(world, mortal, options)))
  const scope = yield* Scope.make()
  yield* runBot({ role: options.role ?? "bot", slice: wholeSlice }).pipe(
    Effect.provide(life),
    // The kernel waits a little at random before it tries again.
    Random.withSeed("bot"),
    Effect.forkIn(scope)
  )
  return { mortal, stop: Scope.close(scope, Exit.void) }
})
