/** One life of the real bot in a simulated world: kernel, host and engine as they are shipped, on simulated ports. */
import { kernel } from "@znatoki/kernel/roles/kernel"
import { runBot } from "@znatoki/kernel/roles/run-bot"
import { memoryPorts } from "@znatoki/kernel/testing/memory-ports"
import type { Commit, CommitResult } from "@znatoki/ports/game-store"
import { wholeSlice } from "@znatoki/ports/slice"
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

export interface SimulatedBot {
  readonly process: VirtualProcess
  /** As SIGTERM: `gone` when it ended by itself. */
  readonly stop: (gone: () => void) => void
}

export const startBot = (world: SimulatedWorld, skewMs: number): SimulatedBot => {
  const process = new VirtualProcess(world.time, skewMs)
  world.tally.count("lives of the bot")
  world.trace.add(`${world.time.nowMs} a bot starts`)
  world.came(process)
  const bot = kernel({
    ...limitsOf(world),
    slice: wholeSlice,
    settings: world.settings,
    lanes: 1 + world.dice.below(3),
    concurrency: 1 + world.dice.below(4)
  }).pipe(Layer.provideMerge(StoreTrouble.layer), Layer.provideMerge(portsOf(world, process)))
  const around = Layer.mergeAll(
    Logger.layer([reportErrors(world)]),
    Layer.succeed(References.MinimumLogLevel, "Warn"),
    Layer.succeed(Clock.Clock, process.clock)
  )
  const life = runBot({ role: "bot", slice: wholeSlice }).pipe(
    Effect.provide(bot),
    Random.withSeed(world.dice.bits()),
    Effect.provide(around)
  )
  const fiber = Effect.runFork(life, { scheduler: process.scheduler })
  const stop = (gone: () => void): void => {
    const ending = Effect.provide(Fiber.interrupt(fiber), around)
    Effect.runFork(ending, { scheduler: process.scheduler }).addObserver(() => {
      process.kill()
      gone()
    })
  }
  return { process, stop }
}
