/**
 * How late timers fire with a million armed: until the worker is offered them, and until what they did is committed.
 * `node bench/kernel/timers.ts [armed] [due per second] [committed per second] [seconds]`
 */
import { layer as database } from "@znatoki/adapter-postgres/database/database"
import { layer as gameStore } from "@znatoki/adapter-postgres/games/game-store"
import { layer as parking } from "@znatoki/adapter-postgres/parking/parking"
import { layer as outbox } from "@znatoki/adapter-postgres/outbox/outbox"
import { layer as questionBank } from "@znatoki/adapter-postgres/questions/question-bank"
import { layer as questionShelves } from "@znatoki/adapter-postgres/questions/question-shelves"
import { layer as statistics } from "@znatoki/adapter-postgres/statistics/statistics"
import { botKernel } from "@znatoki/cli/compose/bot"
import { Deadlines } from "@znatoki/kernel/deadlines/deadlines"
import { fireTimers } from "@znatoki/kernel/deadlines/fire-timers"
import { Dice } from "@znatoki/ports/dice"
import { GameStore } from "@znatoki/ports/game-store"
import { wholeSlice } from "@znatoki/ports/slice"
import * as DirectLine from "@znatoki/kernel/in-process/direct-line"
import { Pulse } from "@znatoki/kernel/outage/pulse"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Worker } from "@znatoki/kernel/play/worker"
import { Effect, Layer, Redacted } from "effect"
import { loadavg } from "node:os"
import { bareTimer } from "./bare-timer.ts"
import { fillRunning, quantiles, type Scratch, withScratch } from "./scratch-database.ts"
import { silentInbox } from "./silent-inbox.ts"
import { takingMessenger } from "./taking-messenger.ts"

const [armed = 1_000_000, perSecond = 10_000, committedPerSecond = 1_000, seconds = 10] = process.argv
  .slice(2)
  .map(Number)
/** From the start to the first deadline: time to read ahead. */
const settleMs = 3_000
/** For a million rows. */
const fillMs = 30_000

interface Fired {
  readonly latenessMs: Array<number>
  early: number
}

const note = (fired: Fired, atMs: number): void => {
  const latenessMs = performance.timeOrigin + performance.now() - atMs
  fired.latenessMs.push(latenessMs)
  // `Date.now()` counts whole milliseconds, as deadlines do.
  if (Date.now() < atMs) fired.early++
}

const stores = ({ url }: Scratch) =>
  Layer.mergeAll(gameStore, outbox, parking, questionBank, questionShelves, statistics).pipe(
    Layer.provide(database({ url: Redacted.make(url) }))
  )

/** Takes every timer at once; a second connection does to the rows what commits would. */
const takingWorker = (fired: Fired, { sql }: Scratch) =>
  Layer.effect(
    Worker,
    Effect.gen(function* () {
      let taken: Array<string> = []
      const move = Effect.suspend(() => {
        const moved = taken
        taken = []
        return Effect.promise(async () => {
          if (moved.length === 0) return
          await sql`
            update conversations set deadline_at_ms = deadline_at_ms + 3600000, version = version + 1
            where conversation = any(${moved}::text[])`
        })
      })
      yield* move.pipe(Effect.andThen(Effect.sleep("50 millis")), Effect.forever, Effect.forkScoped)
      return {
        offer: (task) =>
          Effect.sync(() => {
            if (task._tag !== "Timer") return
            note(fired, task.due.atMs)
            taken.push(task.due.conversation)
          }),
        idle: Effect.void,
        close: Effect.void,
        releaseParked: Effect.void
      }
    })
  )

/** The store of the real worker, which notes when a timer's commit is safe. */
const notingStore = (fired: Fired, dueAtMs: Map<string, number>) =>
  Layer.effect(
    GameStore,
    Effect.map(GameStore, (store) => ({
      ...store,
      commit: (batch) =>
        Effect.tap(store.commit(batch), () =>
          Effect.sync(() => {
            for (const { next } of batch) note(fired, dueAtMs.get(next.conversation) ?? NaN)
          })
        )
    }))
  )

const realWorker = (scratch: Scratch, fired: Fired, dueAtMs: Map<string, number>) =>
  botKernel("classic").pipe(
    Layer.provideMerge(Dice.layer),
    Layer.provideMerge(takingMessenger),
    Layer.provideMerge(silentInbox),
    Layer.provideMerge(StoreTrouble.layer),
    Layer.provideMerge(notingStore(fired, dueAtMs)),
    Layer.provideMerge(stores(scratch))
  )

const firing = fireTimers(wholeSlice).pipe(Effect.timeoutOption(`${settleMs + seconds * 1_000} millis`), Effect.scoped)

const measure = async (rate: number, games: number, run: (scratch: Scratch, fired: Fired) => Promise<void>) =>
  withScratch(async (scratch) => {
    const firstAtMs = Date.now() + settleMs + Math.ceil(armed / 1_000_000) * fillMs
    await fillRunning(scratch.sql, { conversations: armed, games, updatedAtMs: Date.now(), firstAtMs, perSecond: rate })
    const waitMs = firstAtMs - settleMs - Date.now()
    if (waitMs < 0) throw new Error("filling the table took so long that its deadlines passed")
    await new Promise((resolve) => setTimeout(resolve, waitMs))
    const fired: Fired = { latenessMs: [], early: 0 }
    const cpu = process.cpuUsage()
    const endBare = bareTimer()
    await run(scratch, fired)
    const bare = await endBare()
    const { system, user } = process.cpuUsage(cpu)
    return {
      armed,
      duePerSecond: rate,
      seconds,
      early: fired.early,
      latenessMs: quantiles(fired.latenessMs),
      /** Of timers in a process that does nothing else, meanwhile. */
      bareLatenessMs: quantiles(bare),
      cpuSeconds: Math.round((system + user) / 1e5) / 10,
      rssMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
      load: loadavg()[0]
    }
  })

const offered = await measure(perSecond, 1, (scratch, fired) =>
  Effect.runPromise(
    firing.pipe(
      Effect.provide(
        takingWorker(fired, scratch).pipe(
          Layer.provideMerge(Deadlines.layer),
          Layer.provideMerge(Pulse.layer),
          Layer.provideMerge(StoreTrouble.layer),
          Layer.provideMerge(DirectLine.layer),
          Layer.provideMerge(stores(scratch))
        )
      ),
      Effect.asVoid
    )
  )
)

const committed = await measure(
  committedPerSecond,
  Math.min(armed, committedPerSecond * (seconds + 5)),
  async (scratch, fired) => {
    const rows = await scratch.sql<ReadonlyArray<{ readonly conversation: string; readonly at: number }>>`
    select conversation, deadline_at_ms as at from conversations join games using (conversation)`
    const dueAtMs = new Map(rows.map(({ at, conversation }) => [conversation, at]))
    await Effect.runPromise(firing.pipe(Effect.provide(realWorker(scratch, fired, dueAtMs)), Effect.asVoid))
  }
)

console.log(JSON.stringify({ offered, committed }, null, 2))
