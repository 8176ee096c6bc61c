/** What follows when tasks are safe: presses are answered, and whoever brought the tasks may forget them. */
import type { PressRef } from "@znatoki/chat/chat-input"
import { Effect } from "effect"
import type { Workshop } from "./workshop.ts"
import type { Task } from "./task.ts"

export interface PressAnswer {
  readonly press: PressRef
  readonly notice: string | null
}

export const finishTasks = Effect.fnUntraced(function* (
  workshop: Workshop,
  tasks: ReadonlyArray<Task>,
  answers: ReadonlyArray<PressAnswer>
) {
  for (const { notice, press } of answers) yield* Effect.forkDetach(workshop.messenger.answerPress(press, notice))
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
