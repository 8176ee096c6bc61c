/** Plays a batch of tasks to its end, whatever the store makes of it. */
import type { SourceId } from "@znatoki/chat/chat-input"
import { Cause, Effect, Option } from "effect"
import { attempt } from "./attempt.ts"
import type { Workshop } from "./workshop.ts"
import { park, setAside } from "../park/park.ts"
import type { StoreError } from "@znatoki/ports/store-error"
import { conversationOf, sourceOf, type Task } from "./task.ts"
import { untilReachable } from "../outage/until-reachable.ts"

export const playAll = Effect.fnUntraced(function* (workshop: Workshop, tasks: ReadonlyArray<Task>) {
  let left = tasks
  while (left.length > 0) left = yield* playSome(workshop, yield* setAside(workshop, left))
})

/** Plays what can be played; returns what is left. */
const playSome = (workshop: Workshop, tasks: ReadonlyArray<Task>): Effect.Effect<ReadonlyArray<Task>> => {
  const [first] = tasks
  if (first === undefined) return Effect.succeed([])
  return insist(workshop, tasks).pipe(
    Effect.catchCause((cause) => (tasks.length === 1 ? giveUp(workshop, first, cause) : playApart(workshop, tasks)))
  )
}

/**
 * Fails only with what waiting does not heal. The store may have committed and only the answer got lost: what was decided
 * then counts, and is said before anything new.
 */
const insist = (workshop: Workshop, tasks: ReadonlyArray<Task>) => {
  let inDoubt = false
  return Effect.suspend(() => (inDoubt ? workshop.store.applied(tasks.map(sourceOf)) : Effect.succeed(nothing))).pipe(
    Effect.flatMap((applied) => attempt(workshop, tasks, applied)),
    Effect.tapCause((cause) => {
      inDoubt = true
      for (const task of tasks) workshop.resident.delete(conversationOf(task))
      return isUnavailable(cause) ? Effect.void : Effect.logWarning("the store failed under a batch", cause)
    }),
    untilReachable(workshop.trouble)
  )
}

/** Told by the trouble of the store, once. */
const isUnavailable = (cause: Cause.Cause<StoreError>): boolean =>
  Option.exists(Cause.findErrorOption(cause), ({ _tag }) => _tag === "StoreUnavailable")

const nothing: ReadonlySet<SourceId> = new Set()

/** One of these tasks cannot be stored: found by halving, so that all the others go on, in their order. */
const playApart = Effect.fnUntraced(function* (workshop: Workshop, tasks: ReadonlyArray<Task>) {
  const neighbours = tasks.toSorted(byConversation)
  const half = Math.ceil(neighbours.length / 2)
  yield* playAll(workshop, neighbours.slice(0, half))
  yield* playAll(workshop, neighbours.slice(half))
  return []
})

/** Tasks of one conversation stay together and keep their order: the sort is stable. */
const byConversation = (a: Task, b: Task): number => {
  const [one, other] = [conversationOf(a), conversationOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** It cannot be played even alone. */
const giveUp = Effect.fnUntraced(function* (workshop: Workshop, task: Task, cause: Cause.Cause<StoreError>) {
  const conversation = conversationOf(task)
  const met = yield* workshop.store.load([conversation]).pipe(
    Effect.map((found) => found.get(conversation) ?? null),
    Effect.catchCause(() => Effect.succeed(null))
  )
  yield* park(workshop, [{ task, cause, met }])
  return []
})
