/**
 * The mailbox of every conversation this process owns: a conversation's tasks one after another, conversations side by
 * side, all that waits in one commit. While a commit is under way the next batch gathers; and another lane, which has other
 * conversations, decides its own.
 */
import type { Lexicon, Settings } from "@znatoki/engine"
import { Context, Effect, Latch, Layer, Queue, Schedule, Semaphore } from "effect"
import { type Workshop, openWorkshop } from "./workshop.ts"
import { hashOf } from "@znatoki/ports/conversation-hash"
import { playAll } from "./play-all.ts"
import type { Slice } from "@znatoki/ports/slice"
import type { StoreError } from "@znatoki/ports/store-error"
import { releaseParked } from "../park/release-parked.ts"
import { conversationOf, type Task } from "./task.ts"
import { untilReachable } from "../outage/until-reachable.ts"

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
    /** Looks once for parked conversations that an admin released, and plays them on. */
    readonly releaseParked: Effect.Effect<void, StoreError>
    /**
     * Reads every game anew, and which are parked. To be called when conversations come into these hands that somebody else may have had:
     * what changes nothing is not checked against the store, so memory has to be right.
     */
    readonly forget: Effect.Effect<void>
  }
>()("@znatoki/kernel/Worker") {}

/** How often releases are looked for before it is read again which conversations are parked. */
const looksOnOneReading = 30

export const layer = (options: WorkerOptions) =>
  Layer.effect(
    Worker,
    Effect.gen(function* () {
      const workshop = yield* openWorkshop(options)
      const lanes = yield* Effect.replicateEffect(openLane(options.queueMax), options.lanes)
      const laneOf = (task: Task): Lane | undefined => lanes[hashOf(conversationOf(task)) % lanes.length]
      /** While nobody plays. */
      const alone = <A, E>(work: Effect.Effect<A, E>): Effect.Effect<A, E> =>
        lanes.reduce((held, { turn }) => turn.withPermit(held), work)
      const idle = yield* Latch.make(true)
      /** How many tasks were offered and are not safe yet. */
      let unsafe = 0
      let knowsParked = false
      let looks = 0

      const know = Effect.suspend(() => {
        if (knowsParked) return Effect.void
        return Effect.map(readParked(workshop, options.slice), () => {
          knowsParked = true
        })
      })
      const finished = (tasks: number): void => {
        unsafe -= tasks
        if (unsafe === 0) Latch.openUnsafe(idle)
      }
      const work = ({ queue, turn }: Lane) =>
        Effect.gen(function* () {
          yield* workshop.deliverer.room
          const tasks = yield* Queue.takeBetween(queue, 1, options.batchMax)
          if (!knowsParked) yield* alone(know)
          yield* turn.withPermit(playOrReport(workshop, tasks))
          finished(tasks.length)
        })
      for (const lane of lanes) yield* work(lane).pipe(Effect.forever, Effect.forkScoped)

      const offer = (task: Task) =>
        Effect.suspend(() => {
          unsafe++
          Latch.closeUnsafe(idle)
          const lane = laneOf(task)
          if (lane === undefined || Queue.offerUnsafe(lane.queue, task)) return Effect.void
          return Queue.offer(lane.queue, task).pipe(
            Effect.onInterrupt(() => Effect.sync(() => finished(1))),
            Effect.asVoid
          )
        })
      return {
        offer,
        idle: idle.await,
        releaseParked: Effect.suspend(() => {
          // Another process may have parked one that is ours now.
          if (looks++ % looksOnOneReading === 0) knowsParked = false
          return Effect.andThen(alone(know), releaseParked(workshop, options.slice, alone))
        }),
        forget: Effect.sync(() => {
          workshop.resident.clear()
          knowsParked = false
        })
      }
    })
  )

interface Lane {
  readonly queue: Queue.Queue<Task>
  /** Held by whoever plays this lane's conversations. */
  readonly turn: Semaphore.Semaphore
}

const openLane = (queueMax: number): Effect.Effect<Lane> =>
  Effect.all({ queue: Queue.bounded<Task>(queueMax), turn: Semaphore.make(1) })

/** Without it nothing may be played: what is to wait would overtake what waits. */
const readParked = (workshop: Workshop, slice: Slice) =>
  workshop.parking.parked(slice).pipe(
    untilReachable(workshop.trouble),
    Effect.tapCause((cause) => Effect.logError("parked conversations cannot be read", cause)),
    Effect.retry(Schedule.spaced("1 second")),
    Effect.orDie,
    Effect.map((parked) => {
      workshop.parked.clear()
      // against: parked unread
      for (const conversation of parked) workshop.parked.add(conversation)
    })
  )

/** May be interrupted anywhere, for then the process ends: what was not finished comes again, as after a crash. */
const playOrReport = (workshop: Workshop, tasks: ReadonlyArray<Task>) =>
  playAll(workshop, tasks).pipe(Effect.catchCause((cause) => Effect.logError("a batch failed and was left out", cause)))
