/** Lets released conversations play on: time is given back, then comes what failed, unless it is skipped, then what waited. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type Cause, Clock, Effect, Option } from "effect"
import { Deadlines } from "../deadlines/deadlines.ts"
import { Doorbell } from "@znatoki/ports/doorbell"
import { ParkedSet } from "./parked-set.ts"
import { Residents } from "../play/residents.ts"
import { parkUnreadable } from "./park.ts"
import { decodeTask } from "./parked-task.ts"
import { playAll } from "../play/play-all.ts"
import { Parking, type Released, type WaitingTask } from "@znatoki/ports/parking"
import type { Slice } from "@znatoki/ports/slice"
import type { Task } from "../play/task.ts"
import { untilReachable } from "../outage/until-reachable.ts"

/** Keeps everybody else's tasks from being played meanwhile. */
export type Alone = <A, E, R>(work: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>

const releasedMax = 100
const pageSize = 100

/** One look. One task at a time: a long line holds nobody else up, and after a crash it goes on where it was. */
export const releaseParked = Effect.fnUntraced(function* (slice: Slice, alone: Alone) {
  if ((yield* ParkedSet).size === 0) return
  const parking = yield* Parking
  const released = yield* parking.released(slice, releasedMax).pipe(untilReachable)
  for (const each of released) {
    const { conversation } = each
    // One that cannot be read holds up no other, and is tried at the next look.
    yield* playOn(each, alone).pipe(
      Effect.catchTag("StoreBroken", (error) =>
        Effect.logError("a released conversation cannot play on", { conversation }, error)
      )
    )
  }
})

const playOn = Effect.fnUntraced(function* (released: Released, alone: Alone) {
  const free = (yield* giveTimeBack(released, alone)) && (yield* playWaiting(released, alone))
  if (free) yield* Effect.logInfo("a parked conversation plays on", { conversation: released.conversation })
})

/** A game that does not run has no use for it. Where it was this that failed, it can be skipped. False: parked again. */
const giveTimeBack = Effect.fnUntraced(function* (released: Released, alone: Alone) {
  const { conversation, release, sinceMs, task } = released
  if (release === "skip" && task !== null) {
    const failed = yield* Effect.option(decodeTask(task))
    if (Option.isSome(failed) && failed.value._tag === "Outage") return true
  }
  const atMs = yield* Clock.currentTimeMillis
  return yield* alone(playOne({ _tag: "Outage", conversation, sinceMs, atMs, done: Effect.void }, conversation))
})

/** False: parked again. */
const playWaiting = Effect.fnUntraced(function* (released: Released, alone: Alone) {
  const bell = yield* Doorbell
  const parking = yield* Parking
  for (;;) {
    const page = yield* parking.waiting(released.conversation, pageSize).pipe(untilReachable)
    // Whatever was there to be cleared is gone already.
    if (page.length === 0) return yield* alone(clear(released))
    for (const waiting of page) {
      yield* bell.room
      const { free, played } = yield* alone(playOrSkip(released, waiting))
      if (free || !played) return free
    }
  }
})

const playOrSkip = Effect.fnUntraced(function* (released: Released, waiting: WaitingTask) {
  const { conversation, release, source } = released
  // against: waiting skipped
  const skipped = release === "skip" && waiting.source === source
  const played = skipped || (yield* playText(conversation, waiting))
  return { played, free: played && (yield* clear({ conversation, source: waiting.source })) }
})

const playText = (conversation: ConversationId, waiting: WaitingTask) =>
  decodeTask(waiting.task).pipe(
    Effect.matchCauseEffect({
      onFailure: (cause: Cause.Cause<unknown>) => Effect.as(parkUnreadable({ conversation, ...waiting }, cause), false),
      // Lost time was given back as a whole.
      onSuccess: (task) => (task._tag === "Outage" ? Effect.succeed(true) : playOne(task, conversation))
    })
  )

/** False: it made the code fail again. */
const playOne = Effect.fnUntraced(function* (task: Task, conversation: ConversationId) {
  const parkedSet = yield* ParkedSet
  return yield* Effect.gen(function* () {
    parkedSet.delete(conversation)
    yield* playAll([task])
    return !parkedSet.has(conversation)
  }).pipe(Effect.ensuring(Effect.sync(() => parkedSet.add(conversation))))
})

const clear = Effect.fnUntraced(function* ({ conversation, source }: Pick<Released, "conversation" | "source">) {
  const deadlines = yield* Deadlines
  const parkedSet = yield* ParkedSet
  const parking = yield* Parking
  const residents = yield* Residents
  const free = yield* parking.clear(conversation, source).pipe(untilReachable)
  if (!free) return false
  parkedSet.delete(conversation)
  // Its deadline may have passed unheard.
  const game = residents.get(conversation)
  if (game !== undefined) deadlines.follow(game)
  return true
})
