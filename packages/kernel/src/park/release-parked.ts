/** Lets released conversations play on: time is given back, then comes what failed, unless it is skipped, then what waited. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type Cause, Clock, Effect, Option } from "effect"
import type { Workshop } from "../play/workshop.ts"
import { parkUnreadable } from "./park.ts"
import { decodeTask } from "./parked-task.ts"
import { playAll } from "../play/play-all.ts"
import type { Released, WaitingTask } from "@znatoki/ports/parking"
import type { Slice } from "@znatoki/ports/slice"
import type { Task } from "../play/task.ts"
import { untilReachable } from "../outage/until-reachable.ts"

/** Keeps everybody else's tasks from being played meanwhile. */
type Alone = <A, E>(work: Effect.Effect<A, E>) => Effect.Effect<A, E>

const releasedMax = 100
const pageSize = 100

/** One look. One task at a time: a long line holds nobody else up, and after a crash it goes on where it was. */
export const releaseParked = Effect.fnUntraced(function* (workshop: Workshop, slice: Slice, alone: Alone) {
  if (workshop.parked.size === 0) return
  const released = yield* workshop.parking.released(slice, releasedMax).pipe(untilReachable(workshop.trouble))
  for (const each of released) {
    const free = (yield* giveTimeBack(workshop, each, alone)) && (yield* playWaiting(workshop, each, alone))
    if (free) yield* Effect.logInfo("a parked conversation plays on", { conversation: each.conversation })
  }
})

/** A game that does not run has no use for it. Where it was this that failed, it can be skipped. False: parked again. */
const giveTimeBack = Effect.fnUntraced(function* (workshop: Workshop, released: Released, alone: Alone) {
  const { conversation, release, sinceMs, task } = released
  if (release === "skip" && task !== null) {
    const failed = yield* Effect.option(decodeTask(task))
    if (Option.isSome(failed) && failed.value._tag === "Outage") return true
  }
  const atMs = yield* Clock.currentTimeMillis
  return yield* alone(
    playOne(workshop, { _tag: "Outage", conversation, sinceMs, atMs, done: Effect.void }, conversation)
  )
})

/** False: parked again. */
const playWaiting = Effect.fnUntraced(function* (workshop: Workshop, released: Released, alone: Alone) {
  for (;;) {
    const page = yield* workshop.parking.waiting(released.conversation, pageSize).pipe(untilReachable(workshop.trouble))
    // Whatever was there to be cleared is gone already.
    if (page.length === 0) return yield* alone(clear(workshop, released))
    for (const waiting of page) {
      yield* workshop.deliverer.room
      const { free, played } = yield* alone(playOrSkip(workshop, released, waiting))
      if (free || !played) return free
    }
  }
})

const playOrSkip = Effect.fnUntraced(function* (workshop: Workshop, released: Released, waiting: WaitingTask) {
  const { conversation, release, source } = released
  // against: waiting skipped
  const skipped = release === "skip" && waiting.source === source
  const played = skipped || (yield* playText(workshop, conversation, waiting))
  return { played, free: played && (yield* clear(workshop, { conversation, source: waiting.source })) }
})

const playText = (workshop: Workshop, conversation: ConversationId, waiting: WaitingTask) =>
  decodeTask(waiting.task).pipe(
    Effect.matchCauseEffect({
      onFailure: (cause: Cause.Cause<unknown>) =>
        Effect.as(parkUnreadable(workshop, { conversation, ...waiting }, cause), false),
      // Lost time was given back as a whole.
      onSuccess: (task) => (task._tag === "Outage" ? Effect.succeed(true) : playOne(workshop, task, conversation))
    })
  )

/** False: it made the code fail again. */
const playOne = (workshop: Workshop, task: Task, conversation: ConversationId) =>
  Effect.gen(function* () {
    workshop.parked.delete(conversation)
    yield* playAll(workshop, [task])
    return !workshop.parked.has(conversation)
  }).pipe(Effect.ensuring(Effect.sync(() => void workshop.parked.add(conversation))))

const clear = Effect.fnUntraced(function* (
  workshop: Workshop,
  { conversation, source }: Pick<Released, "conversation" | "source">
) {
  const free = yield* workshop.parking.clear(conversation, source).pipe(untilReachable(workshop.trouble))
  if (!free) return false
  workshop.parked.delete(conversation)
  // Its deadline may have passed unheard.
  const game = workshop.resident.get(conversation)
  if (game !== undefined) workshop.deadlines.follow(game)
  return true
})
