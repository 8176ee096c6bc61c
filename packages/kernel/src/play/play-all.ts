/** Plays a batch of tasks to its end, whatever the store makes of it. */
import type { SourceId } from "@znatoki/chat/chat-input"
import { Cause, Effect, Option } from "effect"
import { attempt } from "./attempt.ts"
import type { Bench } from "./bench.ts"
import { park, setAside } from "../park/park.ts"
import type { StoreError } from "@znatoki/ports/store-error"
import { conversationOf, sourceOf, type Task } from "./task.ts"
import { untilReachable } from "../outage/until-reachable.ts"

export const playAll = Effect.fnUntraced(function* (bench: Bench, tasks: ReadonlyArray<Task>) {
  let left = tasks
  while (left.length > 0) left = yield* playSome(bench, yield* setAside(bench, left))
})

/** Plays what can be played; returns what is left. */
const playSome = (bench: Bench, tasks: ReadonlyArray<Task>): Effect.Effect<ReadonlyArray<Task>> => {
  const [first] = tasks
  if (first === undefined) return Effect.succeed([])
  return insist(bench, tasks).pipe(
    Effect.catchCause((cause) => (tasks.length === 1 ? giveUp(bench, first, cause) : playApart(bench, tasks)))
  )
}

/**
 * Fails only with what waiting does not heal. The store may have committed and only the answer got lost: what was decided
 * then counts, and is said before anything new.
 */
const insist = (bench: Bench, tasks: ReadonlyArray<Task>) => {
  let inDoubt = false
  return Effect.suspend(() => (inDoubt ? bench.store.applied(tasks.map(sourceOf)) : Effect.succeed(nothing))).pipe(
    Effect.flatMap((applied) => attempt(bench, tasks, applied)),
    Effect.tapCause((cause) => {
      inDoubt = true
      for (const task of tasks) bench.resident.delete(conversationOf(task))
      return isUnavailable(cause) ? Effect.void : Effect.logWarning("the store failed under a batch", cause)
    }),
    untilReachable(bench.trouble)
  )
}

/** Told by the trouble of the store, once. */
const isUnavailable = (cause: Cause.Cause<StoreError>): boolean =>
  Option.exists(Cause.findErrorOption(cause), ({ _tag }) => _tag === "StoreUnavailable")

const nothing: ReadonlySet<SourceId> = new Set()

/** One of these tasks cannot be stored: found by halving, so that all the others go on, in their order. */
const playApart = Effect.fnUntraced(function* (bench: Bench, tasks: ReadonlyArray<Task>) {
  const neighbours = tasks.toSorted(byConversation)
  const half = Math.ceil(neighbours.length / 2)
  yield* playAll(bench, neighbours.slice(0, half))
  yield* playAll(bench, neighbours.slice(half))
  return []
})

/** Tasks of one conversation stay together and keep their order: the sort is stable. */
const byConversation = (a: Task, b: Task): number => {
  const [one, other] = [conversationOf(a), conversationOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** It cannot be played even alone. */
const giveUp = Effect.fnUntraced(function* (bench: Bench, task: Task, cause: Cause.Cause<StoreError>) {
  const conversation = conversationOf(task)
  const met = yield* bench.store.load([conversation]).pipe(
    Effect.map((found) => found.get(conversation) ?? null),
    Effect.catchCause(() => Effect.succeed(null))
  )
  yield* park(bench, [{ task, cause, met }])
  return []
})
