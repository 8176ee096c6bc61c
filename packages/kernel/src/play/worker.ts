/**
 * The mailbox of every conversation this process owns: a conversation's tasks one after another, conversations side by
 * side, all that waits in one commit. While a commit is under way the next batch gathers; and another lane, which has other
 * conversations, decides its own.
 */
import type { Lexicon, Settings } from "@znatoki/engine"
import { Clock, Context, Effect, Latch, Layer, Queue, Semaphore } from "effect"
import { Doorbell } from "@znatoki/ports/doorbell"
import { Tracing } from "@znatoki/ports/tracing"
import { HouseRules } from "./house-rules.ts"
import { Overheard } from "./overheard.ts"
import { ParkedSet } from "../park/parked-set.ts"
import { recordTasks, type Waited } from "./record-ways.ts"
import { Residents } from "./residents.ts"
import { hashOf } from "@znatoki/ports/conversation-hash"
import { type Play, playAll } from "./play-all.ts"
import type { Slice } from "@znatoki/ports/slice"
import type { StoreError } from "@znatoki/ports/store-error"
import type { Deadlines } from "../deadlines/deadlines.ts"
import { type Alone, releaseParked } from "../park/release-parked.ts"
import { tasksTaken, untilSafe } from "../measured.ts"
import { steadyMsOf } from "@znatoki/ports/steady-ms"
import { conversationOf, type Task } from "./task.ts"

export interface WorkerOptions {
  readonly slice: Slice
  /** Settings of a conversation that never played. */
  readonly settings: Settings
  /** How many commits may be under way at once. */
  readonly lanes: number
  /** How many tasks one commit may hold. */
  readonly batchMax: number
  /** How many tasks of a lane may wait before those who bring them are held up. */
  readonly queueMax: number
  /** How many conversations are kept in memory. */
  readonly residentMax: number
  /** The words that answers are judged with; without them the judge goes by the letters alone. */
  readonly lexicon?: Lexicon
}

export class Worker extends Context.Service<
  Worker,
  {
    /** Waits while too many tasks wait. */
    readonly offer: (task: Task) => Effect.Effect<void>
    /** Waits until every task offered so far is safe. */
    readonly idle: Effect.Effect<void>
    /** Ends when what is being decided is committed, and nothing more is decided. */
    readonly close: Effect.Effect<void>
    /** Looks once for parked conversations that an admin released, and plays them on. */
    readonly releaseParked: Effect.Effect<void, StoreError>
  }
>()("@znatoki/kernel/Worker") {}

/** How often releases are looked for before it is read again which conversations are parked. */
const looksOnOneReading = 30

export const layer = ({ residentMax, slice, ...options }: WorkerOptions) =>
  Layer.effect(Worker, open(slice, options)).pipe(
    Layer.provide([Residents.layerOf(residentMax), Overheard.layerOf(residentMax), ParkedSet.layerOf(slice)]),
    Layer.provide(Layer.succeed(HouseRules, options))
  )

const open = Effect.fnUntraced(function* (
  slice: Slice,
  options: Pick<WorkerOptions, "lanes" | "batchMax" | "queueMax">
) {
  const bell = yield* Doorbell
  const parkedSet = yield* ParkedSet
  const context = yield* Effect.context<Play | Deadlines>()
  const clock = yield* Clock.Clock
  const recorder = yield* Tracing
  const lanes = yield* Effect.replicateEffect(openLane(options.queueMax), options.lanes)
  const laneOf = (task: Task): Lane | undefined => lanes[hashOf(conversationOf(task)) % lanes.length]
  /** While nobody plays. */
  const alone: Alone = (work) => lanes.reduce((held, { turn }) => turn.withPermit(held), work)
  const idle = yield* Latch.make(true)
  /** How many tasks were offered and are not safe yet. */
  let unsafe = 0
  let looks = 0

  const finished = (tasks: number): void => {
    unsafe -= tasks
    if (unsafe === 0) Latch.openUnsafe(idle)
  }
  const measure = (waited: ReadonlyArray<Waited>): void => {
    const nowMs = steadyMsOf(clock)
    for (const { sinceMs, task } of waited) {
      untilSafe.updateUnsafe((nowMs - sinceMs) / 1_000, context)
      tasksTaken(task._tag).updateUnsafe(1, context)
    }
  }
  const work = ({ queue, turn }: Lane) =>
    Effect.gen(function* () {
      yield* bell.room
      const waiting = yield* Queue.takeBetween(queue, 1, options.batchMax)
      if (!parkedSet.isKnown) yield* alone(parkedSet.know)
      const recorded = recorder === null ? null : recordTasks(recorder, waiting, steadyMsOf(clock))
      yield* turn.withPermit(playOrReport(recorded?.tasks ?? waiting.map(({ task }) => task)))
      recorded?.end()
      finished(waiting.length)
      measure(waiting)
    })
  for (const lane of lanes) yield* work(lane).pipe(Effect.forever, Effect.forkScoped)

  const offer = (task: Task) =>
    Effect.suspend(() => {
      unsafe++
      Latch.closeUnsafe(idle)
      const lane = laneOf(task)
      const waiting = { task, sinceMs: steadyMsOf(clock) }
      if (lane === undefined || Queue.offerUnsafe(lane.queue, waiting)) return Effect.void
      return Queue.offer(lane.queue, waiting).pipe(
        Effect.onInterrupt(() => Effect.sync(() => finished(1))),
        Effect.asVoid
      )
    })
  const lookForReleases = Effect.suspend(() => {
    if (looks++ % looksOnOneReading === 0) parkedSet.doubt()
    return Effect.andThen(alone(parkedSet.know), releaseParked(slice, alone))
  })
  return {
    offer,
    idle: idle.await,
    close: Effect.forEach(lanes, ({ turn }) => turn.take(1), { discard: true }),
    releaseParked: Effect.provide(lookForReleases, context)
  }
})

interface Lane {
  readonly queue: Queue.Queue<Waited>
  /** Held by whoever plays this lane's conversations. */
  readonly turn: Semaphore.Semaphore
}

/** Whoever still waits to put a task in when it is over is held up no more. */
const openLane = (queueMax: number) =>
  Effect.all({
    queue: Effect.acquireRelease(Queue.bounded<Waited>(queueMax), Queue.shutdown),
    turn: Semaphore.make(1)
  })

/** May be interrupted anywhere, for then the process ends: what was not finished comes again, as after a crash. */
const playOrReport = (tasks: ReadonlyArray<Task>) =>
  playAll(tasks).pipe(Effect.catchCause((cause) => Effect.logError("a batch failed and was left out", cause)))
