/** What follows when tasks are safe: presses are answered, and whoever brought the tasks may forget them. */
import { type PressAnswer, PressAnswers } from "@znatoki/ports/press-answers"
import { Effect } from "effect"
import type { Task } from "./task.ts"

export const finishTasks = Effect.fnUntraced(function* (
  tasks: ReadonlyArray<Task>,
  answers: ReadonlyArray<PressAnswer>
) {
  const presses = yield* PressAnswers
  for (const answer of answers) yield* presses.answer(answer)
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
