/** What follows when tasks are safe: presses are answered, and whoever brought the tasks may forget them. */
import type { PressRef } from "@znatoki/chat/chat-input"
import { Effect } from "effect"
import { Messenger } from "@znatoki/ports/messenger"
import type { Task } from "./task.ts"

export interface PressAnswer {
  readonly press: PressRef
  readonly notice: string | null
}

export const finishTasks = Effect.fnUntraced(function* (
  tasks: ReadonlyArray<Task>,
  answers: ReadonlyArray<PressAnswer>
) {
  const messenger = yield* Messenger
  for (const { notice, press } of answers) yield* Effect.forkDetach(messenger.answerPress(press, notice))
  for (const task of tasks) {
    yield* task.done.pipe(Effect.catchCause((cause) => Effect.logError("a task could not be acknowledged", cause)))
  }
})

/** Ends the waiting of presses of which nothing is known but that they are over. */
export const pressesOf = (tasks: ReadonlyArray<Task>): ReadonlyArray<PressAnswer> =>
  tasks.flatMap((task) =>
    task._tag === "Chat" && task.incoming.input._tag === "Pressed"
      ? [{ press: task.incoming.input.press, notice: null }]
      : []
  )
