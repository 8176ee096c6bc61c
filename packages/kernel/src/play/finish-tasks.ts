/** What follows when tasks are safe: presses are answered, whoever brought the tasks may forget them, and every step is told. */
import { type PressAnswer, PressAnswers } from "@znatoki/ports/press-answers"
import { Effect } from "effect"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type Commit, sourcesOf } from "@znatoki/ports/game-store"
import { tellsEveryStep } from "@znatoki/ports/telling"
import { conversationOf, sourceOf, type Task } from "./task.ts"

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
  tasks.flatMap((task) => answerTo(task, null))

/** Nothing to who did not press. */
export const answerTo = (task: Task, notice: string | null): ReadonlyArray<PressAnswer> => {
  if (task._tag !== "Chat" || task.incoming.input._tag !== "Pressed") return []
  const answer = { press: task.incoming.input.press, notice }
  return [task.trace === undefined ? answer : { ...answer, trace: task.trace }]
}

/** What came of each event, a line each, for whoever follows one by its name. */
export const tellDecided = Effect.fnUntraced(function* (
  finished: ReadonlyArray<Task>,
  decided: ReadonlyMap<ConversationId, { readonly commit: Commit | null }>
) {
  if (!(yield* tellsEveryStep)) return
  for (const task of finished) yield* tellOne(task, decided.get(conversationOf(task))?.commit ?? null)
})

const tellOne = (task: Task, commit: Commit | null) => {
  const event = sourceOf(task)
  const conversation = conversationOf(task)
  if (commit === null || !sourcesOf(commit).includes(event))
    return Effect.logDebug("an event changes nothing", { event, conversation })
  const { game } = commit.next.state
  const says = commit.outgoing.filter(({ message }) => message.origin?.event === event).map(({ seq }) => seq)
  return Effect.logDebug("an event is committed", { event, conversation, game, version: commit.next.version, says })
}
