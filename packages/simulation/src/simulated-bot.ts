/** One life of a process of the real bot in a simulated world: kernel, host and engine as they are shipped, on simulated ports. */
import { connector, kernel } from "@znatoki/kernel/roles/kernel"
import { runBot } from "@znatoki/kernel/roles/run-bot"
import { runConnector } from "@znatoki/kernel/roles/run-connector"
import { runWorker } from "@znatoki/kernel/roles/run-worker"
import { memoryPorts } from "@znatoki/kernel/testing/memory-ports"
import { Doorbell } from "@znatoki/ports/doorbell"
import { EventLine } from "@znatoki/ports/event-line"
import type { Commit, CommitResult } from "@znatoki/ports/game-store"
import { Ownership } from "@znatoki/ports/ownership"
import { PressAnswers } from "@znatoki/ports/press-answers"
import { wholeSlice } from "@znatoki/ports/slice"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Clock, Effect, Fiber, Layer, Logger, Random, References } from "effect"
import type { SimulatedWorld } from "./simulated-world.ts"
import { overWire } from "./simulated-wire.ts"
import { VirtualProcess } from "./virtual-process.ts"

const portsOf = (world: SimulatedWorld, process: VirtualProcess) => {
  const applied = (method: string, args: ReadonlyArray<unknown>, answer: unknown): void => {
    if (method !== "commit") return
    world.committed(process, args[0] as ReadonlyArray<Commit>, answer as ReadonlyArray<CommitResult>)
  }
  const dice = world.dice.fork()
  return memoryPorts(world.database, (store) => overWire(store, world, process, applied), {
    dice: { roll: () => dice.bits() | 0 },
    inbox: world.feed.reader(process),
    messenger: world.chats.messengerOf(process)
  })
}

/** Names the heartbeats. */
const role = "bot"

const roomy = { batchMax: 500, queueMax: 10_000, residentMax: 1_000, pendingMax: 10_000 }

/** Small ones let queues fill and memory run out. */
const limitsOf = ({ dice, planned }: SimulatedWorld) => {
  if (!dice.chance(0.3)) return roomy
  const small = { batchMax: 1 + dice.below(5), queueMax: 1 + dice.below(10), residentMax: 1 + dice.below(5) }
  // What cannot be said for minutes would hold up everybody, were there room for that little only.
  const waits = planned.putOutEveryMs !== null || planned.muteEveryMs !== null || planned.vkHangs > 0
  return { ...small, pendingMax: waits ? roomy.pendingMax : 1 + dice.below(5) }
}

/** A line of the log that says that something was given up on. */
const reportErrors = (world: SimulatedWorld) =>
  Logger.make(({ logLevel, message }) => {
    const line = `${logLevel}: ${JSON.stringify(message).slice(0, 400)}`
    world.trace.add(`${world.time.nowMs} ${line}`)
    if (logLevel !== "Error" && logLevel !== "Fatal") return
    if (world.planned.poison === 0 || !line.includes("made the code fail")) world.wrongs.push(line)
  })

/** All in one, or one of the roles. */
export type Kind = "bot" | "connector" | "worker"

export interface SimulatedBot {
  readonly kind: Kind
  readonly process: VirtualProcess
  /** As SIGTERM: `gone` when it ended by itself. */
  readonly stop: (gone: () => void) => void
}

const lifeOf = (world: SimulatedWorld, process: VirtualProcess, kind: Kind): Effect.Effect<unknown, unknown> => {
  const { between, dice, settings } = world
  const { pendingMax, ...limits } = limitsOf(world)
  const decides = { settings, lanes: 1 + dice.below(3), ...limits }
  const sends = { slice: wholeSlice, pendingMax, concurrency: 1 + dice.below(4) }
  const ports = Layer.merge(StoreTrouble.layer, portsOf(world, process))
  if (between === null || kind === "bot") {
    const all = kernel({ ...decides, ...sends }).pipe(Layer.provideMerge(ports))
    return Effect.provide(runBot({ role, slice: wholeSlice }), all)
  }
  const ways = Layer.mergeAll(
    ports,
    ReadinessChecks.layer,
    Layer.succeed(EventLine, between.line.portOf(process)),
    Layer.succeed(Doorbell, between.bell.doorbellOf(process)),
    Layer.succeed(PressAnswers, between.bell.answersOf(process)),
    Layer.succeed(Ownership, between.ownership.portOf(process))
  )
  return kind === "connector"
    ? Effect.provide(runConnector(), Layer.provideMerge(connector(sends), ways))
    : Effect.provide(runWorker({ role, buckets: between.apart.buckets, ...decides }), ways)
}

export const startBot = (world: SimulatedWorld, kind: Kind, skewMs: number): SimulatedBot => {
  const process = new VirtualProcess(world.time, skewMs)
  world.tally.count(`lives of a ${kind}`)
  world.trace.add(`${world.time.nowMs} a ${kind} starts`)
  world.came(process)
  const around = Layer.mergeAll(
    Logger.layer([reportErrors(world)]),
    Layer.succeed(References.MinimumLogLevel, "Warn"),
    Layer.succeed(Clock.Clock, process.clock)
  )
  const life = lifeOf(world, process, kind).pipe(Random.withSeed(world.dice.bits()), Effect.provide(around))
  const fiber = Effect.runFork(life, { scheduler: process.scheduler })
  const stop = (gone: () => void): void => {
    const ending = Effect.provide(Fiber.interrupt(fiber), around)
    Effect.runFork(ending, { scheduler: process.scheduler }).addObserver(() => {
      process.kill()
      gone()
    })
  }
  return { kind, process, stop }
}
