/** Takes a conversation out of play: the task that made the code fail, and then all that comes while it stands still. */
import { encodeSnapshot, type EpochMs, type GameState } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Cause, Clock, Effect, Metric } from "effect"
import { parked as parkedTasks } from "../measured.ts"
import { ParkedSet } from "./parked-set.ts"
import { Residents } from "../play/residents.ts"
import { finishTasks, pressesOf } from "../play/finish-tasks.ts"
import { encodeTask } from "./parked-task.ts"
import { type Failure, Parking, type WaitingTask } from "@znatoki/ports/parking"
import type { StoreError } from "@znatoki/ports/store-error"
import type { StoreTrouble } from "@znatoki/ports/store-trouble"
import { conversationOf, sourceOf, type Task } from "../play/task.ts"
import { untilReachable } from "../outage/until-reachable.ts"

/** A task that cannot be played as things are: a mistake of ours. */
export interface Poison {
  readonly task: Task
  readonly cause: Cause.Cause<unknown>
  /** The game as the task met it; null where it could not be read. */
  readonly met: { readonly state: GameState; readonly version: number } | null
}

const errorMax = 4_000
const errorOf = (cause: Cause.Cause<unknown>): string => Cause.pretty(cause).slice(0, errorMax)

/** Returns the tasks that cannot even be parked: they are left out, so that the others go on. Never fails. */
export const park = Effect.fnUntraced(function* (poisons: ReadonlyArray<Poison>) {
  const parkedSet = yield* ParkedSet
  const parking = yield* Parking
  const residents = yield* Residents
  const atMs = yield* Clock.currentTimeMillis
  const parked = yield* keep(poisons, (some) =>
    // against: failure not kept
    Effect.as(parking.park(some.map((poison) => failureOf(poison, atMs))), some)
  )
  yield* Metric.update(parkedTasks, parked.length)
  for (const { cause, task } of parked) {
    const conversation = conversationOf(task)
    parkedSet.add(conversation)
    residents.forget(conversation)
    yield* Effect.logError(
      "a task made the code fail; its conversation is parked until an admin releases it",
      { conversation, source: sourceOf(task) },
      cause
    )
  }
  const tasks = poisons.map(({ task }) => task)
  yield* finishTasks(tasks, pressesOf(tasks))
  return poisons.filter((poison) => !parked.includes(poison)).map(({ task }) => task)
})

/** A task that waited and that this version of the program cannot read: its conversation is parked again. */
export const parkUnreadable = Effect.fnUntraced(function* (
  waiting: WaitingTask & { readonly conversation: ConversationId },
  cause: Cause.Cause<unknown>
) {
  const atMs = yield* Clock.currentTimeMillis
  const failure: Failure = { ...waiting, error: errorOf(cause), met: null, atMs, sinceMs: atMs }
  const parking = yield* Parking
  yield* parking.park([failure]).pipe(untilReachable)
  const { conversation, source } = waiting
  yield* Effect.logError("a parked task cannot be read; its conversation is parked again", { conversation, source })
})

/**
 * Whether it waits with what else waits. A deadline is in the row and comes again, time that was lost is given back at the release, that the
 * bot is not there shows when it says something, that it is again is told once, and what the clock wants to be said now is of no use then.
 */
const isKept = (task: Task): boolean => {
  switch (task._tag) {
    case "Chat":
    case "Settled":
      return true
    case "Order":
      return task.order._tag !== "Remind" && task.order._tag !== "AskDaily"
    case "Presence":
      return task.isHere
    case "Outage":
    case "Timer":
      return false
  }
}

/** Puts tasks of parked conversations behind those that wait there; returns what is to be played. Never fails. */
export const setAside = Effect.fnUntraced(function* (tasks: ReadonlyArray<Task>) {
  const parkedSet = yield* ParkedSet
  const parking = yield* Parking
  const residents = yield* Residents
  const late = new Set(tasks.filter((task) => parkedSet.has(conversationOf(task))))
  if (late.size === 0) return tasks
  const free = yield* keep([...late].filter(isKept), (some) =>
    Effect.map(
      parking.append(some.map((task) => ({ conversation: conversationOf(task), ...waitingOf(task) }))),
      (parked) => some.filter((task) => !parked.has(conversationOf(task)))
    )
  )
  for (const task of free) {
    // Somebody else had it in hand and let it go.
    late.delete(task)
    parkedSet.delete(conversationOf(task))
    residents.forget(conversationOf(task))
  }
  yield* finishTasks([...late], pressesOf([...late]))
  return tasks.filter((task) => !late.has(task))
})

/** All in one call; where that cannot be, one by one. What cannot be kept even alone is told and left out. */
const keep = <A extends Task | Poison, B>(
  items: ReadonlyArray<A>,
  store: (some: ReadonlyArray<A>) => Effect.Effect<ReadonlyArray<B>, StoreError>
): Effect.Effect<ReadonlyArray<B>, never, StoreTrouble> => {
  if (items.length === 0) return Effect.succeed([])
  return Effect.suspend(() => store(items)).pipe(
    untilReachable,
    Effect.catchCause((cause) =>
      items.length > 1
        ? Effect.map(
            Effect.forEach(items, (item) => keep([item], store)),
            (kept) => kept.flat()
          )
        : Effect.as(tellLeftOut(items, cause), [])
    )
  )
}

const tellLeftOut = (items: ReadonlyArray<Task | Poison>, cause: Cause.Cause<StoreError>) => {
  const tasks = items.map((item) => ("task" in item ? item.task : item))
  const causes = items.flatMap((item) => ("task" in item ? [item.cause] : []))
  return Effect.logError("a task could not be parked and is left out", tasks.map(sourceOf), cause, ...causes)
}

const failureOf = ({ cause, met, task }: Poison, atMs: EpochMs): Failure => ({
  conversation: conversationOf(task),
  ...waitingOf(task),
  error: errorOf(cause),
  met: met === null ? null : { snapshot: encodeSnapshot(met.state), version: met.version },
  atMs,
  // Time that was lost before and could not be given back is given back with the rest.
  sinceMs: task._tag === "Outage" ? task.sinceMs : atMs
})

const waitingOf = (task: Task): WaitingTask => ({ source: sourceOf(task), task: encodeTask(task) })
