/** Plays a batch of tasks to its end, whatever the store makes of it. */
import type { SourceId } from "@znatoki/chat/chat-input"
import { type Cause, Effect } from "effect"
import { attempt } from "./attempt.ts"
import type { Doorbell } from "@znatoki/ports/doorbell"
import type { HouseRules } from "./house-rules.ts"
import type { Overheard } from "./overheard.ts"
import { ParkedSet } from "../park/parked-set.ts"
import type { Pulse } from "../outage/pulse.ts"
import type { Dice } from "@znatoki/ports/dice"
import type { PressAnswers } from "@znatoki/ports/press-answers"
import type { Parking } from "@znatoki/ports/parking"
import type { QuestionBank } from "@znatoki/ports/question-bank"
import type { QuestionShelves } from "@znatoki/ports/question-shelves"
import type { Statistics } from "@znatoki/ports/statistics"
import type { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Residents } from "./residents.ts"
import { GameStore } from "@znatoki/ports/game-store"
import { park, setAside } from "../park/park.ts"
import type { StoreError } from "@znatoki/ports/store-error"
import { conversationOf, sourceOf, type Task } from "./task.ts"
import { isUnavailable, untilReachable } from "../outage/until-reachable.ts"

/** What playing asks of the world and of this process. */
export type Play =
  | Dice
  | Doorbell
  | GameStore
  | HouseRules
  | Overheard
  | ParkedSet
  | Parking
  | PressAnswers
  | Pulse
  | QuestionBank
  | QuestionShelves
  | Residents
  | Statistics
  | StoreTrouble

export const playAll = Effect.fnUntraced(function* (tasks: ReadonlyArray<Task>) {
  const parkedSet = yield* ParkedSet
  let left = tasks
  while (left.length > 0) left = yield* playSome(parkedSet.size === 0 ? left : yield* setAside(left))
})

/** Plays what can be played; returns what is left. */
const playSome = (tasks: ReadonlyArray<Task>): Effect.Effect<ReadonlyArray<Task>, never, Play> => {
  const [first] = tasks
  if (first === undefined) return Effect.succeed([])
  return insist(tasks).pipe(
    Effect.catchCause((cause) => (tasks.length === 1 ? giveUp(first, cause) : playApart(tasks)))
  )
}

/**
 * Fails only with what waiting does not heal. The store may have committed and only the answer got lost: what was decided
 * then counts, and is said before anything new.
 */
const insist = Effect.fnUntraced(function* (tasks: ReadonlyArray<Task>) {
  const residents = yield* Residents
  const store = yield* GameStore
  let inDoubt = false
  const again = Effect.flatMap(
    Effect.suspend(() => store.applied(tasks.map(sourceOf))),
    (applied) => attempt(tasks, applied)
  )
  return yield* Effect.suspend(() => (inDoubt ? again : attempt(tasks, nothing))).pipe(
    Effect.tapCause((cause) => {
      inDoubt = true
      for (const task of tasks) residents.forget(conversationOf(task))
      // Told by the trouble of the store, once.
      return isUnavailable(cause) ? Effect.void : Effect.logWarning("the store failed under a batch", cause)
    }),
    untilReachable
  )
})

const nothing: ReadonlySet<SourceId> = new Set()

/** One of these tasks cannot be stored: found by halving, so that all the others go on, in their order. */
const playApart = Effect.fnUntraced(function* (tasks: ReadonlyArray<Task>) {
  const neighbours = tasks.toSorted(byConversation)
  const half = Math.ceil(neighbours.length / 2)
  yield* playAll(neighbours.slice(0, half))
  yield* playAll(neighbours.slice(half))
  return []
})

/** Tasks of one conversation stay together and keep their order: the sort is stable. */
const byConversation = (a: Task, b: Task): number => {
  const [one, other] = [conversationOf(a), conversationOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** It cannot be played even alone. */
const giveUp = Effect.fnUntraced(function* (task: Task, cause: Cause.Cause<StoreError>) {
  const conversation = conversationOf(task)
  const store = yield* GameStore
  const met = yield* store.load([conversation]).pipe(
    Effect.map((found) => found.get(conversation) ?? null),
    Effect.catchCause(() => Effect.succeed(null))
  )
  yield* park([{ task, cause, met }])
  return []
})
