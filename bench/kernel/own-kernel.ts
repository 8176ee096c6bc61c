/** The real worker on the real stores; only VK is replaced, by a messenger that takes everything. */
import { layer as database } from "@znatoki/adapter-postgres/database/database"
import { layer as gameStore } from "@znatoki/adapter-postgres/games/game-store"
import { layer as outbox } from "@znatoki/adapter-postgres/outbox/outbox"
import { layer as parking } from "@znatoki/adapter-postgres/parking/parking"
import { layer as questionBank } from "@znatoki/adapter-postgres/questions/question-bank"
import { layer as questionShelves } from "@znatoki/adapter-postgres/questions/question-shelves"
import { layer as statistics } from "@znatoki/adapter-postgres/statistics/statistics"
import { type Decoded, decodeUpdate, withNames } from "@znatoki/adapter-vk/intake/decode-update"
import { conversationIdOf } from "@znatoki/adapter-vk/api/vk-id"
import { spokenTo } from "@znatoki/adapter-vk/intake/spoken-to-us"
import type { ConversationId, Incoming } from "@znatoki/chat/chat-input"
import { botKernel } from "@znatoki/cli/compose/bot"
import { Deadlines } from "@znatoki/kernel/deadlines/deadlines"
import * as Deliver from "@znatoki/kernel/deliver/deliver"
import { Dice } from "@znatoki/ports/dice"
import { type Commit, GameStore } from "@znatoki/ports/game-store"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { type Recorder, Tracing } from "@znatoki/ports/tracing"
import type { Task } from "@znatoki/kernel/play/task"
import * as Worker from "@znatoki/kernel/play/worker"
import { Clock, Context, Effect, Exit, Layer, Redacted, Scope } from "effect"
import type { BenchDatabase } from "./database.ts"
import { takingMessenger } from "./taking-messenger.ts"
import { TickClock } from "./tick-clock.ts"
import { groupId } from "./vk-updates.ts"

export interface OwnKernel {
  readonly clock: TickClock
  /** Brings a page of tasks, as an inbox does. */
  readonly offer: (tasks: ReadonlyArray<Task>) => Promise<void>
  /** Waits until everything offered is committed and everything said is settled. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Every roll is the same, so that a game recorded once can be played again by anybody. */
const dice = Layer.succeed(Dice, { roll: () => 7 })

/** Tells of every batch before it is stored. */
const watched = (watch: (batch: ReadonlyArray<Commit>) => void) =>
  Layer.effect(
    GameStore,
    Effect.map(GameStore, (store) => ({
      ...store,
      commit: (batch) => Effect.suspend(() => (watch(batch), store.commit(batch)))
    }))
  )

/** As the bot is put together in `cli/src/compose/bot.ts`. */
const kernelOn = (where: BenchDatabase, watch: (batch: ReadonlyArray<Commit>) => void) =>
  botKernel("classic").pipe(
    Layer.provide(dice),
    Layer.provide(StoreTrouble.layer),
    Layer.provide(takingMessenger),
    Layer.provide(Layer.provide(watched(watch), gameStore)),
    Layer.provide(Layer.mergeAll(outbox, parking, questionBank, questionShelves, statistics)),
    Layer.provide(database({ url: Redacted.make(where.url) }))
  )

export interface KernelOptions {
  /** Games go on only where they stopped: not before. */
  readonly nowMs?: number
  /** Told of every batch before it is stored. */
  readonly watch?: (batch: ReadonlyArray<Commit>) => void
  /** Absent: no way is recorded. */
  readonly recorder?: Recorder | null
}

export const openOwnKernel = async (
  where: BenchDatabase,
  { nowMs = Date.now(), recorder = null, watch = () => {} }: KernelOptions = {}
): Promise<OwnKernel> => {
  const scope = Scope.makeUnsafe()
  const clock = new TickClock(await Effect.runPromise(Clock.Clock), nowMs)
  const context = await Effect.runPromise(
    Layer.buildWithScope(kernelOn(where, watch), scope).pipe(
      Effect.provideService(Clock.Clock, clock),
      Effect.provideService(Tracing, recorder)
    )
  )
  const worker = Context.get(context, Worker.Worker)
  const deliverer = Context.get(context, Deliver.Deliverer)
  const deadlines = Context.get(context, Deadlines)
  // Every deadline is followed in memory, as near ones are in the bot.
  deadlines.keepUntil(Number.MAX_SAFE_INTEGER)
  deadlines.readUntil(Number.MAX_SAFE_INTEGER)
  return {
    clock,
    offer: (tasks) => Effect.runPromise(Effect.forEach(tasks, (task) => worker.offer(task), { discard: true })),
    settled: () => Effect.runPromise(Effect.andThen(worker.idle, deliverer.drained)),
    close: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}

const us = { groupId, spokenTo: spokenTo({ id: groupId, screenName: "znatoki" }) }

/** As the inbox does it: the text parsed, the update decoded, the names put in. */
export const heardIn = (text: string, names: ReadonlyMap<number, string>, atMs: number): Incoming => {
  const decoded: Decoded = decodeUpdate(JSON.parse(text), us)
  if (decoded._tag !== "Heard") throw new Error(`an update of the bench was not understood: ${text}`)
  return withNames(decoded, names, atMs)
}

export const conversationNamed = (number: number): ConversationId =>
  conversationIdOf({ groupId, peerId: 2_000_000_000 + number })
